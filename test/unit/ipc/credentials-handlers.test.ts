import { expect, test, vi } from 'vitest';
import { createCredentialsHandlers } from '../../../electron/ipc/credentials-handlers.ts';
import { credentialsCalls } from '../../../shared/contract/credentials.ts';
import { appError } from '../../../shared/errors/app-error.ts';
import { err, ok } from '../../../shared/errors/result.ts';

const secret = 'Marked-Secret/0123456789';
const given = { kind: 'mac', macKey: { from: 'typed', text: secret } } as const;
const view = { by: 'mac', store: 'keyring', fixed: null } as const;

function handlers(
  outcome: ReturnType<typeof ok<{ latencyMs: number }>> | ReturnType<typeof err> = ok({ latencyMs: 40 }),
) {
  const replace = vi.fn(async () => outcome as never);
  return { replace, ...createCredentialsHandlers({ view, canChoose: true, choose: async () => 'key.txt', replace }) };
}

test('what a page is told of the station’s key is where it is, and never the key', async () => {
  const station = handlers();
  expect(station['credentials/read']({})).toEqual(ok({ kind: 'kept', ...view, canChoose: true }));
  expect(await station['credentials/choose-file']({ what: 'mac-key' })).toEqual(ok({ name: 'key.txt' }));
  const replaced = await station['credentials/replace']({ given });
  expect(replaced).toEqual(ok({ latencyMs: 40 }));
  expect(station.replace).toHaveBeenCalledWith(given);
  expect(JSON.stringify(replaced)).not.toContain(secret);
});

test('no answer of these channels has room for a key', () => {
  const leaking = { latencyMs: 40, macKey: secret, name: 'key.txt', kind: 'kept', ...view, canChoose: true };
  for (const { output } of Object.values(credentialsCalls)) {
    expect(output.safeParse(leaking).success).toBe(false);
  }
});

test('a key that did not work is told by its code', async () => {
  const failed = err(appError('api.unauthorized'));
  expect(await handlers(failed)['credentials/replace']({ given })).toEqual(failed);
});

test('a training station has no key of its own to replace', async () => {
  const training = createCredentialsHandlers(null);
  expect(training['credentials/read']({})).toEqual(ok({ kind: 'none' }));
  for (const refused of [
    await training['credentials/replace']({ given }),
    await training['credentials/choose-file']({ what: 'mac-key' }),
  ]) {
    expect(refused).toMatchObject({ ok: false, error: { code: 'settings.mode-conflict' } });
  }
});
