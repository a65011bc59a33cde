import type { CredentialErrorCode, ErrorText } from './texts.ts';

/** What is wrong with the till's own secrets. */
export const ltCredentialErrors = {
  'credentials.missing': {
    title: 'Kasa neturi rakto',
    what: 'Tikruoju režimu kasai reikia kliento numerio ir rakto, kad susisiektų su paslauga.',
    next: ['Praneškite pagalbos tarnybai: reikia įdiegti raktą.'],
  },
  'credentials.unreadable': {
    title: 'Nepavyko perskaityti kasos rakto',
    what: 'Rakto failo nėra arba jis neprieinamas.',
    next: ['Praneškite pagalbos tarnybai: reikia atkurti rakto failą.'],
  },
  'credentials.exposed': {
    title: 'Kasos raktas neapsaugotas',
    what: 'Jį galėtų perskaityti kiti šio kompiuterio naudotojai, todėl kasa jo nenaudoja.',
    next: ['Praneškite pagalbos tarnybai: failo teisės turi būti 0600.'],
  },
  'credentials.expired': {
    title: 'Kasos sertifikatas dabar negalioja',
    what: 'Jis pasibaigė arba neteisinga šio kompiuterio data.',
    next: ['Patikrinkite kompiuterio datą ir laiką.', 'Praneškite pagalbos tarnybai: reikia atnaujinti sertifikatą.'],
  },
  'credentials.token-missing': {
    title: 'Kasai niekas nesuteikė prieigos',
    what: 'Tam reikia piniginės naudotojo prieigos rakto, o jo nėra.',
    next: ['Praneškite pagalbos tarnybai: reikia įkelti prieigos raktą.'],
  },
  'credentials.not-kept': {
    title: 'Slaptojo rakto išsaugoti nepavyko',
    what: 'Kasa negalėjo jo įrašyti, todėl nenaudoja. Galioja senasis.',
    next: ['Praneškite pagalbos tarnybai: galbūt diskas pilnas arba tik skaitomas.'],
  },
  'credentials.keyring-unavailable': {
    title: 'Sistemos raktinės nėra',
    what: 'Šios kasos slaptieji duomenys laikomi sistemos raktinėje, o čia jos atverti negalima. Niekas neišsiųsta.',
    next: [
      'Prisijunkite prie sistemos tuo naudotoju, kuris nustatė kasą.',
      'Arba laikykite slaptuosius duomenis faile: praneškite pagalbos tarnybai.',
    ],
  },
  'credentials.read-only': {
    title: 'Šį slaptąjį raktą saugo sistema',
    what: 'Kasa jį gauna paleidžiant tarnybą ir pati pakeisti negali. Galioja senasis.',
    next: ['Paprašykite pakeisti tarnybos raktą, tada paleiskite tarnybą iš naujo.'],
  },
  'credentials.till-not-running': {
    title: 'Kasa neveikia',
    what: 'Šiuos slaptuosius duomenis turi tik veikianti kasa. Niekas neišsiųsta.',
    next: ['Paleiskite kasą ir bandykite dar kartą.'],
  },
  'credentials.till-refused': {
    title: 'Veikianti kasa šiam naudotojui neatsako',
    what: 'Niekas nepasakyta ir niekas neišsiųsta.',
    next: ['Vykdykite komandą tuo naudotoju, kuris paleido kasą.'],
  },
  'credentials.till-silent': {
    title: 'Veikianti kasa neatsakė',
    what: 'Ji buvo paklausta ir laiku neatsakė arba nutraukė ryšį. Niekas neišsiųsta.',
    next: ['Bandykite dar kartą.', 'Jei kartojasi, paleiskite kasą iš naujo.'],
  },
} as const satisfies Readonly<Record<CredentialErrorCode, ErrorText>>;
