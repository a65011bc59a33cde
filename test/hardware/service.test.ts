import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { findChromium } from '../../build/chromium-host/browser.ts';
import { type ServiceMachine, startServiceMachine, whyNoService } from '../../build/hardware/service-machine.ts';
import { hostDir, projectDir } from '../../build/paths.ts';
import { startWalletSimulator, type WalletSimulator } from '../../simulator/wallet/server.ts';

// The unit as it is shipped, under a real systemd; only the program is the built till on the development host.

const shipped = (name: string): string => readFileSync(path.join(projectDir, 'build/systemd', name), 'utf8');
const unit = 'wallet-till.service';
const dropIns = `/etc/systemd/system/${unit}.d`;
const testMs = 240_000;

function whyNot(): string | null {
  const reason = whyNoService();
  if (reason !== null) {
    return reason;
  }
  if (findChromium() === null) {
    return 'no Chromium is installed';
  }
  return existsSync(path.join(hostDir, 'till-entry.js')) ? null : 'the till is not built: npm run build';
}
const reason = whyNot();
const inMachine = it.skipIf(reason !== null);
const note = reason === null ? '' : ` (${reason})`;

const settingsOf = (wallet: WalletSimulator): readonly string[] => [
  'TILL_MODE=live',
  `TILL_API_URL=${wallet.url}`,
  `TILL_CLIENT_ID=${wallet.clientId}`,
  'TILL_SECRET_STORE=systemd',
];

/** A machine with the unit, a display, and a key that systemd alone can read; the API is this process's simulator. */
async function machineWithTill() {
  const wallet = await startWalletSimulator();
  onTestFinished(() => wallet.close());
  const display = '[Service]\nExecStart=/usr/bin/Xvfb :7 -screen 0 1280x800x24 -nolisten tcp\n';
  const environment = settingsOf(wallet).map((line) => `Environment=${line}`);
  const machine = await startServiceMachine({
    files: {
      [`/etc/systemd/system/${unit}`]: { text: shipped(unit) },
      '/etc/pam.d/wallet-till': { text: shipped('wallet-till.pam') },
      '/etc/systemd/system/till-display.service': { text: display },
      [`${dropIns}/display.conf`]: {
        text: '[Unit]\nWants=till-display.service\nAfter=till-display.service\n[Service]\nEnvironment=DISPLAY=:7\n',
      },
      [`${dropIns}/settings.conf`]: { text: `[Service]\n${environment.join('\n')}\n` },
      [`${dropIns}/secrets.conf`]: {
        text: '[Service]\nLoadCredentialEncrypted=mac-key:/etc/wallet-till/mac-key.cred\n',
      },
      '/etc/wallet-till/plain': { text: wallet.macKey, mode: '0600' },
      '/opt/wallet-till/wallet-till': {
        text: `#!/bin/sh\nexec ${process.execPath} ${path.join(hostDir, 'till-entry.js')}\n`,
        mode: '0755',
      },
    },
    prepare: [
      'useradd --system --create-home --groups lp,dialout,plugdev,video,input till',
      'cd /etc/wallet-till',
      'systemd-creds encrypt --with-key=host --name=mac-key plain mac-key.cred 2>/dev/null',
      'rm plain',
    ],
  });
  onTestFinished(() => machine.close());
  return { machine, wallet };
}

/** A command of the till's user, outside the unit: the till in it has the key, and signs. */
async function askTill({ run }: ServiceMachine, wallet: WalletSimulator): Promise<string> {
  const user = ['--reuid=till', '--regid=till', '--init-groups'];
  const env = ['HOME=/tmp', 'XDG_DATA_HOME=/var/lib', ...settingsOf(wallet)];
  const cli = path.join(projectDir, 'electron/cli.ts');
  const { output } = await run(
    ...(['setpriv', ...user, 'env', '-i', ...env, process.execPath, cli] as const),
    ...['balance', '--wallet', '14471'],
  );
  return output;
}

const patiently = { timeout: 90_000, interval: 500 };
const answersIn = (machine: ServiceMachine, wallet: WalletSimulator) =>
  expect.poll(() => askTill(machine, wallet), patiently).toContain('"at_disposal_decimal":"22.99"');

const stateOf = (machine: ServiceMachine) =>
  machine.show(unit, 'ActiveState', 'MainPID', 'NRestarts', 'Result', 'ExecMainStatus');

/** Ends what the unit calls its main process, as a crash would. */
const killMain = ({ systemctl }: ServiceMachine) => systemctl('kill', '--kill-whom=main', '--signal=SIGKILL', unit);

inMachine(
  `a till under its unit has the key that systemd gives it, comes up again when it is killed, and not for ever${note}`,
  async () => {
    const { machine, wallet } = await machineWithTill();
    await machine.systemctl('start', unit);
    await answersIn(machine, wallet);
    const first = await stateOf(machine);
    expect(first).toMatchObject({ ActiveState: 'active', NRestarts: '0' });
    const limits = await machine.run('cat', `/proc/${first.MainPID}/limits`);
    expect(limits.output).toMatch(/Max core file size +0 +0 /);

    await killMain(machine);
    await expect.poll(async () => (await stateOf(machine)).NRestarts, patiently).toBe('1');
    // Its lock and its socket lie about from before; neither is in the way.
    await answersIn(machine, wallet);
    expect((await stateOf(machine)).MainPID).not.toBe(first.MainPID);

    let deaths = 1;
    await expect
      .poll(async () => {
        const { ActiveState, MainPID } = await stateOf(machine);
        if (ActiveState === 'active' && MainPID !== '0') {
          await killMain(machine);
          deaths += 1;
        }
        return ActiveState;
      }, patiently)
      .toBe('failed');
    expect(deaths).toBe(5);
    const { output } = await machine.run('journalctl', '--unit', unit, '--no-pager');
    expect(output).toContain('Start request repeated too quickly');
    expect(output).not.toContain(wallet.macKey);

    // Somebody looked, and lets it try again.
    await machine.systemctl('reset-failed', unit);
    expect(await machine.systemctl('start', unit)).toMatchObject({ status: 0 });
    await answersIn(machine, wallet);
    await machine.systemctl('stop', unit);
    expect(await stateOf(machine)).toMatchObject({ ActiveState: 'inactive', Result: 'success' });
  },
  testMs,
);

inMachine(
  `a till whose unit gives it no key stops with its sentence and is not started again${note}`,
  async () => {
    const { machine } = await machineWithTill();
    await machine.run('rm', `${dropIns}/secrets.conf`);
    await machine.systemctl('daemon-reload');
    await machine.systemctl('start', unit);
    await expect.poll(async () => (await stateOf(machine)).ActiveState, patiently).toBe('failed');
    expect(await stateOf(machine)).toMatchObject({ NRestarts: '0', Result: 'exit-code', ExecMainStatus: '7' });
    const { output } = await machine.run('journalctl', '--unit', unit, '--no-pager');
    expect(output).toContain('credentials.');
  },
  testMs,
);
