import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { operationNames } from '../../electron/wallet-api/operations.ts';
import type { WalletApi } from '../../electron/wallet-api/wallet-api.ts';
import { startWalletSimulator, type WalletFault, type WalletSimulator } from '../../simulator/wallet/server.ts';
import { samples } from './operation-samples.ts';
import { unhurriedClient } from './unhurried-client.ts';

let simulator: WalletSimulator;
let api: WalletApi;

beforeAll(async () => {
  simulator = await startWalletSimulator();
  api = unhurriedClient(simulator);
});

afterAll(async () => {
  await api.close();
  await simulator.close();
});

beforeEach(() => simulator.reset());

/** What the simulator answers to each sample, where that is not a whole list. */
const expected: Readonly<Record<string, unknown>> = {
  'wallet.read': { id: 14471, owner: 221 },
  'wallet.find': { id: 14471, owner: 221 },
  'balance.read': { EUR: { at_disposal: 2299 }, USD: { at_disposal: 100, reserved_decimal: '98.00' } },
  'wallet.check-sufficient-amount': { is_sufficient: true },
  'statements.read': { statements: [{ id: 59418 }, { id: 59392 }, { id: 59390 }, {}, {}], _metadata: { total: 5 } },
  'reservation-statements.read': { reservation_statements: [{ amount: 100 }, { amount: 100 }] },
  'pending-payments.read': { pending_payments: [{ id: 59418, amount_decimal: '1.00' }] },
  'pending-payment.cancel': { id: 59418 },
  'pending-payment.accept': { id: 59418, cancelable: false },
  'favourites.read': { favourites: [{ payment_count: 5 }, { payment_count: 2 }] },
  'card.relate': { id: 254789, owner: 221 },
  'card.confirm': { id: 254789 },
  'description.set': { account: { description: 'My personal account' } },
  'wallets.search': { 'smith@example.com': { id: 887, owner: 5547 } },
};

describe('client and simulator, written apart, agree on', () => {
  test.each(operationNames)('%s', async (name) => {
    const { endpoint, parameters, prepare } = samples[name];
    await prepare?.(api, simulator);
    expect(await api.call(endpoint, parameters)).toMatchObject({ ok: true, value: expected[name] ?? {} });
  });
});

/** Each fault, and what it is to a read and to a mutation: one that did not happen for certain may have happened. */
const faults: readonly (readonly [
  name: string,
  fault: WalletFault,
  toRead: string | null,
  toMutation: string | null,
])[] = [
  ['a 500', { kind: 'error', status: 500, code: 'internal_server_error' }, 'api.server-error', 'api.outcome-unknown'],
  ['a 502', { kind: 'error', status: 502, code: 'bad_gateway' }, 'api.server-error', 'api.outcome-unknown'],
  ['a refusal nobody knows', { kind: 'error', status: 400, code: 'wallet_asleep' }, 'api.refused', 'api.refused'],
  ['a page', { kind: 'html' }, 'api.not-json', 'api.outcome-unknown'],
  ['a page with 403', { kind: 'html', status: 403 }, 'api.not-json', 'api.outcome-unknown'],
  ['an empty body', { kind: 'empty-body' }, 'api.empty-answer', 'api.outcome-unknown'],
  ['half a body', { kind: 'cut-off' }, 'api.cut-off-answer', 'api.outcome-unknown'],
  ['half the JSON', { kind: 'cut-off', reframed: true }, 'api.cut-off-answer', 'api.outcome-unknown'],
  ['a reset before', { kind: 'reset', when: 'before' }, 'api.connection-lost', 'api.outcome-unknown'],
  ['a reset during', { kind: 'reset', when: 'during' }, 'api.cut-off-answer', 'api.outcome-unknown'],
  ['a reset after', { kind: 'reset', when: 'after' }, 'api.connection-lost', 'api.outcome-unknown'],
  ['silence', { kind: 'silent' }, 'api.timed-out', 'api.outcome-unknown'],
  ['latency', { kind: 'latency', ms: 5 }, null, null],
];

describe.each(faults)('%s', (_name, fault, toRead, toMutation) => {
  test.each(operationNames)('on %s has its code, and a change is asked for once', async (name) => {
    const { endpoint, parameters, target, prepare } = samples[name];
    await prepare?.(api, simulator);
    simulator.setFault({ ...fault, on: target } as WalletFault);
    const last = simulator.requests.at(-1);
    const timeoutMs = fault.kind === 'silent' ? 300 : 10_000;

    const result = await api.call(endpoint, parameters, { timeoutMs });

    const code = endpoint.effect === 'mutation' ? toMutation : toRead;
    expect(result.ok ? null : result.error.code).toBe(code);
    const sinceLast = () => simulator.requests.slice(last === undefined ? 0 : simulator.requests.indexOf(last) + 1);
    // What was given up at a deadline may be written down by the simulator a moment later.
    const since = await vi.waitUntil(() => (sinceLast().length > 0 ? sinceLast() : null));
    const isRepeated = fault.kind === 'error' && fault.status === 502 && endpoint.effect === 'read';
    expect(since).toHaveLength(isRepeated ? 2 : 1);
  });
});

test('a rate limit is busy, and on confirming a card it is the codes that are counted', async () => {
  for (const name of operationNames) {
    const { endpoint, parameters, target } = samples[name];
    simulator.setFault({ kind: 'rate-limit', on: target });
    const code = name === 'card.confirm' ? 'card.attempts-exhausted' : 'api.rate-limited';
    expect(await api.call(endpoint, parameters)).toMatchObject({ ok: false, error: { code, kind: 'busy' } });
  }
});
