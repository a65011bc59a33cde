import type { ErrorText, StationErrorCode } from './texts.ts';

/** What the journal, the people and the station itself can answer with. */
export const ltStationErrors = {
  'journal.newer-version': {
    title: 'Žurnalas naujesnis už šią programą',
    what: 'Jį rašė naujesnė kasos versija. Ši jo neliečia ir nepasileidžia.',
    next: ['Paleiskite naujesnę versiją.'],
  },
  'journal.copy-not-written': {
    title: 'Kopija neįrašyta',
    what: 'Tokio aplanko nėra arba diskas nieko nepriima.',
    next: ['Nurodykite kitą vietą.'],
  },
  'journal.file-exists': {
    title: 'Toks failas jau yra',
    what: 'Niekas neperrašyta.',
    next: ['Pasirinkite kitą pavadinimą.'],
  },
  'journal.entry-not-open': {
    title: 'Tokio neužbaigto įrašo nėra',
    what: 'Jis jau užbaigtas arba jo niekada nebuvo.',
    next: ['Pažiūrėkite neužbaigtų įrašų sąrašą.'],
  },
  'journal.not-proven': {
    title: 'Žurnalas pakitęs',
    what: 'Įrašas netinka grandinei arba trūksta jos pabaigos.',
    next: ['Nieko nekeiskite kasos aplanke.', 'Padarykite žurnalo atsarginę kopiją.'],
  },
  'journal.not-writable': {
    title: 'Nepavyksta rašyti žurnalo',
    what: 'Diskas pilnas arba tik skaitomas, todėl niekas neišsiųsta ir neišspausdinta. Klientų paieška veikia.',
    next: ['Atlaisvinkite vietos diske arba leiskite į jį rašyti.', 'Bandykite dar kartą.'],
  },
  'station.not-well': {
    title: 'Kasai reikia pagalbos',
    what: 'Patikra rado gedimą.',
    next: ['Perskaitykite patikros rezultatą.'],
  },
  'report.unknown': {
    title: 'Tokio numerio ataskaitos nėra',
    what: 'Dienos numeruojamos nuo 1 iki paskutinio uždarymo.',
    next: ['Pasirinkite kitą numerį.'],
  },
  'report.not-saved': {
    title: 'Ataskaita neįrašyta',
    what: 'Į diską dabar rašyti negalima.',
    next: ['Atlaisvinkite vietos diske arba leiskite į jį rašyti ir įrašykite dar kartą.'],
  },
  'operator.pin-wrong': {
    title: 'Neteisingas PIN',
    what: 'Šis bandymas skaičiuojamas.',
    next: ['Įveskite PIN dar kartą.'],
  },
  'operator.pin-too-short': {
    title: 'PIN per paprastas',
    what: 'Reikia 6–12 skaitmenų, ne vienodų ir ne iš eilės.',
    next: ['Pasirinkite kitą PIN.'],
  },
  'operator.name-taken': {
    title: 'Vardas užimtas',
    what: 'Darbuotojas tokiu vardu jau yra.',
    next: ['Pasirinkite kitą vardą.'],
  },
  'operator.card-taken': {
    title: 'Kortelė jau priskirta',
    what: 'Ji parenka kitą šios kasos darbuotoją.',
    next: ['Naudokite kitą kortelę arba pirma panaikinkite priskyrimą.'],
  },
  'operator.supervisor-first': {
    title: 'Pirmas turi būti vyresnysis',
    what: 'Naujas darbuotojų sąrašas pradedamas nuo vyresniojo.',
    next: ['Pirma įrašykite vyresnįjį.'],
  },
  'operator.last-one': {
    title: 'Paskutinis lieka',
    what: 'Be vyresniojo sąrašo niekas netvarkytų, be darbuotojų niekas neatrakintų.',
    next: ['Pirma įrašykite kitą vyresnįjį.'],
  },
  'operator.list-whole': {
    title: 'Darbuotojų sąrašas sveikas',
    what: 'Kopija pakeičia tik prarastą sąrašą.',
    next: ['Keiskite darbuotojus po vieną.'],
  },
  'operator.not-restored': {
    title: 'Ši kopija netinka',
    what: 'Jos nėra, ji sugadinta, tuščia, naujesnė arba kitos kasos.',
    next: ['Bandykite kitą kopiją arba pradėkite naują sąrašą.'],
  },
  'operator.unknown': {
    title: 'Tokio darbuotojo nėra',
    what: 'Šioje kasoje darbuotojo tokiu vardu nėra.',
    next: ['Pasirinkite iš sąrašo.'],
  },
  'operator.not-permitted': {
    title: 'Jūsų pareigos to neleidžia',
    what: 'Niekas neišsiųsta.',
    next: ['Paprašykite vyresniojo leidimo.'],
  },
  'operator.locked': {
    title: 'Kasa užrakinta',
    what: 'Nieko nedaryta.',
    next: ['Atrakinkite ją savo PIN.'],
  },
  'operator.wait': {
    title: 'Per daug neteisingų PIN',
    what: 'Šis darbuotojas turi palaukti.',
    next: ['Palaukite arba tegul kasą atrakina kolega.'],
  },
  'operator.not-kept': {
    title: 'Darbuotojų sąrašas neprieinamas',
    what: 'Jo failo nepavyksta perskaityti arba įrašyti.',
    next: ['Atlaisvinkite vietos diske arba leiskite į jį rašyti.'],
  },
} as const satisfies Readonly<Record<StationErrorCode, ErrorText>>;
