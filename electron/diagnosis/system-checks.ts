import type { Found, Patient } from './checks.ts';

const rulesName = '60-wallet-till.rules';
const rulesFolders = ['/etc/udev/rules.d', '/usr/lib/udev/rules.d', '/lib/udev/rules.d', '/run/udev/rules.d'];
const unitName = 'wallet-till.service';
const unitFolders = ['/etc/systemd/system', '/usr/lib/systemd/system', '/lib/systemd/system'];
/** Main's own voice, and the browser's. */
const speakers = [
  '/usr/bin/espeak-ng',
  '/usr/bin/spd-say',
  '/usr/lib/speech-dispatcher-modules',
  '/usr/libexec/speech-dispatcher-modules',
];
const skipped: readonly Found[] = [{ finding: 'check.not-here' }];

/** Only HID readers need the rule; a serial port has a group, and the card service its own rights. */
export function findRules({ settings, system }: Patient): readonly Found[] {
  const needsRule = settings.ok && settings.value.readers.some((name) => name !== 'contactless-reader');
  if (!needsRule || system.platform !== 'linux') {
    return skipped;
  }
  const isThere = rulesFolders.some((folder) => system.exists(`${folder}/${rulesName}`));
  return [{ finding: isThere ? 'rules.installed' : 'rules.missing' }];
}

export function findVoice({ settings, system }: Patient): readonly Found[] {
  if (!settings.ok || settings.value.face !== 'kiosk' || system.platform !== 'linux') {
    return skipped;
  }
  return [{ finding: speakers.some((file) => system.exists(file)) ? 'voice.installed' : 'voice.missing' }];
}

export function findService({ system, host }: Patient): readonly Found[] {
  if (system.platform !== 'linux') {
    return skipped;
  }
  // systemd.exec(5): the unit's own number for this start.
  if (host !== 'command-line' && system.env.INVOCATION_ID) {
    return [{ finding: 'service.runs' }];
  }
  if (!unitFolders.some((folder) => system.exists(`${folder}/${unitName}`))) {
    return [{ finding: 'service.none' }];
  }
  return host === 'command-line' ? skipped : [{ finding: 'service.installed' }];
}

export function findVersions({ version, host, system }: Patient): readonly Found[] {
  const facts = { app: version, host, node: system.node, system: system.release };
  return [{ finding: host === 'chromium-host' ? 'versions.development' : 'versions.known', facts }];
}
