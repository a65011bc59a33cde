import { enCredentialErrors } from './en-credential-errors.ts';
import { enDiagnosisErrors } from './en-diagnosis.ts';
import { enStationErrors } from './en-station-errors.ts';
import type { ErrorTexts } from './texts.ts';

export const enErrors = {
  'scan.unreadable': {
    title: 'The scan was not legible',
    what: 'The reader delivered something that is no card number and no barcode.',
    next: ['Scan again, slower and straight.', 'If it happens again, type the number: F2.'],
  },
  'scan.product-barcode': {
    title: 'That is a product’s barcode',
    what: 'A product was scanned, not a customer. Nobody was looked up.',
    next: ['Scan the customer’s card or the code in the app.'],
  },
  'scan.chip-number-only': {
    title: 'Only the chip was read',
    what: 'The card’s chip has a number of its own. It is not the one on the card, and nobody was looked up.',
    next: ['Type the number on the card: F2.', 'Or scan the code in the customer’s app.'],
  },
  'identifier.malformed': {
    title: 'The number is not complete',
    what: 'It does not have the form that its kind needs. Nothing was sent.',
    next: ['Compare it with the card or ask the customer.', 'Type it again: F2.'],
  },
  'amount.malformed': {
    title: 'The amount is not clear',
    what: 'It must be greater than zero, with the decimals that its currency has. Nothing was asked.',
    next: ['Type the amount again.'],
  },
  'amount.currency-not-in-cents': {
    title: 'Not possible in this currency',
    what: 'It does not have two decimals, and the service does not say what an amount in it means. Nothing was asked.',
    next: ['Choose another currency.'],
  },
  'receipt.width-exceeds-printer': {
    title: 'The line is too wide for the printer',
    what: 'More symbols a line were asked for than the printer has columns. Nothing was printed.',
    next: ['Choose a narrower line: F10.'],
  },
  'receipt.locale-unsupported': {
    title: 'No receipt in that language',
    what: 'Receipts exist in English, Lithuanian and Russian.',
    next: ['Choose one of the three: F10.'],
  },
  'settings.invalid': {
    title: 'A setting is wrong',
    what: 'A setting of this station has a value that is not allowed.',
    next: ['Tell support which setting is named below.'],
  },
  'settings.unreadable': {
    title: 'The settings cannot be read',
    what: 'The file with this station’s settings is missing, damaged or not readable.',
    next: ['Tell support: the settings file must be restored.'],
  },
  'settings.cut-off': {
    title: 'The settings file is cut off',
    what: 'It ends in the middle: a full disk or a copy that was broken off. Nothing was guessed from the rest.',
    next: ['Restore the file from a copy, or remove it to set the station up anew.'],
  },
  'settings.mode-conflict': {
    title: 'Training or live is not clear',
    what: 'The station has live credentials without live mode, or live mode without them.',
    next: ['Tell support: the mode must be set anew.'],
  },
  'settings.insecure-url': {
    title: 'The service’s address is not safe',
    what: 'Without encryption the till talks only to its own machine.',
    next: ['Tell support: the address must begin with https.'],
  },
  'command.usage': {
    title: 'The command was not understood',
    what: 'The command line is not one that the till knows.',
    next: ['Read the help of the command.'],
  },
  'api.invalid-parameters': {
    title: 'The service did not accept the number',
    what: 'It says that something is missing or malformed. Nothing has changed.',
    next: ['Check the number and type it again: F2.'],
  },
  'api.invalid-request': {
    title: 'The service did not accept the request',
    what: 'It says that the content of the request is not valid. Nothing has changed.',
    next: ['Try once more.'],
  },
  'card.invalid-code': {
    title: 'The code is wrong',
    what: 'The service does not accept this confirmation code. The card is not confirmed.',
    next: [
      'Compare it with the message and type it again.',
      'Or skip: the customer can confirm later, as the e-mail says.',
    ],
  },
  'description.too-long': {
    title: 'The description is too long',
    what: 'The service takes a shorter one only. Nothing has changed.',
    next: ['Shorten the text.'],
  },
  'session.closed': {
    title: 'That customer is closed',
    what: 'Another customer is being served, or this one was finished.',
    next: ['Scan the card again.'],
  },
  'wallet.not-found': {
    title: 'Nobody is known by that number',
    what: 'The service has no wallet for it. Nothing is wrong with the till.',
    next: [
      'Ask the customer for another card or the code in the app.',
      'Or find by phone, e-mail or wallet number: F2.',
    ],
  },
  'wallet.access-revoked': {
    title: 'The service does not allow it',
    what: 'Either the customer did not give permission, or withdrew it, or this shop lacks a right. The service does not say which.',
    next: [
      'The customer may not have allowed this shop to see the balance.',
      'The customer may have withdrawn that permission: it is given anew in the wallet’s settings.',
      'This shop’s agreement may lack the right: support knows.',
    ],
  },
  'receipt.not-enabled': {
    title: 'Receipts are not enabled',
    what: 'The service allows receipts to some shops only, or the customer withdrew the permission. Nothing was printed.',
    next: ['Go on without a receipt: balance and “enough?” work.', 'Ask support to enable receipts for this shop.'],
  },
  'api.not-found': {
    title: 'The service does not know it',
    what: 'Nothing exists by that name. Nothing has changed.',
    next: ['Check the number and type it again: F2.'],
  },
  'api.invalid-state': {
    title: 'Not possible now',
    what: 'The service says that the wallet’s present state does not allow it. Nothing has changed.',
    next: ['Try again in a while.'],
  },
  'api.refused': {
    title: 'The service refused',
    what: 'It gave a reason that this version does not know. Nothing has changed.',
    next: ['Tell support the reason below.'],
  },
  'api.operation-disabled': {
    title: 'This is switched off here',
    what: 'This station’s settings do not allow the operation. Nothing was sent.',
    next: ['Ask support if this shop should have it.'],
  },
  'card.already-assigned': {
    title: 'The card is somebody’s already',
    what: 'It belongs to a wallet, perhaps to this one. Nothing has changed.',
    next: ['If it was related here before, go back and choose “Related earlier”.', 'Otherwise take another card.'],
  },
  'card.other-account': {
    title: 'Not a card of this account',
    what: 'It belongs to somebody else, or is the wallet that is being served. Nothing has changed.',
    next: ['Show the card that was related for this customer, or type its own wallet number.'],
  },
  'card.nothing-to-confirm': {
    title: 'No code is awaited for this card',
    what: 'It is confirmed already, or the number is not that of a card’s own wallet. Nothing has changed.',
    next: ['Scan the card: if it finds the customer, it works.'],
  },
  'payment.not-found': {
    title: 'The payment is not there any more',
    what: 'It may have been accepted, cancelled or have expired. Nothing has changed now.',
    next: ['Read the list of pending payments again.'],
  },
  'payment.invalid-state': {
    title: 'Not possible with this payment',
    what: 'It is no longer pending, or this customer may not cancel it. Nothing has changed.',
    next: ['Read the list of pending payments again.'],
  },
  'api.no-network': {
    title: 'No internet connection',
    what: 'The till cannot find the wallet service: the network is down or has no way out.',
    next: ['See whether the router’s internet light is on.', 'If other tills work, replug this till’s network cable.'],
  },
  'api.host-not-found': {
    title: 'The service’s name leads nowhere',
    what: 'The network is there, but nobody knows an address for the service.',
    next: ['Compare the service’s address in the settings; else restart the router.', 'Tell support.'],
  },
  'api.connection-refused': {
    title: 'The service does not accept connections',
    what: 'The network works, but the wallet service turns the till away.',
    next: ['Wait a minute and try again.', 'If other websites do not open either, restart the router.'],
  },
  'api.connection-lost': {
    title: 'The connection broke',
    what: 'It ended before the answer was complete.',
    next: ['Try again.', 'If it happens often, check the network cable.'],
  },
  'api.timed-out': {
    title: 'The service does not answer',
    what: 'The till waited and no answer came.',
    next: ['Try again.', 'If it stays slow, see whether somebody loads the network.'],
  },
  'api.certificate-rejected': {
    title: 'The service’s certificate is not trusted',
    what: 'Somebody else may be answering in its place, so the till stopped.',
    next: ['Check the till’s date and time.', 'Do not go on through this network; tell support.'],
  },
  'api.outcome-unknown': {
    title: 'Checking what happened',
    what: 'The change was sent, but no answer came. It may have been made.',
    next: ['Look it up before you do it again.'],
  },
  'print.outcome-unknown': {
    title: 'Look at the paper',
    what: 'Everything was sent, but the printer did not confirm.',
    next: ['See whether the receipt came out whole.'],
  },
  'output.not-written': {
    title: 'The answer could not be written',
    what: 'The place where it was to go is full or gone.',
    next: ['Make room on the disk.', 'Repeat it, unless it was a change that happened already.'],
  },
  'printer.absent': {
    title: 'The printer is off or unplugged',
    what: 'The receipt was not printed. Nothing came out.',
    next: ['Switch the printer on.', 'Check its power and network cables.'],
  },
  'printer.not-configured': {
    title: 'No printer is set up',
    what: 'This station has no printer. Nothing was printed.',
    next: ['Go on without a receipt.', 'Ask support to set up a printer.'],
  },
  'printer.paper-out': {
    title: 'Out of paper',
    what: 'The receipt was not printed. Nothing came out.',
    next: ['Open the cover.', 'Drop in a roll, the paper coming from below.', 'Close the cover.'],
  },
  'printer.cover-open': {
    title: 'The printer’s cover is open',
    what: 'The receipt was not printed. Nothing came out.',
    next: ['Close the cover until it clicks.'],
  },
  'printer.cutter-jammed': {
    title: 'The printer’s cutter is stuck',
    what: 'Paper may be caught in the cutter.',
    next: ['Switch the printer off.', 'Take out the caught paper, no metal tools.', 'Switch it on again.'],
  },
  'printer.failed': {
    title: 'The printer reports an error',
    what: 'It stopped by itself.',
    next: ['Switch the printer off, wait five seconds, switch it on.'],
  },
  'printer.in-use': {
    title: 'Another till is using the printer',
    what: 'The receipt was not printed. Nothing came out.',
    next: ['Wait until the other till has finished.', 'Print again.'],
  },
  'printer.silent': {
    title: 'The printer does not answer',
    what: 'It is connected but says nothing. Nothing was printed.',
    next: ['Switch the printer off and on.', 'Print again.'],
  },
  'printer.letters-unavailable': {
    title: 'The printer lacks a letter',
    what: 'A letter of the receipt is in none of its code pages. Nothing was printed.',
    next: ['Choose another language of the receipt: F10.', 'Tell support: another printer model may be set.'],
  },
  'api.unauthorized': {
    title: 'The service does not accept this till',
    what: 'Its key is not valid any more, or belongs to another service.',
    next: [
      'Do not try again many times: the service may lock the key.',
      'Tell support: this till’s key must be renewed.',
    ],
  },
  'api.clock-wrong': {
    title: 'The till’s clock is wrong',
    what: 'The service turns away what is signed at a wrong time.',
    next: ['Set the till’s date and time, or let them be set from the network.', 'Try again.'],
  },
  'api.rate-limited': {
    title: 'Too many questions for now',
    what: 'The service asks the till to wait.',
    next: ['Wait a minute, then try again.'],
  },
  'api.budget-exhausted': {
    title: 'The till makes a pause',
    what: 'It has asked the service as often as is allowed. Nothing was sent.',
    next: ['Wait as long as is shown below, then try again.'],
  },
  'card.attempts-exhausted': {
    title: 'Too many wrong codes',
    what: 'The service stops taking codes from this shop’s tills for a while.',
    next: ['Go on: the customer can confirm later, as the e-mail says.', 'Try no more codes on any till for now.'],
  },
  'card.code-wait': {
    title: 'Three wrong codes: the till makes a pause',
    what: 'It asks no more for now, so that the service does not lock out every till of the shop.',
    next: ['Go on: the customer can confirm later, as the e-mail says.', 'Or wait as long as is shown below.'],
  },
  'scan.dialog-open': {
    title: 'Answer the question first',
    what: 'A scan arrived while a dialog was open. Nothing was done with it.',
    next: ['Answer or close the dialog.', 'Then scan again.'],
  },
  'scan.screen-locked': {
    title: 'The screen is locked',
    what: 'A scan arrived while the screen was locked. Nothing was done with it.',
    next: ['Unlock the screen.', 'Then scan again.'],
  },
  'scan.print-running': {
    title: 'Too many scans during the print',
    what: 'Only the latest wait for the printer. This one was dropped.',
    next: ['Wait for the receipt.', 'Then scan again.'],
  },
  'printer.printing': {
    title: 'The printer is still busy',
    what: 'This till is printing another receipt. This one was not printed.',
    next: ['Wait until it has come out.', 'Print again.'],
  },
  'api.server-error': {
    title: 'The wallet service failed',
    what: 'It reports an error of its own. The till works.',
    next: ['Try again in a minute.', 'If it happens again, tell support.'],
  },
  'api.not-json': {
    title: 'Something else answered',
    what: 'The answer is a web page, not the wallet service: a Wi-Fi sign-in page or a proxy, perhaps.',
    next: ['See whether this network wants a sign-in.', 'Try again.'],
  },
  'api.empty-answer': {
    title: 'The answer is empty',
    what: 'The wallet service answered without content.',
    next: ['Try again in a minute.', 'If it happens again, tell support.'],
  },
  'api.cut-off-answer': {
    title: 'The answer is cut off',
    what: 'It ended before it was complete.',
    next: ['Try again in a minute.', 'If it happens again, tell support.'],
  },
  'api.malformed-answer': {
    title: 'The answer cannot be understood',
    what: 'A field of the wallet service’s answer is missing or not what it should be.',
    next: ['Try again in a minute.', 'If it happens again, tell support.'],
  },
  'api.not-acceptable': {
    title: 'The service does not know the format',
    what: 'It does not offer what the till asked for.',
    next: ['Try again in a minute.', 'If it happens again, tell support.'],
  },
  'app.page-keeps-crashing': {
    title: 'The till’s window keeps crashing',
    what: 'It crashed three times within a minute. The till has ended; nothing of the customer is kept.',
    next: ['Start the till again.', 'If it happens again, call support.'],
  },
  'settings.not-written': {
    title: 'The settings could not be saved',
    what: 'The data folder cannot be written to, or the disk is full. The old settings hold.',
    next: ['Look whether the disk is full, then save again.'],
  },
  'printer.not-simulated': {
    title: 'Not a simulated printer',
    what: 'A training station prints on its simulated printer only. Nothing was contacted.',
    next: ['Choose the simulated printer.', 'Real printers are set up at a live station.'],
  },
  ...enCredentialErrors,
  ...enStationErrors,
  ...enDiagnosisErrors,
  'app.fault': {
    title: 'The till made a mistake',
    what: 'It is ours, not yours. It has been written down without the customer’s data.',
    next: ['Try again.', 'If it happens again, tell support the trace below.'],
  },
} as const satisfies ErrorTexts;
