import type { ErrorTexts } from './texts.ts';

export const ltErrors = {
  'scan.unreadable': {
    title: 'Nepavyko perskaityti',
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
    title: 'Numeris neišsamus',
    what: 'Jis neatitinka šios rūšies numerio formos. Niekas neišsiųsta.',
    next: ['Palyginkite su kortele arba paklauskite kliento.', 'Surinkite iš naujo: F2.'],
  },
  'amount.malformed': {
    title: 'Suma neaiški',
    what: 'Ji turi būti didesnė už nulį ir turėti tiek skaitmenų po kablelio, kiek jų turi valiuta. Niekas neklausta.',
    next: ['Surinkite sumą iš naujo.'],
  },
  'amount.currency-not-in-cents': {
    title: 'Šia valiuta negalima',
    what: 'Ji neturi dviejų skaitmenų po kablelio, o paslauga nenurodo, ką tokia suma reiškia. Niekas neklausta.',
    next: ['Pasirinkite kitą valiutą.'],
  },
  'receipt.width-exceeds-printer': {
    title: 'Eilutė per plati spausdintuvui',
    what: 'Prašoma daugiau ženklų eilutėje, nei spausdintuvas turi stulpelių. Niekas neišspausdinta.',
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
    next: ['Praneškite pagalbai, kuris nustatymas nurodytas žemiau.'],
  },
  'settings.unreadable': {
    title: 'Nepavyko perskaityti nustatymų',
    what: 'Kasos nustatymų failo nėra, jis sugadintas arba neprieinamas.',
    next: ['Praneškite pagalbai: reikia atkurti nustatymų failą.'],
  },
  'settings.mode-conflict': {
    title: 'Neaišku, mokymas ar tikras darbas',
    what: 'Kasa turi tikrus prisijungimo duomenis be tikro režimo arba atvirkščiai.',
    next: ['Praneškite pagalbai: režimą reikia nustatyti iš naujo.'],
  },
  'settings.insecure-url': {
    title: 'Nesaugus paslaugos adresas',
    what: 'Be šifravimo kasa jungiasi tik prie savo kompiuterio.',
    next: ['Praneškite pagalbai: adresas turi prasidėti https.'],
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
    title: 'Pagal šį numerį nieko nėra',
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
      'Galbūt parduotuvės sutartyje nėra šios teisės: tai žino pagalba.',
    ],
  },
  'receipt.not-enabled': {
    title: 'Kvitai neįjungti',
    what: 'Paslauga kvitus leidžia tik kai kurioms parduotuvėms arba klientas atšaukė leidimą. Niekas neišspausdinta.',
    next: [
      'Tęskite be kvito: likutis ir „Ar pakanka?“ veikia.',
      'Paprašykite pagalbos įjungti kvitus šiai parduotuvei.',
    ],
  },
  'api.not-found': {
    title: 'Paslauga to nežino',
    what: 'Tokiu vardu nieko nėra. Niekas nepasikeitė.',
    next: ['Patikrinkite numerį ir surinkite iš naujo: F2.'],
  },
  'api.invalid-state': {
    title: 'Dabar negalima',
    what: 'Paslauga praneša, kad esama piniginės būsena to neleidžia. Niekas nepasikeitė.',
    next: ['Bandykite po kurio laiko.'],
  },
  'api.refused': {
    title: 'Paslauga atsisakė',
    what: 'Ji nurodė priežastį, kurios ši versija nežino. Niekas nepasikeitė.',
    next: ['Pasakykite pagalbai žemiau nurodytą priežastį.'],
  },
  'api.operation-disabled': {
    title: 'Čia tai išjungta',
    what: 'Šios kasos nustatymai veiksmo neleidžia. Niekas neišsiųsta.',
    next: ['Jei parduotuvei to reikia, kreipkitės į pagalbą.'],
  },
  'card.already-assigned': {
    title: 'Kortelė jau kažkieno',
    what: 'Ji jau susieta su pinigine, galbūt su šia. Niekas nepasikeitė.',
    next: ['Nuskaitykite kortelę ir pažiūrėkite, ar ji randa šį klientą.', 'Jei ne, paimkite kitą kortelę.'],
  },
  'payment.not-found': {
    title: 'Šio mokėjimo nebėra',
    what: 'Jis galėjo būti priimtas, atšauktas arba nebegalioti. Dabar niekas nepasikeitė.',
    next: ['Dar kartą perskaitykite laukiančių mokėjimų sąrašą.'],
  },
  'payment.invalid-state': {
    title: 'Su šiuo mokėjimu negalima',
    what: 'Jis nebelaukia arba šis klientas negali jo atšaukti. Niekas nepasikeitė.',
    next: ['Dar kartą perskaitykite laukiančių mokėjimų sąrašą.'],
  },
  'api.no-network': {
    title: 'Nėra interneto ryšio',
    what: 'Kasa neranda piniginės paslaugos: tinklas neveikia arba neturi išėjimo į internetą.',
    next: [
      'Pažiūrėkite, ar maršrutizatoriuje dega interneto lemputė.',
      'Jei kitos kasos dirba, perjunkite šios kasos tinklo laidą.',
    ],
  },
  'api.connection-refused': {
    title: 'Paslauga nepriima ryšio',
    what: 'Tinklas veikia, bet piniginės paslauga kasos neįsileidžia.',
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
    next: ['Patikrinkite kasos datą ir laiką.', 'Per šį tinklą nedirbkite; praneškite pagalbai.'],
  },
  'api.outcome-unknown': {
    title: 'Tikrinama, kas įvyko',
    what: 'Pakeitimas išsiųstas, bet atsakymo nesulaukta. Jis galėjo būti atliktas.',
    next: ['Prieš kartodami pasitikrinkite.'],
  },
  'print.outcome-unknown': {
    title: 'Pažiūrėkite į popierių',
    what: 'Viskas išsiųsta, bet spausdintuvas nepatvirtino.',
    next: ['Pažiūrėkite, ar kvitas išlindo visas.'],
  },
  'printer.absent': {
    title: 'Spausdintuvas išjungtas arba atjungtas',
    what: 'Kvitas neišspausdintas. Niekas neišlindo.',
    next: ['Įjunkite spausdintuvą.', 'Patikrinkite jo maitinimo ir tinklo laidus.'],
  },
  'printer.not-configured': {
    title: 'Spausdintuvas nenustatytas',
    what: 'Ši kasa neturi spausdintuvo. Niekas neišspausdinta.',
    next: ['Tęskite be kvito.', 'Paprašykite pagalbos nustatyti spausdintuvą.'],
  },
  'printer.paper-out': {
    title: 'Baigėsi popierius',
    what: 'Kvitas neišspausdintas. Niekas neišlindo.',
    next: ['Atidarykite dangtelį.', 'Įdėkite ritinėlį taip, kad popierius eitų iš apačios.', 'Uždarykite dangtelį.'],
  },
  'printer.cover-open': {
    title: 'Atidarytas spausdintuvo dangtelis',
    what: 'Kvitas neišspausdintas. Niekas neišlindo.',
    next: ['Uždarykite dangtelį, kol spragtelės.'],
  },
  'printer.cutter-jammed': {
    title: 'Užstrigo spausdintuvo peilis',
    what: 'Jame gali būti įstrigęs popierius.',
    next: ['Išjunkite spausdintuvą.', 'Išimkite įstrigusį popierių, be metalinių įrankių.', 'Vėl įjunkite.'],
  },
  'printer.failed': {
    title: 'Spausdintuvas praneša klaidą',
    what: 'Jis sustojo pats.',
    next: ['Išjunkite spausdintuvą, palaukite penkias sekundes ir įjunkite.'],
  },
  'printer.in-use': {
    title: 'Spausdintuvą naudoja kita kasa',
    what: 'Kvitas neišspausdintas. Niekas neišlindo.',
    next: ['Palaukite, kol kita kasa baigs.', 'Spausdinkite dar kartą.'],
  },
  'printer.silent': {
    title: 'Spausdintuvas neatsako',
    what: 'Jis prijungtas, bet tyli. Niekas neišspausdinta.',
    next: ['Išjunkite ir vėl įjunkite spausdintuvą.', 'Spausdinkite dar kartą.'],
  },
  'printer.letters-unavailable': {
    title: 'Spausdintuvas neturi raidės',
    what: 'Kvito raidės nėra nė viename jo koduotės puslapyje. Niekas neišspausdinta.',
    next: ['Pasirinkite kitą kvito kalbą: F10.', 'Praneškite pagalbai: galbūt nustatytas ne tas modelis.'],
  },
  'api.unauthorized': {
    title: 'Paslauga nepriima šios kasos',
    what: 'Jos raktas nebegalioja arba priklauso kitai paslaugai.',
    next: [
      'Nebandykite daug kartų: paslauga gali raktą užrakinti.',
      'Praneškite pagalbai: reikia atnaujinti kasos raktą.',
    ],
  },
  'api.clock-wrong': {
    title: 'Neteisingas kasos laikrodis',
    what: 'Paslauga atmeta tai, kas pasirašyta neteisingu laiku.',
    next: ['Nustatykite kasos datą ir laiką arba leiskite nustatyti iš tinklo.', 'Bandykite dar kartą.'],
  },
  'credentials.missing': {
    title: 'Kasa neturi rakto',
    what: 'Tikrai kasai reikia kliento numerio ir rakto, kad susisiektų su paslauga.',
    next: ['Praneškite pagalbai: reikia įdiegti raktą.'],
  },
  'credentials.unreadable': {
    title: 'Nepavyko perskaityti kasos rakto',
    what: 'Rakto failo nėra arba jis neprieinamas.',
    next: ['Praneškite pagalbai: reikia atkurti rakto failą.'],
  },
  'credentials.exposed': {
    title: 'Kasos raktas neapsaugotas',
    what: 'Jį galėtų perskaityti kiti šio kompiuterio naudotojai, todėl kasa jo nenaudoja.',
    next: ['Praneškite pagalbai: failo teisės turi būti 0600.'],
  },
  'credentials.expired': {
    title: 'Kasos sertifikatas dabar negalioja',
    what: 'Jis pasibaigė arba neteisinga šio kompiuterio data.',
    next: ['Patikrinkite kompiuterio datą ir laiką.', 'Praneškite pagalbai: reikia atnaujinti sertifikatą.'],
  },
  'credentials.token-missing': {
    title: 'Kasai niekas nesuteikė prieigos',
    what: 'Tam reikia piniginės naudotojo prieigos rakto, o jo nėra.',
    next: ['Praneškite pagalbai: reikia įkelti prieigos raktą.'],
  },
  'credentials.not-kept': {
    title: 'Nepavyko išsaugoti atnaujintos prieigos',
    what: 'Kasa negalėjo rašyti į savo duomenų aplanką, todėl naujo prieigos rakto nenaudoja.',
    next: ['Praneškite pagalbai: galbūt diskas pilnas arba tik skaitomas.'],
  },
  'api.rate-limited': {
    title: 'Kol kas per daug užklausų',
    what: 'Paslauga prašo palaukti.',
    next: ['Palaukite minutę ir bandykite dar kartą.'],
  },
  'api.budget-exhausted': {
    title: 'Kasa daro pertrauką',
    what: 'Ji jau klausė paslaugos tiek kartų, kiek leidžiama. Niekas neišsiųsta.',
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
    next: ['Palaukite, kol anas išlįs.', 'Spausdinkite dar kartą.'],
  },
  'api.server-error': {
    title: 'Piniginės paslaugos klaida',
    what: 'Ji praneša apie savo pačios klaidą. Kasa veikia gerai.',
    next: ['Bandykite po minutės.', 'Jei kartojasi, praneškite pagalbai.'],
  },
  'api.not-json': {
    title: 'Atsakė ne paslauga',
    what: 'Gautas tinklalapis, o ne piniginės paslaugos atsakymas: galbūt „Wi-Fi“ prisijungimo langas arba tarpinis serveris.',
    next: ['Pažiūrėkite, ar tinklas neprašo prisijungti.', 'Bandykite dar kartą.'],
  },
  'api.empty-answer': {
    title: 'Atsakymas tuščias',
    what: 'Piniginės paslauga atsakė be turinio.',
    next: ['Bandykite po minutės.', 'Jei kartojasi, praneškite pagalbai.'],
  },
  'api.cut-off-answer': {
    title: 'Atsakymas nutrūko',
    what: 'Jis baigėsi anksčiau, nei gautas visas.',
    next: ['Bandykite po minutės.', 'Jei kartojasi, praneškite pagalbai.'],
  },
  'api.malformed-answer': {
    title: 'Atsakymo nepavyko suprasti',
    what: 'Piniginės paslaugos atsakyme trūksta lauko arba jis ne toks, koks turi būti.',
    next: ['Bandykite po minutės.', 'Jei kartojasi, praneškite pagalbai.'],
  },
  'api.not-acceptable': {
    title: 'Paslauga nežino tokio formato',
    what: 'Ji neteikia to, ko paprašė kasa.',
    next: ['Bandykite po minutės.', 'Jei kartojasi, praneškite pagalbai.'],
  },
  'app.fault': {
    title: 'Kasa suklydo',
    what: 'Tai mūsų klaida, ne jūsų. Ji užrašyta be kliento duomenų.',
    next: ['Bandykite dar kartą.', 'Jei kartojasi, pasakykite pagalbai žemiau nurodytą žymę.'],
  },
} as const satisfies ErrorTexts;
