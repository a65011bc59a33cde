/** Another key for the station. */
export const ltKey = {
  title: 'Kasos raktas',
  open: 'Raktas',
  by: 'Kaip kasa patvirtina savo tapatybę',
  way: {
    mac: 'Kliento ID ir MAC raktas',
    certificate: 'Kliento sertifikatas',
  },
  keptIn: 'Laikomas',
  store: {
    file: 'kasos naudotojo faile (teisės 0600)',
    keyring: 'sistemos raktinėje',
    systemd: 'kaip systemd perduodamas raktas',
  },
  fixed: {
    systemd: 'Šį raktą tarnybai perduoda systemd: pakeiskite jį tarnybos nustatymuose ir paleiskite tarnybą iš naujo.',
    environment:
      'Raktas ateina iš TILL_MAC_KEY, ir paleidus kitą kartą ten būtų senasis. Pakeiskite jį ten, kur jis nustatytas.',
  },
  given: {
    'mac-key': 'Naujas MAC raktas',
    certificate: 'Naujas sertifikatas (PEM)',
    'certificate-key': 'Jo privatusis raktas (PEM)',
  },
  say: 'Naujas raktas pirmiausia išbandomas; senasis galioja, kol naujasis ima veikti. Klientas ir adresas lieka tie patys. Nieko iš naujo paleisti nereikia.',
  replace: 'Išbandyti ir naudoti',
  trying: 'Bandomas naujas raktas…',
  done: 'Naujas raktas veikia ir yra naudojamas. Paslauga atsakė per {{ms}} ms.',
  oldHolds: 'Galioja senasis raktas.',
} as const;
