import { expect, test } from 'vitest';
import { createSetupStore } from '../../../../renderer/stores/training-setup-store.ts';
import type { TrainingBridge } from '../../../../shared/contract/training.ts';
import type { CredentialsTestView } from '../../../../shared/contract/training-setup.ts';
import { ok } from '../../../../shared/errors/result.ts';

const address = { apiUrl: null, authority: null, proxy: null };
const credentials = {
  kind: 'mac',
  clientId: 'shop-1',
  macKey: { from: 'typed', text: 'marked-secret' },
  store: 'file',
} as const;
const choices = {
  shopName: null,
  stationName: 'Till 1',
  supportPhone: null,
  locale: 'en',
  currency: 'EUR',
  receiptWidth: null,
  face: 'desk',
  customerDisplay: false,
  readers: [],
  serialScanner: null,
  operations: null,
};
const view = { choices, stores: ['file'], operations: ['balance.read'], canChoose: false };

/** Main's side of the bridge: answers the tests of credentials when the test says so. */
function setup() {
  const called: string[] = [];
  const answers: ((view: CredentialsTestView) => void)[] = [];
  let told: ((status: { readers: object[] }) => void) | null = null;
  const bridge = {
    on: (_name: string, listener: typeof told) => {
      told = listener;
      return () => {};
    },
    async call(name: string) {
      called.push(name);
      if (name === 'setup/test-credentials') {
        return ok(await new Promise<CredentialsTestView>((resolve) => answers.push(resolve)));
      }
      return ok(answerOf(name));
    },
  } as unknown as TrainingBridge;
  const answerOf = (name: string) => {
    switch (name) {
      case 'setup/read':
        return view;
      case 'setup-devices/open-readers':
        return { readers: [{ name: 'stripe-reader', state: 'listening' }] };
      default:
        return {};
    }
  };
  return { store: createSetupStore(bridge), called, answers, tell: (readers: object[]) => told?.({ readers }) };
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
  expect(called.slice(-2)).toEqual(['setup/forget', 'setup-devices/close-readers']);
  answers[0]?.({ kind: 'accepted', latencyMs: 40, receiptsEnabled: true });
  await asked;
  expect(store.getState()).toMatchObject({ isOpen: false, trial: { kind: 'idle' } });
});

test('a reader that is there is used, one that is taken away stays so until it is plugged in again', async () => {
  const { store, tell } = setup();
  await store.getState().open();
  await store.getState().openReaders();
  expect(store.getState().choices?.readers).toEqual(['stripe-reader']);
  const states = (hid: string) => [
    { name: 'hid-scanner', state: hid },
    { name: 'stripe-reader', state: 'listening' },
  ];
  tell(states('absent'));
  store.getState().useReader('stripe-reader', false);
  tell(states('listening'));
  expect(store.getState().choices?.readers).toEqual(['hid-scanner']);
});

test('a supervisor is named to main, and neither name nor PIN goes further than that', async () => {
  const { store, called } = setup();
  await store.getState().open();
  expect(await store.getState().nameSupervisor({ name: ' Rasa P. ', pin: '274916' })).toBe(true);
  expect(called).toContain('setup/name-supervisor');
  expect(store.getState().supervisor).toEqual({ kind: 'named', name: 'Rasa P.' });
  expect(JSON.stringify(store.getState())).not.toContain('274916');
  expect(await store.getState().nameSupervisor(null)).toBe(true);
  expect(store.getState().supervisor).toEqual({ kind: 'nobody' });
});
