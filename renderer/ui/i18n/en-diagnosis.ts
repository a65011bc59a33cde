import { type FindingCode, type NextCode, stationFindings } from '../../../shared/domain/station-findings.ts';
import type { DiagnosisErrorCode, ErrorText } from './texts.ts';

const findings = Object.entries(stationFindings) as [FindingCode, { readonly what: string; readonly next: string }][];

// The command line speaks English from the same table.
const what = Object.fromEntries(findings.map(([code, sentence]) => [code, sentence.what]));
const next = Object.fromEntries(findings.flatMap(([code, { next: hint }]) => (hint === '' ? [] : [[code, hint]])));

/** The whole station, checked. */
export const enDiagnosis = {
  title: 'Check the station',
  open: 'Check the station',
  back: 'Back',
  again: 'Check again',
  save: 'Save a diagnosis',
  looking: 'Checking: the service, the printer, the journal…',
  at: 'Checked at {{time}}',
  worst: {
    well: 'All is well',
    care: 'It works, and something should be seen to',
    bad: 'Something is wrong',
    skipped: 'Nothing was checked',
  },
  verdict: { well: 'Well', care: 'See to it', bad: 'Wrong', skipped: 'Not checked' },
  check: {
    settings: 'Settings',
    secrets: 'Secrets',
    'data-folder': 'Data folder',
    'disk-space': 'Room on the disk',
    lock: 'One till alone',
    journal: 'Journal',
    people: 'Operators',
    api: 'Way to the service',
    clock: 'Clock',
    credentials: 'Credentials',
    printer: 'Receipt printer',
    readers: 'Reader',
    'device-rules': 'Rights for USB readers',
    voice: 'Voice',
    service: 'Start by itself',
    versions: 'Versions',
  },
  finding: what as Readonly<Record<FindingCode, string>>,
  next: next as Readonly<Record<NextCode, string>>,
  bundle: 'Diagnosis for support',
  bundleSay:
    'Versions, settings, the log, devices and counts of the journal, in one file. No secret, no customer and no operator is in it; that is checked before it is written.',
  saving: 'Saving…',
  saved: 'Saved:',
  savedNext: 'Send this file to support. It stays here until five newer ones are there.',
  parts: 'In it: {{parts}}',
  markedPart: 'Part: {{part}}. Kind of what was found: {{mark}}.',
  reason: 'Said by the system: {{reason}}',
  mark: {
    secret: 'a secret',
    'card-number': 'a long number, as of a card',
    'account-number': 'an account number',
    'e-mail': 'an e-mail address',
    phone: 'a phone number',
    name: 'an operator’s name',
  },
} as const;

export const enDiagnosisErrors = {
  'bundle.marked': {
    title: 'The diagnosis holds what must stay here',
    what: 'A part of it holds what must not leave this station. Nothing was written.',
    next: ['Tell support which part it is.'],
  },
  'bundle.not-written': {
    title: 'The diagnosis could not be written',
    what: 'The file could not be written: the disk is full or read-only, or the file is there already.',
    next: ['Make room on the disk.', 'Try again.'],
  },
} as const satisfies Readonly<Record<DiagnosisErrorCode, ErrorText>>;
