import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const shipped = readFileSync(path.join(import.meta.dirname, '../../../build/systemd/wallet-till.service'), 'utf8');
const program = '/opt/wallet-till/wallet-till';

function whyNotVerifiable(): string | null {
  try {
    execFileSync('systemd-analyze', ['--version'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'systemd-analyze is not installed';
  }
}
const reason = whyNotVerifiable();

/** What systemd says of a unit; the program is one that is on every machine, because the till is installed on none. */
function verify(unit: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'till-unit-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'wallet-till.service');
  writeFileSync(file, unit.replace(program, '/bin/true'));
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', file], { encoding: 'utf8' });
  return { status, said: stderr.split('\n').filter((line) => line.includes('wallet-till.service')) };
}

test.skipIf(reason !== null)(`systemd takes the unit as it is shipped${reason === null ? '' : ` (${reason})`}`, () => {
  expect(verify(shipped)).toEqual({ status: 0, said: [] });
});

test.skipIf(reason !== null)('a word that systemd does not know would be noticed', () => {
  const { said } = verify(shipped.replace('Restart=always', 'Restart=allways'));
  expect(said.join('\n')).toContain('allways');
});

test('a till that dies is started again, but not for ever, and not when a person is needed', () => {
  const line = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(shipped)?.[1];
  expect(line('ExecStart')).toBe(program);
  expect(line('Restart')).toBe('always');
  // With a PAM session systemd before 256 would wait for `exec` until its start timeout, and end the till.
  expect(line('PAMName') === undefined || line('Type') === 'simple').toBe(true);
  const [burst, interval, pause] = ['StartLimitBurst', 'StartLimitIntervalSec', 'RestartSec'].map((name) =>
    Number(line(name)),
  );
  // The limit can be reached at all: so many starts with their pauses fit into it.
  expect((burst as number) * (pause as number)).toBeLessThan(interval as number);
  // What asks for settings and for credentials (docs/command-line.md, "Exit status"), and a technician who left the kiosk.
  expect(line('RestartPreventExitStatus')).toBe('2 7 10');
});
