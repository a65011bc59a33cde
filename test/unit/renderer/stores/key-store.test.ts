import { expect, test } from 'vitest';
import { createKeyStore } from '../../../../renderer/stores/key-store.ts';
import { appError } from '../../../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../../../shared/errors/result.ts';

const given = { kind: 'mac', macKey: { from: 'typed', text: 'marked-secret' } } as const;

/** Main answers the trial when the test says so. */
function setUp() {
  const answers: ((result: Result<{ latencyMs: number }>) => void)[] = [];
  const till = {
    call: async (name: string) =>
      name === 'credentials/replace'
        ? new Promise((resolve) => answers.push(resolve))
        : ok({ kind: 'kept', by: 'mac', store: 'file', fixed: null, canChoose: false }),
  };
  return { store: createKeyStore(till as never), answers };
}

test('a key is tried once at a time, and is in no state', async () => {
  const { store, answers } = setUp();
  await store.getState().read();
  const tried = store.getState().replace(given);
  await store.getState().replace(given);
  expect(answers).toHaveLength(1);
  expect(store.getState().replacing).toEqual({ kind: 'trying' });
  expect(JSON.stringify(store.getState())).not.toContain('marked-secret');
  answers[0]?.(ok({ latencyMs: 51 }));
  await tried;
  expect(store.getState().replacing).toEqual({ kind: 'done', latencyMs: 51 });
});

test('a key that does not work is told, and an answer after the panel was left is not', async () => {
  const { store, answers } = setUp();
  const error = appError('api.unauthorized');
  const tried = store.getState().replace(given);
  answers[0]?.(err(error));
  await tried;
  expect(store.getState().replacing).toEqual({ kind: 'failed', error });
  const again = store.getState().replace(given);
  store.getState().leave();
  answers[1]?.(ok({ latencyMs: 51 }));
  await again;
  expect(store.getState().replacing).toEqual({ kind: 'idle' });
});
