import { expect, test } from 'vitest';
import { createSetupStore } from '../../../../renderer/stores/training-setup-store.ts';
import type { TrainingBridge } from '../../../../shared/contract/training.ts';
import type { CredentialsTestView } from '../../../../shared/contract/training-setup.ts';
import { ok } from '../../../../shared/errors/result.ts';

const address = { apiUrl: null, caFile: null };
const credentials = { kind: 'mac', clientId: 'shop-1', macKey: 'marked-secret' } as const;
const choices = {
  stationName: 'Till 1',
  supportPhone: null,
  locale: 'en',
  currency: 'EUR',
  receiptWidth: null,
  face: 'desk',
} as const;

/** Main's side of the bridge: answers the tests of credentials when the test says so. */
function setup() {
  const called: string[] = [];
  const answers: ((view: CredentialsTestView) => void)[] = [];
  const bridge = {
    on: () => () => {},
    async call(name: string) {
      called.push(name);
      if (name === 'setup/test-credentials') {
        return ok(await new Promise<CredentialsTestView>((resolve) => answers.push(resolve)));
      }
      return ok(name === 'setup/read' ? choices : {});
    },
  } as unknown as TrainingBridge;
  return { store: createSetupStore(bridge), called, answers };
}

test('the next steps open only once the service has accepted the credentials', async () => {
  const { store, answers } = setup();
  await store.getState().open();
  store.getState().show('summary');
  expect(store.getState().step).toBe('credentials');
  const asked = store.getState().test(credentials, address);
  answers[0]?.({ kind: 'clock-off', seconds: 90 });
  await asked;
  store.getState().show('station');
  expect(store.getState().step).toBe('credentials');
  const again = store.getState().test(credentials, address);
  answers[1]?.({ kind: 'accepted', latencyMs: 40, receiptsEnabled: true });
  await again;
  store.getState().show('station');
  expect(store.getState().step).toBe('station');
});

test('nothing goes live before that, and once is enough', async () => {
  const { store, answers, called } = setup();
  await store.getState().open();
  await store.getState().goLive();
  expect(called).not.toContain('setup/go-live');
  const asked = store.getState().test(credentials, address);
  answers[0]?.({ kind: 'accepted', latencyMs: 40, receiptsEnabled: true });
  await asked;
  await Promise.all([store.getState().goLive(), store.getState().goLive()]);
  expect(called.filter((name) => name === 'setup/go-live')).toHaveLength(1);
  expect(store.getState().going).toEqual({ kind: 'restarting' });
});

test('the secret is in no state, and an answer after closing changes nothing', async () => {
  const { store, answers, called } = setup();
  await store.getState().open();
  const asked = store.getState().test(credentials, address);
  expect(JSON.stringify(store.getState())).not.toContain('marked-secret');
  store.getState().close();
  expect(called.at(-1)).toBe('setup/forget');
  answers[0]?.({ kind: 'accepted', latencyMs: 40, receiptsEnabled: true });
  await asked;
  expect(store.getState()).toMatchObject({ isOpen: false, trial: { kind: 'idle' } });
});
