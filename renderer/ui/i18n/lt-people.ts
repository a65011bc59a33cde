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
  waitMinutes: 'Per daug neteisingų PIN. Bandykite po {{minutes}} min.',
  unlock: 'Atrakinti',
  clear: 'Valyti',
  back: 'Ištrinti paskutinį skaitmenį',
  lost: {
    title: 'Atrakinti negalima: nėra darbuotojų sąrašo',
    reason: {
      missing: 'Jo failas dingo, nors ši kasa turi darbuotojų.',
      damaged: 'Jo failas sugadintas.',
      newer: 'Jį rašė naujesnė kasos versija.',
      'other-key': 'Kasos raktas ne tas, su kuriuo sudaryti PIN.',
      'no-key': 'Nepavyksta perskaityti kasos rakto.',
      'disk-full': 'Diskas pilnas: neteisingo PIN nebūtų kur įskaityti.',
      'read-only': 'Diskas tik skaitomas: neteisingo PIN nebūtų kur įskaityti.',
      unavailable: 'Jo failo šiuo metu nepavyksta perskaityti.',
    },
    setAside: 'Atidėtas nepakeistas: {{name}}.',
    back: 'Kelias atgal – šios kasos duomenų aplanko savininkui, jos komandų eilutėje:',
    restore: 'Grąžinkite kasos saugomą kopiją arba savo atsarginę kopiją:',
    anew: 'Arba pradėkite naują sąrašą nuo pirmojo vyresniojo; PIN įveskite kitoje eilutėje:',
    passes: {
      newer: 'Paleiskite naujesnę versiją.',
      'no-key': 'Grąžinkite station.key į duomenų aplanką iš atsarginės kopijos.',
      'disk-full': 'Atlaisvinkite vietos diske.',
      'read-only': 'Leiskite rašyti į diską.',
      unavailable: 'Jei tęsiasi, skambinkite pagalbai.',
    },
    byItself: 'Kasa tai pastebės pati.',
  },
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

/** One action that a supervisor allows on the spot. */
export const ltOverride = {
  title: 'Paklauskite vyresniojo',
  what: 'Jūsų pareigos to neleidžia:',
  say: 'Kas gali leisti, čia įveda savo PIN. Leidžiama vieną kartą, įrašomi abu vardai.',
  allow: 'Leisti kartą',
  cancel: 'Nedaryti',
  permission: {
    serve: 'klientų aptarnavimas',
    print: 'spausdinimas',
    lists: 'sąskaitos sąrašai',
    change: 'sąskaitos keitimas ar kortelės susiejimas',
    devices: 'įrenginių keitimas',
    settle: 'neaiškios baigties nurodymas',
    reports: 'ataskaitos',
    'close-day': 'dienos uždarymas',
    people: 'darbuotojų sąrašas',
    override: 'leidimas kitiems',
  },
} as const;
