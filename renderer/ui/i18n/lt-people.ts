/** The lock, and what the journal says of itself on the strip. */
export const ltLock = {
  title: 'Kasa užrakinta',
  shift: 'Pamaina nuo {{time}} tęsiasi ({{name}}).',
  since: {
    start: 'Užrakinta nuo paleidimo {{time}}.',
    idle: 'Užrakinta {{time}}, po 15 minučių neveiklos.',
    key: 'Užrakinta {{time}} klavišu.',
  },
  noCards: 'Klientų kortelės čia nenuskaitomos: užrakinta kasa jų nepriima.',
  ownCard: 'Jūsų kortelė jus parenka. Atrakina tik PIN.',
  choose: 'Kas jūs?',
  pinOf: 'PIN: {{name}}',
  notMe: 'Kitas darbuotojas?',
  wrong: 'Neteisingas PIN. Liko bandymų iki laukimo: {{left}}.',
  wait: 'Per daug neteisingų PIN. Bandykite po {{seconds}} s.',
  unlock: 'Atrakinti',
  clear: 'Valyti',
  back: 'Ištrinti paskutinį skaitmenį',
  role: {
    cashier: 'Kasininkas',
    supervisor: 'Vyresnysis',
    technician: 'Technikas',
  },
} as const;

export const ltJournal = {
  name: 'Žurnalas',
  failing: {
    'disk-full': 'Žurnalas: diskas pilnas',
    'read-only': 'Žurnalas: diskas tik skaitomas',
    unavailable: 'Nepavyksta rašyti žurnalo',
    'no-key': 'Žurnalas: nėra kasos rakto',
  },
  unsettled: 'Žurnalas: neaiškių baigčių: {{count}}',
  setAside: 'Sugadintas žurnalas atidėtas',
} as const;
