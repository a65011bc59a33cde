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
  unlock: 'Unlock',
  clear: 'Clear',
  back: 'Delete the last digit',
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
