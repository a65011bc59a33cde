/** Another key for the station. */
export const enKey = {
  title: 'The till’s key',
  open: 'Key',
  by: 'How the till proves who it is',
  way: {
    mac: 'Client id and MAC key',
    certificate: 'Client certificate',
  },
  keptIn: 'Kept in',
  store: {
    file: 'a file of the till’s user (mode 0600)',
    keyring: 'the system’s keyring',
    systemd: 'a systemd credential',
  },
  fixed: {
    systemd: 'systemd gives this key to the service: change the credential, then restart the service.',
    environment:
      'The key comes from TILL_MAC_KEY, and the next start would find the old one there. Change it where that is set.',
  },
  given: {
    'mac-key': 'New MAC key',
    certificate: 'New certificate (PEM)',
    'certificate-key': 'Its private key (PEM)',
  },
  say: 'The new key is tried first; the old one holds until the new one works. Client and address stay as they are. Nothing has to be started anew.',
  replace: 'Try it and use it',
  trying: 'Trying the new key…',
  done: 'The new key works and is in use. The service answered in {{ms}} ms.',
  oldHolds: 'The old key holds.',
} as const;
