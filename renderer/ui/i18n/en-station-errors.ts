import type { ErrorText, StationErrorCode } from './texts.ts';

/** What the journal, the people and the station itself can answer with. */
export const enStationErrors = {
  'journal.newer-version': {
    title: 'The journal is newer than this program',
    what: 'A newer version of the till wrote it. This one leaves it as it is and does not start.',
    next: ['Start the newer version.'],
  },
  'journal.copy-not-written': {
    title: 'The copy was not written',
    what: 'There is no such folder, or the disk takes nothing.',
    next: ['Name another place.'],
  },
  'journal.file-exists': {
    title: 'That file is there already',
    what: 'Nothing was overwritten.',
    next: ['Choose another name.'],
  },
  'journal.entry-not-open': {
    title: 'Nothing of that number is open',
    what: 'It was settled before, or there is no such entry.',
    next: ['Look at the list of what is open.'],
  },
  'journal.not-proven': {
    title: 'The journal is not what it was',
    what: 'An entry does not fit the chain, or its end is missing.',
    next: ['Change nothing in the till’s folder.', 'Make a backup of the journal.'],
  },
  'journal.not-writable': {
    title: 'The journal cannot be written',
    what: 'The disk is full or read-only. So nothing was sent and nothing was printed; looking up customers still works.',
    next: ['Make room on the disk or have it made writable.', 'Try again.'],
  },
  'station.not-well': {
    title: 'The station needs a hand',
    what: 'A check found something wrong.',
    next: ['Read what the check says.'],
  },
  'report.unknown': {
    title: 'No report of that number',
    what: 'The days are numbered from 1 to the latest close.',
    next: ['Choose another number.'],
  },
  'report.not-saved': {
    title: 'The report was not saved',
    what: 'The disk takes nothing just now.',
    next: ['Make room on the disk or have it made writable, and save it again.'],
  },
  'operator.pin-wrong': {
    title: 'Wrong PIN',
    what: 'This try counts.',
    next: ['Type the PIN again.'],
  },
  'operator.pin-too-short': {
    title: 'The PIN is too simple',
    what: 'It needs 6 to 12 digits, not all the same and not in a row.',
    next: ['Choose another PIN.'],
  },
  'operator.name-taken': {
    title: 'The name is taken',
    what: 'An operator of that name is there already.',
    next: ['Choose another name.'],
  },
  'operator.card-taken': {
    title: 'The card chooses a colleague already',
    what: 'It chooses another operator of this station.',
    next: ['Use another card, or take it from the other operator first.'],
  },
  'operator.supervisor-first': {
    title: 'A supervisor comes first',
    what: 'A new list of operators begins with a supervisor.',
    next: ['Enter a supervisor first.'],
  },
  'operator.last-one': {
    title: 'The last one stays',
    what: 'Without a supervisor nobody could look after the list; without operators nobody could unlock.',
    next: ['Enter another supervisor first.'],
  },
  'operator.list-whole': {
    title: 'The list of operators is whole',
    what: 'A copy replaces a list only when that was lost.',
    next: ['Change operators one by one.'],
  },
  'operator.not-restored': {
    title: 'This copy cannot be used',
    what: 'It is missing, damaged, empty, newer, or of another station.',
    next: ['Try another backup, or begin a new list.'],
  },
  'operator.unknown': {
    title: 'Nobody of that name',
    what: 'No operator of that name works at this station.',
    next: ['Choose from the list.'],
  },
  'operator.not-permitted': {
    title: 'Your role does not allow this',
    what: 'Nothing was sent.',
    next: ['Ask a supervisor to allow it.'],
  },
  'operator.locked': {
    title: 'The till is locked',
    what: 'Nothing was done.',
    next: ['Unlock it with your PIN.'],
  },
  'operator.wait': {
    title: 'Too many wrong PINs',
    what: 'This operator has to wait.',
    next: ['Wait, or let a colleague unlock the till.'],
  },
  'operator.not-kept': {
    title: 'The list of operators cannot be used',
    what: 'Its file cannot be read or written.',
    next: ['Make room on the disk or have it made writable.'],
  },
} as const satisfies Readonly<Record<StationErrorCode, ErrorText>>;
