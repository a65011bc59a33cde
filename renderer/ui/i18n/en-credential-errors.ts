import type { CredentialErrorCode, ErrorText } from './texts.ts';

/** What is wrong with the till's own secrets. */
export const enCredentialErrors = {
  'credentials.missing': {
    title: 'The till has no key',
    what: 'A live station needs its client number and key to talk to the service.',
    next: ['Tell support: the key must be installed.'],
  },
  'credentials.unreadable': {
    title: 'The till’s key cannot be read',
    what: 'The file with the key is missing or not readable.',
    next: ['Tell support: the key’s file must be restored.'],
  },
  'credentials.exposed': {
    title: 'The till’s key lies open',
    what: 'Other users of this machine could read it, so the till does not use it.',
    next: ['Tell support: the file’s rights must be 0600.'],
  },
  'credentials.expired': {
    title: 'The till’s certificate is not valid now',
    what: 'It has expired, or this machine’s date is wrong.',
    next: ['Compare the date and time of this machine.', 'Tell support: the certificate must be renewed.'],
  },
  'credentials.token-missing': {
    title: 'Nobody gave the till access',
    what: 'This needs an access token of the wallet’s user, and there is none.',
    next: ['Tell support: an access token must be imported.'],
  },
  'credentials.not-kept': {
    title: 'The secret could not be stored',
    what: 'The till could not write it, so it does not use it. The old one holds.',
    next: ['Tell support: the disk may be full or read-only.'],
  },
  'credentials.keyring-unavailable': {
    title: 'The system’s keyring is not there',
    what: 'The secrets of this till are kept in the system’s keyring, and none can be opened here. Nothing was sent.',
    next: ['Sign in to the system as the user who set up the till.', 'Or keep the secrets in a file: tell support.'],
  },
  'credentials.read-only': {
    title: 'The system keeps this secret',
    what: 'It is given to the till when the service starts; the till cannot change it. The old one holds.',
    next: ['Have the credential of the service changed, then start the service again.'],
  },
  'credentials.till-not-running': {
    title: 'The till is not running',
    what: 'Only the running till has this secret. Nothing was sent.',
    next: ['Start the till, then try again.'],
  },
  'credentials.till-refused': {
    title: 'The running till does not answer this user',
    what: 'Nothing was told and nothing was sent.',
    next: ['Run the command as the user who runs the till.'],
  },
  'credentials.till-silent': {
    title: 'The running till did not answer',
    what: 'It was asked and said nothing in time, or hung up. Nothing was sent.',
    next: ['Try again.', 'If it stays so, restart the till.'],
  },
} as const satisfies Readonly<Record<CredentialErrorCode, ErrorText>>;
