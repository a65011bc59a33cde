import { ltCredentialErrors } from './lt-credential-errors.ts';
import { ltDiagnosisErrors } from './lt-diagnosis.ts';
import { ltStationErrors } from './lt-station-errors.ts';
import type { ErrorTexts } from './texts.ts';

export const ltErrors = {
  'scan.unreadable': {
    title: 'Nuskaityti nepavyko',
    what: 'Skaitytuvas pateikė ne kortelės numerį ir ne brūkšninį kodą.',
    next: ['Nuskaitykite dar kartą, lėčiau ir tiesiai.', 'Jei kartojasi, surinkite numerį: F2.'],
  },
  'scan.product-barcode': {
    title: 'Tai prekės brūkšninis kodas',
    what: 'Nuskaityta prekė, o ne klientas. Nieko neieškota.',
    next: ['Nuskaitykite kliento kortelę arba kodą programėlėje.'],
  },
  'scan.chip-number-only': {
    title: 'Nuskaitytas tik lustas',
    what: 'Kortelės lustas turi savo numerį. Jis nėra tas, kuris ant kortelės, todėl nieko neieškota.',
    next: ['Įveskite kortelės numerį: F2.', 'Arba nuskaitykite kodą kliento programėlėje.'],
  },
  'identifier.malformed': {
    title: 'Netinkamas numeris',
    what: 'Jis neatitinka šios rūšies numerio formos. Nieko neišsiųsta.',
    next: ['Palyginkite su kortele arba paklauskite kliento.', 'Surinkite iš naujo: F2.'],
  },
  'amount.malformed': {
    title: 'Netinkama suma',
    what: 'Ji turi būti didesnė už nulį ir turėti tiek skaitmenų po kablelio, kiek jų turi valiuta. Užklausa neišsiųsta.',
    next: ['Surinkite sumą iš naujo.'],
  },
  'amount.currency-not-in-cents': {
    title: 'Šia valiuta negalima',
    what: 'Ji neturi dviejų skaitmenų po kablelio, o paslauga nenurodo, ką tokia suma reiškia. Užklausa neišsiųsta.',
    next: ['Pasirinkite kitą valiutą.'],
  },
  'receipt.width-exceeds-printer': {
    title: 'Eilutė per plati spausdintuvui',
    what: 'Prašoma daugiau ženklų eilutėje, nei jų telpa šiame spausdintuve. Nieko neišspausdinta.',
    next: ['Pasirinkite siauresnę eilutę: F10.'],
  },
  'receipt.locale-unsupported': {
    title: 'Tokia kalba kvito nėra',
    what: 'Kvitai būna anglų, lietuvių ir rusų kalbomis.',
    next: ['Pasirinkite vieną iš trijų: F10.'],
  },
  'settings.invalid': {
    title: 'Neteisingas nustatymas',
    what: 'Vienas šios kasos nustatymas turi neleistiną reikšmę.',
    next: ['Praneškite pagalbos tarnybai, kuris nustatymas nurodytas žemiau.'],
  },
  'settings.unreadable': {
    title: 'Nepavyko perskaityti nustatymų',
    what: 'Kasos nustatymų failo nėra, jis sugadintas arba neprieinamas.',
    next: ['Praneškite pagalbos tarnybai: reikia atkurti nustatymų failą.'],
  },
  'settings.cut-off': {
    title: 'Nustatymų failas nutrūkęs',
    what: 'Jis baigiasi viduryje: buvo pilnas diskas arba nutrūko kopijavimas. Iš likučio nieko nespėliota.',
    next: ['Atkurkite failą iš kopijos arba pašalinkite jį ir nustatykite kasą iš naujo.'],
  },
  'settings.mode-conflict': {
    title: 'Neaišku, mokymas ar tikras darbas',
    what: 'Kasa turi tikrus prisijungimo duomenis be tikro režimo arba atvirkščiai.',
    next: ['Praneškite pagalbos tarnybai: režimą reikia nustatyti iš naujo.'],
  },
  'settings.insecure-url': {
    title: 'Nesaugus paslaugos adresas',
    what: 'Be šifravimo kasa jungiasi tik prie savo kompiuterio.',
    next: ['Praneškite pagalbos tarnybai: adresas turi prasidėti https.'],
  },
  'command.usage': {
    title: 'Komanda nesuprasta',
    what: 'Tokios komandinės eilutės kasa nežino.',
    next: ['Perskaitykite komandos pagalbą.'],
  },
  'api.invalid-parameters': {
    title: 'Paslauga nepriėmė numerio',
    what: 'Ji praneša, kad kažko trūksta arba parašyta netinkamai. Niekas nepasikeitė.',
    next: ['Patikrinkite numerį ir surinkite iš naujo: F2.'],
  },
  'api.invalid-request': {
    title: 'Paslauga nepriėmė užklausos',
    what: 'Ji praneša, kad užklausos turinys netinkamas. Niekas nepasikeitė.',
    next: ['Bandykite dar kartą.'],
  },
  'card.invalid-code': {
    title: 'Neteisingas kodas',
    what: 'Paslauga šio patvirtinimo kodo nepriima. Kortelė nepatvirtinta.',
    next: [
      'Palyginkite su žinute ir įveskite dar kartą.',
      'Arba praleiskite: klientas galės patvirtinti vėliau, kaip parašyta el. laiške.',
    ],
  },
  'description.too-long': {
    title: 'Per ilgas aprašymas',
    what: 'Paslauga priima tik trumpesnį. Niekas nepasikeitė.',
    next: ['Sutrumpinkite tekstą.'],
  },
  'session.closed': {
    title: 'Šio kliento aptarnavimas baigtas',
    what: 'Aptarnaujamas kitas klientas arba šis jau užbaigtas.',
    next: ['Nuskaitykite kortelę dar kartą.'],
  },
  'wallet.not-found': {
    title: 'Pagal šį numerį niekas nerastas',
    what: 'Paslauga neturi su juo susietos piniginės. Kasa veikia gerai.',
    next: [
      'Paprašykite kitos kortelės arba kodo programėlėje.',
      'Arba ieškokite pagal telefoną, el. paštą ar piniginės numerį: F2.',
    ],
  },
  'wallet.access-revoked': {
    title: 'Paslauga neleidžia',
    what: 'Klientas nedavė leidimo, jį atšaukė arba šiai parduotuvei trūksta teisės. Kuri priežastis, paslauga nenurodo.',
    next: [
      'Galbūt klientas neleido šiai parduotuvei matyti likučio.',
      'Galbūt klientas leidimą atšaukė: jis suteikiamas iš naujo piniginės nustatymuose.',
      'Galbūt parduotuvės sutartyje nėra šios teisės: tai žino pagalbos tarnyba.',
    ],
  },
  'receipt.not-enabled': {
    title: 'Kvitai neįjungti',
    what: 'Paslauga kvitus leidžia tik kai kurioms parduotuvėms arba klientas atšaukė leidimą. Nieko neišspausdinta.',
    next: [
      'Tęskite be kvito: likutis ir „Ar pakanka?“ veikia.',
      'Paprašykite pagalbos tarnybos įjungti kvitus šiai parduotuvei.',
    ],
  },
  'api.not-found': {
    title: 'Paslauga to nežino',
    what: 'Tokio įrašo joje nėra. Niekas nepasikeitė.',
    next: ['Patikrinkite numerį ir surinkite iš naujo: F2.'],
  },
  'api.invalid-state': {
    title: 'Dabar negalima',
    what: 'Paslauga praneša, kad esama piniginės būsena to neleidžia. Niekas nepasikeitė.',
    next: ['Bandykite po kurio laiko.'],
  },
  'api.refused': {
    title: 'Paslauga atmetė užklausą',
    what: 'Ji nurodė priežastį, kurios ši versija nežino. Niekas nepasikeitė.',
    next: ['Pasakykite pagalbos tarnybai žemiau nurodytą priežastį.'],
  },
  'api.operation-disabled': {
    title: 'Čia tai išjungta',
    what: 'Šios kasos nustatymai veiksmo neleidžia. Nieko neišsiųsta.',
    next: ['Jei parduotuvei to reikia, kreipkitės į pagalbos tarnybą.'],
  },
  'card.already-assigned': {
    title: 'Kortelė jau susieta',
    what: 'Ji priklauso piniginei, galbūt šiai. Niekas nepasikeitė.',
    next: [
      'Jei ji čia jau buvo susieta, grįžkite ir pasirinkite „Susieta anksčiau“.',
      'Jei ne, paimkite kitą kortelę.',
    ],
  },
  'card.other-account': {
    title: 'Ne šios sąskaitos kortelė',
    what: 'Ji priklauso kam kitam arba tai aptarnaujamo kliento piniginė. Niekas nepasikeitė.',
    next: ['Nuskaitykite šiam klientui susietą kortelę arba įveskite jos piniginės numerį.'],
  },
  'card.nothing-to-confirm': {
    title: 'Šios kortelės kodo nelaukiama',
    what: 'Ji jau patvirtinta arba tai ne kortelės piniginės numeris. Niekas nepasikeitė.',
    next: ['Nuskaitykite kortelę: jei klientas randamas, ji veikia.'],
  },
  'payment.not-found': {
    title: 'Šio mokėjimo nebėra',
    what: 'Jis galėjo būti priimtas, atšauktas arba nebegalioti. Dabar niekas nepasikeitė.',
    next: ['Dar kartą perskaitykite laukiančių mokėjimų sąrašą.'],
  },
  'payment.invalid-state': {
    title: 'Su šiuo mokėjimu to daryti negalima',
    what: 'Jis nebelaukia patvirtinimo arba šis klientas negali jo atšaukti. Niekas nepasikeitė.',
    next: ['Dar kartą perskaitykite laukiančių mokėjimų sąrašą.'],
  },
  'api.no-network': {
    title: 'Nėra interneto ryšio',
    what: 'Kasa neranda piniginės paslaugos: tinklas neveikia arba neturi išėjimo į internetą.',
    next: [
      'Pažiūrėkite, ar maršrutizatoriuje dega interneto lemputė.',
      'Jei kitos kasos dirba, iš naujo prijunkite šios kasos tinklo laidą.',
    ],
  },
  'api.host-not-found': {
    title: 'Paslaugos vardas niekur neveda',
    what: 'Tinklas veikia, bet niekas nežino paslaugos adreso.',
    next: [
      'Patikrinkite paslaugos adresą nustatymuose; jei jis teisingas, paleiskite maršrutizatorių iš naujo.',
      'Praneškite pagalbos tarnybai.',
    ],
  },
  'api.connection-refused': {
    title: 'Paslauga nepriima ryšio',
    what: 'Tinklas veikia, bet prisijungti prie piniginės paslaugos nepavyksta.',
    next: [
      'Palaukite minutę ir bandykite dar kartą.',
      'Jei neatsidaro ir kitos svetainės, perkraukite maršrutizatorių.',
    ],
  },
  'api.connection-lost': {
    title: 'Ryšys nutrūko',
    what: 'Jis nutrūko anksčiau, nei gautas visas atsakymas.',
    next: ['Bandykite dar kartą.', 'Jei kartojasi dažnai, patikrinkite tinklo laidą.'],
  },
  'api.timed-out': {
    title: 'Paslauga neatsako',
    what: 'Kasa laukė, bet atsakymo nesulaukė.',
    next: ['Bandykite dar kartą.', 'Jei vis tiek lėta, pažiūrėkite, ar kas neapkrauna tinklo.'],
  },
  'api.certificate-rejected': {
    title: 'Paslaugos sertifikatas nepatikimas',
    what: 'Jos vietoje gali atsakyti kas nors kitas, todėl kasa sustojo.',
    next: ['Patikrinkite kasos datą ir laiką.', 'Per šį tinklą nedirbkite; praneškite pagalbos tarnybai.'],
  },
  'api.outcome-unknown': {
    title: 'Tikrinama, kas įvyko',
    what: 'Pakeitimas išsiųstas, bet atsakymo nesulaukta. Jis galėjo būti atliktas.',
    next: ['Prieš kartodami pasitikrinkite.'],
  },
  'print.outcome-unknown': {
    title: 'Pažiūrėkite į popierių',
    what: 'Viskas išsiųsta, bet spausdintuvas nepatvirtino.',
    next: ['Pažiūrėkite, ar kvitas išspausdintas visas.'],
  },
  'output.not-written': {
    title: 'Atsakymo nepavyko įrašyti',
    what: 'Vieta, kur jis turėjo atsidurti, pilna arba jos nebėra.',
    next: ['Atlaisvinkite vietos diske.', 'Pakartokite, nebent tai buvo jau įvykęs pakeitimas.'],
  },
  'printer.absent': {
    title: 'Spausdintuvas išjungtas arba atjungtas',
    what: 'Kvitas neišspausdintas. Popierius nepajudėjo.',
    next: ['Įjunkite spausdintuvą.', 'Patikrinkite jo maitinimo ir tinklo laidus.'],
  },
  'printer.not-configured': {
    title: 'Spausdintuvas nenurodytas',
    what: 'Ši kasa neturi spausdintuvo. Nieko neišspausdinta.',
    next: ['Tęskite be kvito.', 'Paprašykite pagalbos tarnybos prijungti spausdintuvą.'],
  },
  'printer.paper-out': {
    title: 'Baigėsi popierius',
    what: 'Kvitas neišspausdintas. Popierius nepajudėjo.',
    next: ['Atidarykite dangtelį.', 'Įdėkite ritinėlį taip, kad popierius eitų iš apačios.', 'Uždarykite dangtelį.'],
  },
  'printer.cover-open': {
    title: 'Atidarytas spausdintuvo dangtelis',
    what: 'Kvitas neišspausdintas. Popierius nepajudėjo.',
    next: ['Uždarykite dangtelį, kol spragtelės.'],
  },
  'printer.cutter-jammed': {
    title: 'Užstrigo spausdintuvo peilis',
    what: 'Jame gali būti įstrigęs popierius.',
    next: ['Išjunkite spausdintuvą.', 'Išimkite įstrigusį popierių, be metalinių įrankių.', 'Vėl įjunkite.'],
  },
  'printer.failed': {
    title: 'Spausdintuvas praneša apie klaidą',
    what: 'Jis sustojo pats.',
    next: ['Išjunkite spausdintuvą, palaukite penkias sekundes ir įjunkite.'],
  },
  'printer.in-use': {
    title: 'Spausdintuvą naudoja kita kasa',
    what: 'Kvitas neišspausdintas. Popierius nepajudėjo.',
    next: ['Palaukite, kol kita kasa baigs.', 'Spausdinkite dar kartą.'],
  },
  'printer.silent': {
    title: 'Spausdintuvas neatsako',
    what: 'Jis prijungtas, bet tyli. Nieko neišspausdinta.',
    next: ['Išjunkite ir vėl įjunkite spausdintuvą.', 'Spausdinkite dar kartą.'],
  },
  'printer.letters-unavailable': {
    title: 'Spausdintuvas neturi raidės',
    what: 'Vienos kvito raidės nėra nė viename jo koduotės puslapyje. Nieko neišspausdinta.',
    next: ['Pasirinkite kitą kvito kalbą: F10.', 'Praneškite pagalbos tarnybai: galbūt nustatytas ne tas modelis.'],
  },
  'api.unauthorized': {
    title: 'Paslauga nepriima šios kasos',
    what: 'Jos raktas nebegalioja arba priklauso kitai paslaugai.',
    next: [
      'Nebandykite daug kartų: paslauga gali raktą užrakinti.',
      'Praneškite pagalbos tarnybai: reikia atnaujinti kasos raktą.',
    ],
  },
  'api.clock-wrong': {
    title: 'Neteisingas kasos laikrodis',
    what: 'Paslauga atmeta tai, kas pasirašyta neteisingu laiku.',
    next: ['Nustatykite kasos datą ir laiką arba leiskite nustatyti iš tinklo.', 'Bandykite dar kartą.'],
  },
  'api.rate-limited': {
    title: 'Per daug užklausų',
    what: 'Paslauga prašo palaukti.',
    next: ['Palaukite minutę ir bandykite dar kartą.'],
  },
  'api.budget-exhausted': {
    title: 'Kasa daro pertrauką',
    what: 'Ji jau kreipėsi į paslaugą tiek kartų, kiek leidžiama. Nieko neišsiųsta.',
    next: ['Palaukite, kiek parodyta žemiau, ir bandykite dar kartą.'],
  },
  'card.attempts-exhausted': {
    title: 'Per daug neteisingų kodų',
    what: 'Paslauga kurį laiką nebepriima kodų iš šios parduotuvės kasų.',
    next: [
      'Tęskite: klientas galės patvirtinti vėliau, kaip parašyta el. laiške.',
      'Kol kas nebandykite kodų nė vienoje kasoje.',
    ],
  },
  'card.code-wait': {
    title: 'Trys neteisingi kodai: kasa daro pertrauką',
    what: 'Kol kas ji nebeklausia, kad paslauga neužblokuotų visų parduotuvės kasų.',
    next: [
      'Tęskite: klientas galės patvirtinti vėliau, kaip parašyta el. laiške.',
      'Arba palaukite, kiek parodyta žemiau.',
    ],
  },
  'scan.dialog-open': {
    title: 'Pirmiausia atsakykite',
    what: 'Nuskaityta, kol langas laukė atsakymo. Nieko nedaryta.',
    next: ['Atsakykite arba užverkite langą.', 'Tada nuskaitykite dar kartą.'],
  },
  'scan.screen-locked': {
    title: 'Ekranas užrakintas',
    what: 'Nuskaityta, kol ekranas buvo užrakintas. Nieko nedaryta.',
    next: ['Atrakinkite ekraną.', 'Tada nuskaitykite dar kartą.'],
  },
  'scan.print-running': {
    title: 'Per daug nuskaitymų spausdinant',
    what: 'Spausdintuvo laukia tik paskutiniai. Šis atmestas.',
    next: ['Palaukite kvito.', 'Tada nuskaitykite dar kartą.'],
  },
  'printer.printing': {
    title: 'Spausdintuvas dar užimtas',
    what: 'Ši kasa spausdina kitą kvitą. Šis neišspausdintas.',
    next: ['Palaukite, kol jis bus išspausdintas.', 'Spausdinkite dar kartą.'],
  },
  'api.server-error': {
    title: 'Piniginės paslaugos klaida',
    what: 'Ji praneša apie savo pačios klaidą. Kasa veikia gerai.',
    next: ['Bandykite po minutės.', 'Jei kartojasi, praneškite pagalbos tarnybai.'],
  },
  'api.not-json': {
    title: 'Atsakė ne paslauga',
    what: 'Gautas tinklalapis, o ne piniginės paslaugos atsakymas: galbūt „Wi-Fi“ prisijungimo langas arba tarpinis serveris.',
    next: ['Pažiūrėkite, ar tinklas neprašo prisijungti.', 'Bandykite dar kartą.'],
  },
  'api.empty-answer': {
    title: 'Atsakymas tuščias',
    what: 'Piniginės paslauga atsakė be turinio.',
    next: ['Bandykite po minutės.', 'Jei kartojasi, praneškite pagalbos tarnybai.'],
  },
  'api.cut-off-answer': {
    title: 'Atsakymas nutrūko',
    what: 'Jis baigėsi anksčiau, nei gautas visas.',
    next: ['Bandykite po minutės.', 'Jei kartojasi, praneškite pagalbos tarnybai.'],
  },
  'api.malformed-answer': {
    title: 'Atsakymo nepavyko suprasti',
    what: 'Piniginės paslaugos atsakyme trūksta lauko arba jis ne toks, koks turi būti.',
    next: ['Bandykite po minutės.', 'Jei kartojasi, praneškite pagalbos tarnybai.'],
  },
  'api.not-acceptable': {
    title: 'Paslauga nežino tokio formato',
    what: 'Ji neteikia to, ko paprašė kasa.',
    next: ['Bandykite po minutės.', 'Jei kartojasi, praneškite pagalbos tarnybai.'],
  },
  'app.page-keeps-crashing': {
    title: 'Kasos langas vis nustoja veikti',
    what: 'Per minutę taip nutiko tris kartus. Kasa baigė darbą; kliento duomenų neliko.',
    next: ['Paleiskite kasą iš naujo.', 'Jei kartojasi, skambinkite pagalbos tarnybai.'],
  },
  'settings.not-written': {
    title: 'Nustatymų išsaugoti nepavyko',
    what: 'Į duomenų aplanką negalima rašyti arba diskas pilnas. Galioja ankstesni nustatymai.',
    next: ['Patikrinkite, ar diske yra vietos, ir išsaugokite dar kartą.'],
  },
  'printer.not-simulated': {
    title: 'Tai ne mokomasis spausdintuvas',
    what: 'Mokymo darbo vieta spausdina tik savo mokomuoju spausdintuvu. Su niekuo nebuvo susisiekta.',
    next: ['Pasirinkite mokomąjį spausdintuvą.', 'Tikri spausdintuvai nustatomi tikroje darbo vietoje.'],
  },
  ...ltCredentialErrors,
  ...ltStationErrors,
  ...ltDiagnosisErrors,
  'app.fault': {
    title: 'Kasos programos klaida',
    what: 'Tai mūsų klaida, ne jūsų. Ji užregistruota be kliento duomenų.',
    next: ['Bandykite dar kartą.', 'Jei kartojasi, pasakykite pagalbos tarnybai žemiau nurodytą žymę.'],
  },
} as const satisfies ErrorTexts;
