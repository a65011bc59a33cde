/** Bytes that letters must come out as, with the page selected: Epson's own tables, as the project's device notes list them. */
export const receiptLetterVectors = [
  { page: 'wpc1257', select: '1b7433', text: 'Jūsų', bytes: '4afb73f8' },
  { page: 'wpc1257', select: '1b7433', text: 'ąčęėįšųūž', bytes: 'e0e8e6ebe1f0f8fbfe' },
  { page: 'wpc1257', select: '1b7433', text: '€', bytes: '80' },
  { page: 'pc775', select: '1b7421', text: 'Jūsų', bytes: '4ad773d6' },
  { page: 'pc866', select: '1b7411', text: 'Ваш баланс', bytes: '82a0e820a1a0aba0ade1' },
  { page: 'wpc1251', select: '1b742e', text: 'Ваш баланс', bytes: 'c2e0f820e1e0ebe0edf1' },
  { page: 'wpc1251', select: '1b742e', text: '€', bytes: '88' },
] as const;
