import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { keepSecret } from '../../../electron/credentials/keep-secret.ts';
import { readCredentials } from '../../../electron/credentials/read-credentials.ts';

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'wallet-till-secret-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

test('a secret that was kept is the one that a live station reads, and its user’s alone', () => {
  const file = path.join(folder(), 'below', 'mac-key');
  expect(keepSecret(file, 'IrdTc8uQ')).toMatchObject({ ok: true });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const settings = { clientId: 'shop-1', macKeyFile: file, clientCertFile: null, clientCertKeyFile: null };
  expect(readCredentials({ settings, env: {} })).toEqual({
    ok: true,
    value: { clientId: 'shop-1', macKey: 'IrdTc8uQ' },
  });
});

test('a file or a link that lies in its way gets nothing of it', () => {
  const made = folder();
  const elsewhere = path.join(made, 'elsewhere');
  writeFileSync(elsewhere, '', { mode: 0o644 });
  symlinkSync(elsewhere, path.join(made, `mac-key.${process.pid}.new`));
  symlinkSync(elsewhere, path.join(made, 'mac-key'));
  expect(keepSecret(path.join(made, 'mac-key'), 'IrdTc8uQ')).toMatchObject({ ok: true });
  expect(readFileSync(elsewhere, 'utf8')).toBe('');
  expect(readdirSync(made).sort()).toEqual(['elsewhere', 'mac-key']);
});

test('what cannot be written is told by the system’s reason and leaves nothing behind', () => {
  const made = folder();
  mkdirSync(path.join(made, 'mac-key'));
  writeFileSync(path.join(made, 'mac-key', 'in-the-way'), '');
  const kept = keepSecret(path.join(made, 'mac-key'), 'IrdTc8uQ');
  expect(kept).toMatchObject({ error: { code: 'credentials.not-kept' } });
  expect(JSON.stringify(kept)).not.toContain('IrdTc8uQ');
  expect(readdirSync(made)).toEqual(['mac-key']);
});
