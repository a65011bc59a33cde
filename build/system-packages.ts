// What the till's development host and its tests need from the system: Chromium, a virtual display, and a machine to plug devices into.
import { existsSync } from 'node:fs';
import { findChromium } from './chromium-host/browser.ts';
import { toolEnvironment } from './chromium-host/environment.ts';
import { canRun, run } from './command.ts';

export interface SystemPackage {
  /** Debian's name. */
  readonly name: string;
  readonly isInstalled: () => boolean;
}

export const chromiumPackage: SystemPackage = { name: 'chromium', isInstalled: () => findChromium() !== null };
export const virtualDisplayPackage: SystemPackage = { name: 'xvfb', isInstalled: () => existsSync('/usr/bin/Xvfb') };

const fileOf = (name: string, file: string): SystemPackage => ({ name, isInstalled: () => existsSync(file) });

/** Pairs of terminals: what the tests of serial lines and device nodes are plugged into. */
export const terminalPairPackage: SystemPackage = fileOf('socat', '/usr/bin/socat');

/** What the machine of `npm run test:hardware` is made of. */
export const machinePackages: readonly SystemPackage[] = [
  fileOf('qemu-system-x86', '/usr/bin/qemu-system-x86_64'),
  fileOf('busybox-static', '/bin/busybox'),
  fileOf('pcscd', '/usr/sbin/pcscd'),
  fileOf('vsmartcard-vpcd', '/etc/reader.conf.d/vpcd'),
  terminalPairPackage,
  fileOf('udev', '/lib/systemd/systemd-udevd'),
  { name: 'libusb-1.0-0', isInstalled: () => canRun('/bin/sh', ['-c', '/sbin/ldconfig -p | grep -q libusb-1.0.so.0']) },
];

/** The one command that brings the packages. */
export function installCommand(names: readonly string[]): string {
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names.join(' ')}`;
}

/**
 * Sees to it that the packages are installed: root with apt gets them, anyone else is told the one command.
 * Answers false when something is still missing.
 */
export async function ensureInstalled(packages: readonly SystemPackage[]): Promise<boolean> {
  const missing = packages.filter((wanted) => !wanted.isInstalled()).map(({ name }) => name);
  if (missing.length === 0) return true;
  const mayInstall = process.getuid?.() === 0 && canRun('apt-get', ['--version']);
  if (!mayInstall) {
    console.error(`Not installed: ${missing.join(', ')}. Install with:\n  ${installCommand(missing)}`);
    return false;
  }
  console.log(`Installing ${missing.join(', ')} with apt-get, once…`);
  const env = { ...toolEnvironment(process.env), DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], env);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], env);
  const stillMissing = packages.filter((wanted) => !wanted.isInstalled()).map(({ name }) => name);
  if (stillMissing.length > 0) console.error(`apt-get could not install: ${stillMissing.join(', ')}`);
  return stillMissing.length === 0;
}
