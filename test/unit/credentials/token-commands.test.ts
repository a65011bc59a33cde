import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createFolderSecrets } from '../../../electron/credentials/secrets-in-files.ts';
import { runTokenCommand, type TokenAction } from '../../../electron/credentials/token-commands.ts';
import { createTokenFile } from '../../../electron/credentials/token-file.ts';

const clock = () => Date.UTC(2026, 10, 20, 12);
const answer = '{"access_token":"example-token","mac_key":"example-key","expires_in":3600,\n"scope":"balance"}\n';

function station() {
  const folder = mkdtempSync(path.join(tmpdir(), 'till-token-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = createTokenFile(createFolderSecrets(folder));
  return (action: TokenAction, input = '') => runTokenCommand(action, { file, readAll: async () => input, clock });
}

const shown = { expires_at: '2026-11-20T13:00:00.000Z', scopes: ['balance'], renews_itself: false };

it('a token is imported, shown without anything that could sign, and forgotten', async () => {
  const run = station();
  expect(await run('import', answer)).toEqual({ ok: true, value: shown });
  expect(await run('show')).toEqual({ ok: true, value: shown });
  expect(await run('forget')).toEqual({ ok: true, value: { forgotten: true } });
  expect(await run('show')).toMatchObject({ error: { code: 'credentials.token-missing' } });
});

it('what is no token leaves the one that is there', async () => {
  const run = station();
  await run('import', answer);
  expect(await run('import', 'example-token')).toMatchObject({ error: { code: 'identifier.malformed' } });
  expect(await run('show')).toEqual({ ok: true, value: shown });
});
