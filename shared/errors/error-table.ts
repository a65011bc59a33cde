/** What kind of trouble a code is; decides what the desk does and the command line's exit (house style, "Errors"). */
export const errorKinds = {
  input: { exit: 2 },
  refused: { exit: 3 },
  unreachable: { exit: 4 },
  'unknown-outcome': { exit: 5 },
  device: { exit: 6 },
  auth: { exit: 7 },
  busy: { exit: 8 },
  upstream: { exit: 9 },
  fault: { exit: 1 },
} as const satisfies Record<string, { exit: number }>;

export type ErrorKind = keyof typeof errorKinds;

interface ErrorRow {
  readonly kind: ErrorKind;
  /** For scripts and support, in English. What people at the desk read is translated by the screens. */
  readonly meaning: string;
}

/** Every code the product can answer with. A code absent from this table does not compile. */
export const errorTable = {
  'scan.unreadable': { kind: 'input', meaning: 'the reader delivered something that is no card number and no barcode' },
  'scan.product-barcode': { kind: 'input', meaning: "a product's barcode (EAN or UPC) was scanned, not a customer's" },
  'scan.chip-number-only': {
    kind: 'input',
    meaning: "only a chip's number was read, which is not the number on the card's face: type or scan that one",
  },
  'identifier.malformed': { kind: 'input', meaning: 'the identifier does not have the form that its kind demands' },
  'amount.malformed': {
    kind: 'input',
    meaning: 'the amount is not a positive decimal number with the digits its currency has',
  },
  'amount.currency-not-in-cents': {
    kind: 'input',
    meaning: 'the currency does not have two decimals and the API does not say what an integer amount in it means',
  },
  'receipt.width-exceeds-printer': {
    kind: 'input',
    meaning: 'the width asked for is more than the columns of the printer',
  },
  'receipt.locale-unsupported': { kind: 'input', meaning: 'the receipt exists in en, lt and ru only' },
  'settings.invalid': { kind: 'input', meaning: 'a setting has a value that is not allowed' },
  'settings.unreadable': { kind: 'input', meaning: 'the settings file cannot be read or is not JSON' },
  'settings.cut-off': { kind: 'input', meaning: 'a settings file ends in the middle; it was not written whole' },
  'settings.not-written': {
    kind: 'device',
    meaning: 'the settings could not be written to the data folder; the old ones hold',
  },
  'settings.mode-conflict': { kind: 'input', meaning: 'live credentials without live mode, or live mode without them' },
  'settings.insecure-url': { kind: 'input', meaning: 'plain http is allowed to a literal loopback address only' },
  'command.usage': { kind: 'input', meaning: 'the command line is not one that till understands' },
  'api.invalid-parameters': { kind: 'input', meaning: 'a parameter is missing or malformed' },
  'api.invalid-request': { kind: 'input', meaning: 'the API says that the content of the request is invalid' },
  'card.invalid-code': { kind: 'input', meaning: 'the confirmation code of the card is wrong; another try counts' },
  'description.too-long': { kind: 'input', meaning: "the API says that the account's description is too long" },

  'session.closed': { kind: 'refused', meaning: 'the customer is no longer the one being served' },
  'wallet.not-found': { kind: 'refused', meaning: 'nothing is known by that identifier' },
  'wallet.access-revoked': {
    kind: 'refused',
    meaning: 'the API forbids it: a scope was never granted or was revoked, or the client lacks a permission',
  },
  'receipt.not-enabled': {
    kind: 'refused',
    meaning: 'the API forbids the receipt: the feature is not enabled for this client, or the grant was revoked',
  },
  'api.not-found': { kind: 'refused', meaning: 'the API knows nothing by that name' },
  'api.invalid-state': { kind: 'refused', meaning: 'not possible in the current state of the resource' },
  'api.refused': { kind: 'refused', meaning: 'the API refused for a reason that this version does not know' },
  'api.operation-disabled': {
    kind: 'refused',
    meaning: "this station's settings switch the operation off; nothing was sent",
  },
  'card.already-assigned': { kind: 'refused', meaning: 'the card belongs to a wallet already' },
  'card.other-account': {
    kind: 'refused',
    meaning: "what was shown or typed is not a card that was related to this customer's account",
  },
  'card.nothing-to-confirm': {
    kind: 'refused',
    meaning: 'no code is awaited for that wallet: its card is confirmed already, or it is no card of its own',
  },
  'payment.not-found': {
    kind: 'refused',
    meaning: 'no pending payment has that number: accepted, cancelled or expired',
  },
  'payment.invalid-state': {
    kind: 'refused',
    meaning: 'the payment is no longer pending, or this user may not cancel it',
  },

  'api.no-network': { kind: 'unreachable', meaning: 'no network, or no name server answers' },
  'api.host-not-found': { kind: 'unreachable', meaning: "the host's name leads nowhere" },
  'api.connection-refused': { kind: 'unreachable', meaning: 'the host refused the connection' },
  'api.connection-lost': { kind: 'unreachable', meaning: 'the connection broke before an answer was complete' },
  'api.timed-out': { kind: 'unreachable', meaning: 'no answer before the deadline' },
  'api.certificate-rejected': { kind: 'unreachable', meaning: "the host's certificate is not trusted here" },

  'api.outcome-unknown': {
    kind: 'unknown-outcome',
    meaning: 'a change was sent to the API and not answered: look it up before anything else',
  },
  'print.outcome-unknown': {
    kind: 'unknown-outcome',
    meaning: 'sent to the printer, not acknowledged: look at the paper',
  },

  'output.not-written': {
    kind: 'device',
    meaning: 'the answer could not be written to standard output: a full disk, perhaps',
  },
  'printer.absent': { kind: 'device', meaning: 'the printer is off, unplugged or not there; nothing was printed' },
  'printer.not-configured': { kind: 'device', meaning: 'no printer is set up for this station' },
  'printer.paper-out': { kind: 'device', meaning: 'the printer has no paper; nothing was printed' },
  'printer.cover-open': { kind: 'device', meaning: "the printer's cover is open; nothing was printed" },
  'printer.cutter-jammed': { kind: 'device', meaning: "the printer's cutter is stuck" },
  'printer.failed': { kind: 'device', meaning: 'the printer reports an error of its own' },
  'printer.in-use': { kind: 'device', meaning: 'another station holds the printer; nothing was printed' },
  'printer.silent': {
    kind: 'device',
    meaning: 'the printer accepts a connection but does not answer; nothing was printed',
  },
  'printer.not-simulated': {
    kind: 'device',
    meaning: 'a training station has its simulated printer only; nothing was contacted',
  },
  'printer.letters-unavailable': { kind: 'device', meaning: 'the printer has no page for a letter of the text' },

  'api.unauthorized': { kind: 'auth', meaning: 'the API does not accept the credentials' },
  'api.clock-wrong': { kind: 'auth', meaning: 'the API does not accept the time stamp: the clocks differ' },
  'credentials.missing': {
    kind: 'auth',
    meaning: 'a live station needs TILL_CLIENT_ID and a MAC key, or a client certificate and its key',
  },
  'credentials.unreadable': { kind: 'auth', meaning: 'a file with credentials cannot be read or used' },
  'credentials.exposed': { kind: 'auth', meaning: 'a file with a secret must have mode 0600 and the right owner' },
  'credentials.expired': { kind: 'auth', meaning: 'the client certificate is not valid at this time' },
  'credentials.token-missing': { kind: 'auth', meaning: 'the wallet "me" needs an access token, and there is none' },
  'credentials.not-kept': {
    kind: 'auth',
    meaning: 'a secret could not be written to the station and is therefore not used',
  },
  'credentials.keyring-unavailable': {
    kind: 'auth',
    meaning: "the settings keep secrets in the system's keyring, and there is none here that could be opened",
  },
  'credentials.read-only': {
    kind: 'auth',
    meaning: 'systemd gives this secret to the service, and only it changes it',
  },
  'credentials.till-not-running': {
    kind: 'auth',
    meaning: 'only the running till has this secret, and no till runs in this data folder',
  },
  'credentials.till-refused': {
    kind: 'auth',
    meaning: 'the running till does not answer this user, or is not the owner of its socket: nothing was told',
  },
  'credentials.till-silent': {
    kind: 'unreachable',
    meaning: 'the running till was asked and did not answer in time, or hung up: nothing was sent',
  },

  'api.rate-limited': { kind: 'busy', meaning: 'the API asks to wait: too many requests in some period' },
  'api.budget-exhausted': {
    kind: 'busy',
    meaning: 'our own wait: one more request would pass the limits that the API publishes; nothing was sent',
  },
  'card.attempts-exhausted': {
    kind: 'busy',
    meaning: 'the API asks to wait: too many wrong confirmation codes from all stations with these credentials',
  },
  'card.code-wait': {
    kind: 'busy',
    meaning: 'our own wait: three wrong codes for one card, so that the API does not lock out every station',
  },
  'scan.dialog-open': { kind: 'busy', meaning: 'a dialog asks something: what was scanned meanwhile did nothing' },
  'scan.screen-locked': { kind: 'busy', meaning: 'the screen is locked: what was scanned meanwhile did nothing' },
  'scan.print-running': { kind: 'busy', meaning: 'more was scanned during one print than can wait for its end' },
  'printer.printing': { kind: 'busy', meaning: 'this station is still printing another receipt' },

  'api.server-error': { kind: 'upstream', meaning: 'the API failed inside (5xx)' },
  'api.not-json': { kind: 'upstream', meaning: 'the answer is not JSON: a page of a proxy or portal, perhaps' },
  'api.empty-answer': { kind: 'upstream', meaning: 'the answer has no body' },
  'api.cut-off-answer': { kind: 'upstream', meaning: 'the answer ends before it is complete' },
  'api.malformed-answer': { kind: 'upstream', meaning: 'a field of the answer has the wrong type or is missing' },
  'api.not-acceptable': { kind: 'upstream', meaning: 'the API does not know the format asked for' },

  'app.page-keeps-crashing': {
    kind: 'fault',
    meaning: 'the page crashed three times within a minute and was not brought back again',
  },
  'journal.newer-version': {
    kind: 'input',
    meaning: 'the journal was written by a newer program; this one leaves it as it is: start the newer one',
  },
  'journal.file-exists': { kind: 'input', meaning: 'there is a file of that name already, and it is left as it is' },
  'journal.copy-not-written': {
    kind: 'device',
    meaning: 'the copy could not be written there: no such folder, or the disk takes nothing',
  },
  'journal.entry-not-open': { kind: 'input', meaning: 'no change and no print of that number waits to be settled' },
  'journal.not-proven': { kind: 'refused', meaning: 'the journal is not what it was: an entry does not fit the chain' },
  'journal.not-writable': {
    kind: 'device',
    meaning: 'the journal cannot be written, so nothing was sent and nothing was printed',
  },
  'station.not-well': { kind: 'device', meaning: 'a check of this station found something wrong' },
  'operator.pin-wrong': { kind: 'input', meaning: 'the PIN is wrong; another try counts' },
  'operator.pin-too-short': { kind: 'input', meaning: 'a PIN has 6 to 12 digits, not all the same and not in a row' },
  'operator.name-taken': { kind: 'input', meaning: 'an operator of that name is there already' },
  'operator.unknown': { kind: 'input', meaning: 'no operator of that name works at this station' },
  'operator.not-permitted': { kind: 'refused', meaning: "the operator's role does not allow it; a supervisor may" },
  'operator.locked': { kind: 'refused', meaning: 'the station is locked: an operator unlocks it with a PIN' },
  'operator.wait': { kind: 'busy', meaning: 'too many wrong PINs: this operator waits' },
  'report.unknown': { kind: 'input', meaning: 'no Z report has that number' },
  'report.not-saved': { kind: 'device', meaning: "the report could not be written into the station's folder" },
  'operator.card-taken': { kind: 'input', meaning: 'that card chooses another operator already' },
  'operator.supervisor-first': { kind: 'input', meaning: 'a new list of operators begins with a supervisor' },
  'operator.last-one': {
    kind: 'refused',
    meaning: 'the last supervisor stays, and the last operator: nobody else could look after the list',
  },
  'operator.list-whole': {
    kind: 'refused',
    meaning: 'the list of operators is whole; a copy replaces a lost one only',
  },
  'operator.not-restored': { kind: 'input', meaning: 'that copy cannot take the place of the list of operators' },
  'operator.not-kept': { kind: 'device', meaning: 'the list of operators cannot be read or written' },
  'bundle.marked': {
    kind: 'fault',
    meaning:
      'a part of the diagnosis holds what must not leave this station, so that nothing was written; a bug of ours',
  },
  'bundle.not-written': {
    kind: 'device',
    meaning: 'the diagnosis could not be written: the file is there already, or the disk takes nothing',
  },

  'app.fault': { kind: 'fault', meaning: 'a bug of ours; the trace id finds it in the log' },
} as const satisfies Record<string, ErrorRow>;

export type ErrorCode = keyof typeof errorTable;

export const errorCodes = Object.keys(errorTable) as readonly ErrorCode[];
