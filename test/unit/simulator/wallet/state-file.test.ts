import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { people } from '../../../../simulator/wallet/people.ts';
import { runWalletSimulator } from '../../../../simulator/wallet/run.ts';
import type { WalletSimulator } from '../../../../simulator/wallet/server.ts';
import { ask, get, outcomeOf } from './exchange.ts';

let folder = '';
let opened: WalletSimulator[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'simulator-state-'));
});

afterEach(async () => {
  await Promise.all(opened.map((simulator) => simulator.close()));
  opened = [];
  rmSync(folder, { recursive: true, force: true });
});

const stateFile = () => path.join(folder, 'state.json');

async function run(options: Partial<Parameters<typeof runWalletSimulator>[0]> = {}): Promise<WalletSimulator> {
  const result = await runWalletSimulator({ port: 0, stateFile: stateFile(), ...options });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  opened.push(result.value.simulator);
  return result.value.simulator;
}

function reasonOf(result: Awaited<ReturnType<typeof runWalletSimulator>>): unknown {
  return result.ok ? 'started' : [result.error.code, result.error.details?.setting, result.error.details?.reason];
}

describe('a state that is kept', () => {
  it('survives a restart: money, cards, codes, wrong codes, descriptions, grants, tokens and the clock', async () => {
    const before = await run();
    await ask(before, 'PUT /wallet/14471/pending-payment/59418', { password: 'some secret' });
    await ask(before, 'PUT /wallet/14471/card', { issuer: 'paysera', number: '5487963154' });
    for (let wrong = 0; wrong < 5; wrong += 1) await ask(before, 'PUT /wallet/254789/confirm', { code: 'WRONG' });
    await ask(before, 'PUT /wallet/30001', { description: 'Kita' });
    before.revoke(5003, 'balance_offline');
    before.moveClock(120);
    await before.close();

    const after = await run();
    expect((await get(after, '/wallet/14471/balance')).json).toMatchObject({ EUR: { at_disposal: 2399 } });
    expect((await get(after, '/wallet?card[paysera]=5487963154')).json).toMatchObject({ id: 254789 });
    expect(after.listSentCodes()).toMatchObject([{ code: 'ABCDEF' }]);
    expect(outcomeOf(await ask(after, 'PUT /wallet/254789/confirm', { code: 'ABCDEF' }))).toBe(
      '429 rate_limit_exceeded',
    );
    expect((await get(after, '/wallet/30001')).json).toMatchObject({ account: { description: 'Kita' } });
    expect(outcomeOf(await get(after, '/wallet/30003/balance'))).toBe('403 forbidden');
    expect(after.nowSeconds() - Math.floor(Date.now() / 1000)).toBeGreaterThanOrEqual(119);
  });

  it('goes on with the same random sequence as one that never stopped', async () => {
    const card = (number: string) => ({ issuer: 'paysera', number });
    const stopped = await run({ seed: 7 });
    await ask(stopped, 'PUT /wallet/14471/card', card('1111'));
    await stopped.close();
    const resumed = await run({ seed: 7 });
    await ask(resumed, 'PUT /wallet/14471/card', card('2222'));
    const steady = await run({ seed: 7, stateFile: undefined });
    for (const number of ['1111', '2222']) await ask(steady, 'PUT /wallet/14471/card', card(number));
    expect(resumed.listSentCodes().map(({ code }) => code)).toEqual(steady.listSentCodes().map(({ code }) => code));
  });

  it('is readable by its owner alone and leaves nothing beside it', async () => {
    await run();
    expect(statSync(stateFile()).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['state.json']);
  });

  it('is there before the answer leaves', async () => {
    const simulator = await run();
    simulator.setFault({ kind: 'reset', when: 'after', times: 1 });
    await ask(simulator, 'PUT /wallet/30001', { description: 'Kept' }).catch(() => {});
    expect(readFileSync(stateFile(), 'utf8')).toContain('Kept');
  });

  it('is begun anew by a reset', async () => {
    const simulator = await run();
    await ask(simulator, 'PUT /wallet/30001', { description: 'Kept' });
    simulator.reset();
    expect(readFileSync(stateFile(), 'utf8')).not.toContain('Kept');
  });
});

describe('a state file that cannot be used', () => {
  it.each([
    ['is cut off', (text: string) => text.slice(0, text.length / 2), /not JSON: it is damaged; delete it/],
    ['is empty', () => '', /not JSON: it is damaged/],
    ['has lost a field', (text: string) => text.replace('"bornAt"', '"born"'), /damaged.*bornAt/],
    [
      'has a wrong amount',
      (text: string) => text.replace('"atDisposal": 2299', '"atDisposal": -1'),
      /damaged.*atDisposal/,
    ],
  ])('that %s is named and kept as it is', async (_how, damage, reason) => {
    await (await run()).close();
    const damaged = damage(readFileSync(stateFile(), 'utf8'));
    writeFileSync(stateFile(), damaged);
    const result = await runWalletSimulator({ port: 0, stateFile: stateFile() });
    expect(reasonOf(result)).toEqual(['settings.invalid', '--state', expect.stringMatching(reason)]);
    expect(readFileSync(stateFile(), 'utf8')).toBe(damaged);
  });

  it('because it belongs to other data is named', async () => {
    await (await run()).close();
    const dataFile = path.join(folder, 'shop.json');
    writeFileSync(dataFile, JSON.stringify({ ...people, barcodes: [] }));
    const result = await runWalletSimulator({ port: 0, stateFile: stateFile(), dataFile });
    expect(reasonOf(result)).toEqual(['settings.invalid', '--state', expect.stringMatching(/belongs to other data/)]);
  });

  it('because it is a folder is named', async () => {
    expect(reasonOf(await runWalletSimulator({ port: 0, stateFile: folder }))).toEqual([
      'settings.invalid',
      '--state',
      'EISDIR',
    ]);
  });
});

describe("a shop's own data", () => {
  const write = (value: unknown) => {
    const file = path.join(folder, 'shop.json');
    writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
    return file;
  };

  it('are served in place of the built-in ones', async () => {
    const data = structuredClone(people);
    const user = data.users.find(({ id }) => id === 221);
    if (user?.accounts[0]?.balances.EUR) user.accounts[0].balances.EUR.atDisposal = 777;
    const simulator = await run({ dataFile: write(data), stateFile: undefined });
    expect((await get(simulator, '/wallet/14471/balance')).json).toMatchObject({ EUR: { at_disposal: 777 } });
  });

  const change = (edit: (data: typeof people) => void) => {
    const data = structuredClone(people);
    edit(data);
    return data;
  };

  it.each([
    ['{ "users": [', /^not JSON/],
    [{}, /currencies: .*expected/],
    [change((data) => Object.assign(data.users[0] ?? {}, { phone: '+370' })), /users\.0\.phone: a phone starts with/],
    [change((data) => Object.assign(data.users[0] ?? {}, { phnoe: '370' })), /users\.0: .*phnoe/],
    [change((data) => data.users.push(...data.users.slice(0, 1))), /two wallets have the id 14471/],
    [change((data) => Object.assign(data, { currencies: { EUR: data.currencies.EUR } })), /USD is used and missing/],
    [
      change((data) => Object.assign(data.freeCards[0] ?? {}, { futureWallet: 14471 })),
      /a free card promises wallet 14471, which exists/,
    ],
    [
      change((data) => Object.assign(data.freeCards[0] ?? {}, { number: '4820157736' })),
      /the free card of wallet 254789 belongs to somebody/,
    ],
    [change((data) => Object.assign(data.client, { me: 5 })), /client\.me names wallet 5, which does not exist/],
    [
      change((data) => Object.assign(data.pendingPayments[0] ?? {}, { amount: 101 })),
      /EVP0010004000001 has 100 EUR reserved and pending payments of 101/,
    ],
    [change((data) => data.pendingPayments.push(...data.pendingPayments.slice(3, 4))), /payment: 80003 is there twice/],
    [
      change((data) => Object.assign(data.pendingPayments[0] ?? {}, { password: undefined })),
      /pendingPayments\.0: a payment of type password needs its password/,
    ],
    [
      change((data) => Object.assign(data.pendingPayments[0] ?? {}, { secondsAgo: 1 })),
      /pendingPayments\.0: give either date/,
    ],
  ])('that contradict themselves are refused with the place (%#)', async (value, reason) => {
    const result = await runWalletSimulator({ port: 0, dataFile: write(value) });
    expect(reasonOf(result)).toEqual(['settings.invalid', '--data', expect.stringMatching(reason)]);
  });

  it('that are not there are refused', async () => {
    const result = await runWalletSimulator({ port: 0, dataFile: path.join(folder, 'missing.json') });
    expect(reasonOf(result)).toEqual(['settings.invalid', '--data', 'ENOENT']);
  });
});
