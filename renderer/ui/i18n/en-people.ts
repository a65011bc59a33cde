/** The lock, and what the journal says of itself on the strip. */
export const enLock = {
  title: 'The till is locked',
  shift: 'The shift since {{time}} goes on ({{name}}).',
  since: {
    start: 'Locked since {{time}}, when it was started.',
    idle: 'Locked at {{time}}, after 15 minutes without use.',
    key: 'Locked at {{time}} by key.',
  },
  noCards: 'Customers’ cards are not read here: a locked till does not take them.',
  ownCard: 'Your own card chooses you. Only the PIN unlocks.',
  choose: 'Who are you?',
  pinOf: 'PIN of {{name}}',
  notMe: 'Somebody else?',
  wrong: 'Wrong PIN. Tries left before a wait: {{left}}.',
  wait: 'Too many wrong PINs. Try again in {{seconds}} s.',
  waitMinutes: 'Too many wrong PINs. Try again in {{minutes}} min.',
  unlock: 'Unlock',
  clear: 'Clear',
  back: 'Delete the last digit',
  lost: {
    title: 'Nobody can unlock: the list of operators is not there',
    reason: {
      missing: 'Its file is gone, but this station has operators.',
      damaged: 'Its file is damaged.',
      newer: 'A newer version of the till wrote it.',
      'other-key': 'The station’s key is not the one that the PINs were made with.',
      'no-key': 'The station’s key cannot be read.',
      'disk-full': 'The disk is full: a wrong PIN could not be counted.',
      'read-only': 'The disk is read-only: a wrong PIN could not be counted.',
      unavailable: 'Its file cannot be read just now.',
    },
    setAside: 'Put aside, unchanged, as {{name}}.',
    back: 'The way back, by whoever owns this station’s data folder, on its command line:',
    restore: 'Put the copy back that the till keeps, or a backup of yours:',
    anew: 'Or begin a new list with its first supervisor; type the PIN on the next line:',
    passes: {
      newer: 'Start the newer version.',
      'no-key': 'Put station.key back into the data folder, from its backup.',
      'disk-full': 'Make room on the disk.',
      'read-only': 'Have the disk made writable.',
      unavailable: 'If it lasts, call support.',
    },
    byItself: 'The till notices by itself.',
  },
  role: {
    cashier: 'Cashier',
    supervisor: 'Supervisor',
    technician: 'Technician',
  },
} as const;

export const enJournal = {
  name: 'Journal',
  failing: {
    'disk-full': 'Journal: the disk is full',
    'read-only': 'Journal: the disk is read-only',
    unavailable: 'Journal cannot be written',
    'no-key': 'Journal: no station key',
  },
  unsettled: 'Journal: outcomes to settle: {{count}}',
  setAside: 'A damaged journal was put aside',
} as const;

/** One action that a supervisor allows on the spot. */
export const enOverride = {
  title: 'Ask a supervisor',
  what: 'Your role does not allow this:',
  say: 'Whoever may allow it gives their PIN here. It is allowed once, and both names are written down.',
  allow: 'Allow once',
  cancel: 'Leave it undone',
  permission: {
    serve: 'serving customers',
    print: 'printing',
    lists: 'lists of an account',
    change: 'changing an account or relating a card',
    devices: 'changing the devices',
    settle: 'settling an open outcome',
    reports: 'reports',
    'close-day': 'closing the day',
    people: 'the list of operators',
    override: 'allowing others',
  },
} as const;
