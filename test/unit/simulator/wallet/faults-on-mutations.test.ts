import { describe, expect, it } from 'vitest';
import { operations } from '../../../../simulator/wallet/routes.ts';
import type { WalletFault, WalletSimulator } from '../../../../simulator/wallet/server.ts';
import { ask, get, laterMs, start } from './exchange.ts';

/** Every mutation, and what shows whether it happened. */
const mutations: readonly [string, unknown, (simulator: WalletSimulator) => Promise<boolean>][] = [
  ['PUT /wallet/14471/pending-payment/59418', { password: 'some secret' }, isGone('14471', 59418)],
  ['DELETE /wallet/30001/pending-payment/80002', undefined, isGone('30001', 80002)],
  [
    'PUT /wallet/14471/card',
    { issuer: 'paysera', number: '5487963154' },
    async (simulator) => (await get(simulator, '/wallet?card[paysera]=5487963154')).status === 200,
  ],
  ['PUT /wallet/30001', { description: 'Kita' }, describes('Kita')],
  ['DELETE /wallet/30001/description', undefined, describes(undefined)],
];

function isGone(wallet: string, id: number) {
  return async (simulator: WalletSimulator) => {
    const answer = await get(simulator, `/wallet/${wallet}/pending-payments`);
    return !(answer.json as { pending_payments: { id: number }[] }).pending_payments.some(
      (payment) => payment.id === id,
    );
  };
}

function describes(text: string | undefined) {
  return async (simulator: WalletSimulator) => {
    const answer = await get(simulator, '/wallet/30001');
    return (answer.json as { account: { description?: string } }).account.description === text;
  };
}

/** What the client sees: a status, or the code of a broken connection. */
async function attempt(simulator: WalletSimulator, request: string, body: unknown): Promise<number | string> {
  return await ask(simulator, request, body).then(
    ({ status }) => status,
    (error: NodeJS.ErrnoException) => error.code ?? 'broken',
  );
}

const lost: readonly [string, WalletFault, number | string, boolean][] = [
  ['reset before', { kind: 'reset', when: 'before' }, 'ECONNRESET', false],
  ['reset during the answer', { kind: 'reset', when: 'during' }, 'ECONNRESET', true],
  ['reset after', { kind: 'reset', when: 'after' }, 'ECONNRESET', true],
  ['reset, when not said otherwise', { kind: 'reset' }, 'ECONNRESET', true],
  ['502 before', { kind: 'error', status: 502, code: 'bad_gateway' }, 502, false],
  ['502 late', { kind: 'error', status: 502, code: 'bad_gateway', late: true }, 502, true],
  ['html page', { kind: 'html', status: 503 }, 503, false],
  ['late html page', { kind: 'html', status: 503, late: true }, 503, true],
  ['rate limit', { kind: 'rate-limit' }, 429, false],
  ['empty body', { kind: 'empty-body' }, 200, true],
  ['cut-off body', { kind: 'cut-off', reframed: true }, 200, true],
];

describe.each(lost)('a mutation that met a fault: %s', (_name, fault, seen, happened) => {
  it.each(mutations)(`${happened ? 'happened' : 'did not happen'}: %s`, async (request, body, didHappen) => {
    const simulator = await start({ clock: () => laterMs });
    simulator.setFault({ ...fault, times: 1 } as WalletFault);
    const before = await attempt(simulator, request, body);
    expect([before, await didHappen(simulator)]).toEqual([seen, happened]);
  });
});

describe('a silent answer', () => {
  it('hides that the mutation happened', async () => {
    const simulator = await start();
    simulator.setFault({ kind: 'silent', on: 'set-description', times: 1 });
    const unanswered = attempt(simulator, 'PUT /wallet/30001', { description: 'Kita' });
    while (!simulator.requests.some(({ method }) => method === 'PUT')) await get(simulator, '/server');
    expect(await describes('Kita')(simulator)).toBe(true);
    await simulator.setNetwork(false);
    expect(await unanswered).toBe('ECONNRESET');
  });
});

describe('every operation', () => {
  const requests: Record<(typeof operations)[number], string> = {
    server: 'GET /server',
    wallet: 'GET /wallet/14471',
    balance: 'GET /wallet/14471/balance',
    receipt: 'GET /wallet/14471/receipt/balance',
    'sufficient-amount': 'GET /wallet/14471/sufficient-amount?amount=1&currency=EUR',
    statements: 'GET /wallet/14471/statements',
    'reservation-statements': 'GET /wallet/14471/reservation-statements',
    'pending-payments': 'GET /wallet/14471/pending-payments',
    'cancel-payment': 'DELETE /wallet/14471/pending-payment/59418',
    'provide-password': 'PUT /wallet/14471/pending-payment/59418',
    favourites: 'GET /wallet/14471/favourites',
    'relate-card': 'PUT /wallet/14471/card',
    'confirm-card': 'PUT /wallet/254789/confirm',
    'set-description': 'PUT /wallet/14471',
    'delete-description': 'DELETE /wallet/14471/description',
    'search-wallets': 'GET /wallets?phone=37060000003',
    'refresh-token': 'POST /oauth/v1/token',
  };

  it.each(operations)('can be given a fault of its own: %s', async (operation) => {
    const simulator = await start();
    simulator.setFault({ kind: 'error', status: 418, code: 'teapot', on: operation });
    const [hit, spared] = [requests[operation], operation === 'balance' ? requests.wallet : requests.balance];
    expect([await attempt(simulator, hit, undefined), await attempt(simulator, spared, undefined)]).toEqual([418, 200]);
  });
});
