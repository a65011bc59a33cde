import { z } from 'zod';
import { type ErrorCode, errorCodes } from '../errors/error-table.ts';

// What a check of the station can find, as data: the command line prints these sentences, the page has them in the
// languages of its screens under the same names. `{{…}}` is a fact of the finding.

/** Everything that is checked, in the order in which a technician would. */
export const checkNames = [
  'settings',
  'secrets',
  'data-folder',
  'disk-space',
  'lock',
  'journal',
  'people',
  'api',
  'clock',
  'credentials',
  'printer',
  'readers',
  'device-rules',
  'voice',
  'service',
  'versions',
] as const;
export type CheckName = (typeof checkNames)[number];

/** `care`: works, and somebody should see to it. `skipped`: could not be looked at, or has no meaning here. */
export const verdicts = ['well', 'care', 'bad', 'skipped'] as const;
export type Verdict = (typeof verdicts)[number];

interface Sentence {
  readonly verdict: Verdict;
  readonly what: string;
  /** What to do; empty for nothing. */
  readonly next: string;
}

export const stationFindings = {
  'check.failed': { verdict: 'bad', what: 'The check itself failed: a bug of ours.', next: 'Call support.' },
  'check.not-here': { verdict: 'skipped', what: 'It has no meaning at this station.', next: '' },
  'check.needs-settings': {
    verdict: 'skipped',
    what: 'Not checked without valid settings.',
    next: 'Mend the settings first.',
  },
  'check.needs-api': {
    verdict: 'skipped',
    what: 'Not checked while the API is not reached.',
    next: 'Mend the way to the API first.',
  },
  'check.needs-secrets': {
    verdict: 'skipped',
    what: 'Not checked without the secrets.',
    next: 'Mend the secrets first.',
  },
  'check.held-by-till': {
    verdict: 'skipped',
    what: 'The till that runs holds it, so that nobody else can ask it.',
    next: 'Look at the check on the screen of the till.',
  },

  'settings.valid': {
    verdict: 'well',
    what: 'All settings are allowed, and the station would start with them.',
    next: '',
  },
  'secrets.readable': { verdict: 'well', what: 'All secrets can be read, by this user alone.', next: '' },
  'secrets.open-to-others': {
    verdict: 'bad',
    what: 'Other users of this computer may read a file with a secret: {{file}}.',
    next: 'Take that right away (chmod 600), and renew the secret.',
  },
  'folder.writable': { verdict: 'well', what: 'The data folder can be written to.', next: '' },
  'folder.not-writable': {
    verdict: 'bad',
    what: 'The data folder cannot be written to ({{reason}}).',
    next: 'Give it to the user that the till runs as, or mend the disk.',
  },
  'folder.open-to-others': {
    verdict: 'care',
    what: 'Other users of this computer may look into the data folder.',
    next: 'Take that right away (chmod 700).',
  },
  'disk.enough': { verdict: 'well', what: '{{free}} MB are free.', next: '' },
  'disk.low': { verdict: 'care', what: 'Only {{free}} MB are free.', next: 'Make room on the disk soon.' },
  'disk.full': {
    verdict: 'bad',
    what: 'Only {{free}} MB are free: soon nothing can be written, printed or changed.',
    next: 'Make room on the disk now.',
  },
  'lock.this': { verdict: 'well', what: 'This till alone works in its folder.', next: '' },
  'lock.free': { verdict: 'well', what: 'No till runs in this folder.', next: '' },
  'lock.held': { verdict: 'well', what: 'A till runs in this folder; a second one would give way to it.', next: '' },
  'lock.left-behind': {
    verdict: 'care',
    what: 'The till before did not end in order: it was killed, or the power went.',
    next: 'Nothing stops the next start. Look into the journal for what was left open.',
  },
  'journal.proven': { verdict: 'well', what: 'Every entry fits the chain; entries: {{count}}.', next: '' },
  'journal.none': { verdict: 'well', what: 'Nothing was journaled yet.', next: '' },
  'journal.set-aside': {
    verdict: 'care',
    what: 'A damaged journal was put aside: {{file}}.',
    next: 'Keep that file and tell support.',
  },
  'journal.clock-set': {
    verdict: 'well',
    what: 'The clock was set while entries were written; times: {{count}}.',
    next: '',
  },
  'journal.lost-something': {
    verdict: 'care',
    what: 'At a start the end of the journal was missing, or what proves it; noticed in entry {{entry}}.',
    next: 'Compare with a backup, and ask who was at the files of this station.',
  },
  'journal.unsettled': {
    verdict: 'care',
    what: 'Changes or prints of which nobody knows what became: {{count}}.',
    next: 'Run till journal open, look, and say so with till journal resolve.',
  },
  'people.listed': { verdict: 'well', what: 'Operators who may unlock this station: {{count}}.', next: '' },
  'people.none': {
    verdict: 'care',
    what: 'Nobody is entered, so that the station has no lock.',
    next: 'Enter a supervisor: till operator add.',
  },
  'api.answers': { verdict: 'well', what: 'The API answered in {{ms}} ms.', next: '' },
  'api.slow': {
    verdict: 'care',
    what: 'The API answered, but only after {{ms}} ms.',
    next: 'Check what else uses the network; a cable is better than radio.',
  },
  'clock.right': { verdict: 'well', what: 'This computer’s clock is right (off by {{seconds}} s).', next: '' },
  'clock.off': {
    verdict: 'bad',
    what: 'This computer’s clock is off by {{seconds}} s.',
    next: 'Set it, and turn the automatic setting on.',
  },
  'credentials.accepted': { verdict: 'well', what: 'The API accepts the credentials.', next: '' },
  'credentials.no-receipts': {
    verdict: 'care',
    what: 'The API accepts the credentials, but does not give receipts to this client.',
    next: 'Ask the provider to enable receipts, or switch them off in the settings.',
  },
  'credentials.forbidden': {
    verdict: 'bad',
    what: 'The API knows this client, but does not let it look for wallets.',
    next: 'Ask the provider to enable the API for this client.',
  },
  'printer.ready': { verdict: 'well', what: 'The printer is ready.', next: '' },
  'printer.paper-low': { verdict: 'care', what: 'The paper is nearly used up.', next: 'Have a roll at hand.' },
  'readers.keyboard-only': {
    verdict: 'well',
    what: 'Scans come through the keyboard; no other reader is set up.',
    next: '',
  },
  'reader.listening': { verdict: 'well', what: 'It listens.', next: '' },
  'reader.absent': { verdict: 'bad', what: 'It is not there.', next: 'Check its cable and its power.' },
  'reader.no-permission': {
    verdict: 'bad',
    what: 'It is there, and this user may not open it.',
    next: 'Install build/udev/60-wallet-till.rules, or add the user to the group of the serial port (dialout).',
  },
  'reader.driver-missing': {
    verdict: 'bad',
    what: 'A system library that its driver needs is missing.',
    next: 'Install libusb-1.0-0 and libpcsclite1.',
  },
  'reader.service-missing': {
    verdict: 'bad',
    what: 'The system’s card service does not run.',
    next: 'Install and start pcscd.',
  },
  'reader.hung': { verdict: 'bad', what: 'It does not answer any more.', next: 'Pull its cable and plug it in again.' },
  'rules.installed': { verdict: 'well', what: 'The rule that lets this user open readers is installed.', next: '' },
  'rules.missing': {
    verdict: 'care',
    what: 'No rule lets this user open USB readers.',
    next: 'Copy build/udev/60-wallet-till.rules to /etc/udev/rules.d, then udevadm control --reload and plug the reader in again.',
  },
  'voice.installed': { verdict: 'well', what: 'The system has voices to read the screen aloud.', next: '' },
  'voice.missing': {
    verdict: 'care',
    what: 'No voice is installed: nothing can be read aloud.',
    next: 'Install speech-dispatcher and espeak-ng.',
  },
  'service.runs': { verdict: 'well', what: 'The service started this till, and starts it again if it dies.', next: '' },
  'service.installed': {
    verdict: 'care',
    what: 'The service is installed, but this program was started by hand.',
    next: 'Start it with systemctl start wallet-till.',
  },
  'service.none': {
    verdict: 'skipped',
    what: 'No service is installed: a till that dies stays down until somebody starts it.',
    next: 'docs/how-to/run-as-a-service.md tells how.',
  },
  'versions.known': { verdict: 'well', what: 'Wallet Till {{app}} on {{host}}, Node {{node}}, {{system}}.', next: '' },
  'versions.development': {
    verdict: 'care',
    what: 'Wallet Till {{app}} on the development host, Node {{node}}, {{system}}.',
    next: 'For customers, run the packaged application.',
  },
} as const satisfies Readonly<Record<string, Sentence>>;

export type FindingCode = keyof typeof stationFindings;
/** Findings with which something is to be done. */
export type NextCode = {
  [C in FindingCode]: (typeof stationFindings)[C]['next'] extends '' ? never : C;
}[FindingCode];
export const findingCodes = Object.keys(stationFindings) as readonly FindingCode[];

/** What a check found: in its own words, or in those of an error. */
export const CheckResult = z.strictObject({
  check: z.enum(checkNames),
  /** Which one, where there are several: a reader's name. */
  about: z.string().max(40).nullable(),
  verdict: z.enum(verdicts),
  finding: z.union([
    z.enum(findingCodes as [FindingCode, ...FindingCode[]]),
    z.enum(errorCodes as [ErrorCode, ...ErrorCode[]]),
  ]),
  facts: z.record(z.string().max(20), z.union([z.number(), z.string().max(200)])),
});
export type CheckResult = z.infer<typeof CheckResult>;

export function isFindingCode(finding: CheckResult['finding']): finding is FindingCode {
  return Object.hasOwn(stationFindings, finding);
}

export function hasNext(finding: FindingCode): finding is NextCode {
  return stationFindings[finding].next !== '';
}

/** Puts facts into a sentence. */
export function withFacts(sentence: string, facts: CheckResult['facts']): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(facts[name] ?? whole));
}
