import { describe, expect, it } from 'vitest';
import { people } from '../../../../simulator/wallet/people.ts';
import type { SentCode, WalletSimulator } from '../../../../simulator/wallet/server.ts';
import { ask, get, outcomeOf, start } from './exchange.ts';
import { seedTimestamp } from './seed-requests.ts';

const card = { issuer: 'paysera', number: '5487963154' };
const relate = (simulator: WalletSimulator, body: unknown = card, wallet: number | string = 14471) =>
  ask(simulator, `PUT /wallet/${wallet}/card`, body);
const confirm = (simulator: WalletSimulator, code: unknown = 'ABCDEF', wallet: number | string = 254789) =>
  ask(simulator, `PUT /wallet/${wallet}/confirm`, { code });

describe('relating a card', () => {
  it('makes a wallet of the same user and account, and sends the code to the customer', async () => {
    const sent: SentCode[] = [];
    const simulator = await start({ onCodeSent: (code) => sent.push(code) });
    await relate(simulator);
    expect((await get(simulator, '/wallet/254789')).json).toEqual({
      id: 254789,
      owner: 221,
      account: { number: 'EVP0010001000101' },
    });
    expect(sent).toEqual([
      {
        wallet: 254789,
        channel: 'sms',
        to: '••••345',
        code: 'ABCDEF',
        sentAt: seedTimestamp,
        expiresAt: seedTimestamp + 600,
      },
    ]);
    expect(simulator.listSentCodes()).toEqual(sent);
  });

  it('sends by e-mail where there is no phone, with the address masked', async () => {
    const simulator = await start();
    await relate(simulator, { issuer: 'vilniecio', number: '000000001' }, 887);
    expect(simulator.listSentCodes()).toMatchObject([
      { channel: 'email', to: 's•••@example.com', code: expect.stringMatching(/^[A-Z]{6}$/) },
    ]);
  });

  it("of a company's wallet keeps the person who holds it", async () => {
    const answer = await relate(await start(), { issuer: 'vilniecio', number: '000000001' }, 31001);
    expect(answer.json).toMatchObject({ owner: 5001 });
  });

  it('keeps leading zeros: two numbers that differ in them are two cards', async () => {
    const simulator = await start();
    const answers = [
      await relate(simulator, { issuer: 'paysera', number: '0001234' }),
      await relate(simulator, { issuer: 'paysera', number: '001234' }),
    ];
    expect(answers.map(outcomeOf)).toEqual(['200', '200']);
  });

  it('never gives the id that another free card is going to get', async () => {
    const simulator = await start();
    const numbers = ['5487963154', '0001', '0002'];
    for (const number of numbers) await relate(simulator, { issuer: 'paysera', number });
    const answer = await relate(simulator, { issuer: 'vilniecio', number: '005550001' });
    expect(simulator.listSentCodes().map(({ wallet }) => wallet)).toEqual([254789, 254791, 254792, 254790]);
    expect(outcomeOf(answer)).toBe('200');
  });

  it('is refused twice, and for a card of somebody else', async () => {
    const simulator = await start();
    await relate(simulator);
    const answers = [
      await relate(simulator),
      await relate(simulator, card, 30003),
      await relate(simulator, { issuer: 'paysera', number: '4820157736' }),
    ];
    expect(answers.map(outcomeOf)).toEqual(Array(3).fill('409 card_already_assigned'));
  });

  it.each([
    [{ issuer: 'somebank', number: '5487963154' }, '400 invalid_parameters'],
    [{ issuer: 'paysera', number: 5487963154 }, '400 invalid_parameters'],
    [{ issuer: 'paysera', number: '5487 9631 54' }, '400 invalid_parameters'],
    [{ issuer: 'paysera' }, '400 invalid_parameters'],
    [[], '400 invalid_parameters'],
  ])('takes nothing like %j', async (body, expected) => {
    expect(outcomeOf(await relate(await start(), body))).toBe(expected);
  });

  it('is forbidden where the feature is not enabled for the client', async () => {
    const data = { ...people, client: { ...people.client, cardRelatingEnabled: false } };
    expect(outcomeOf(await relate(await start({ data })))).toBe('403 forbidden');
  });

  it('works for me', async () => {
    expect((await relate(await start(), card, 'me')).json).toEqual({ id: 254789, owner: 221 });
  });
});

describe('a card that is not confirmed yet', () => {
  const find = (simulator: WalletSimulator) => get(simulator, '/wallet?card[paysera]=5487963154');

  it('is found where they are findable', async () => {
    const simulator = await start({ unconfirmedCards: 'findable' });
    await relate(simulator);
    expect(outcomeOf(await find(simulator))).toBe('200');
  });

  it('is hidden until it is confirmed where they are hidden, though it is taken', async () => {
    const simulator = await start({ unconfirmedCards: 'hidden' });
    await relate(simulator);
    const hidden = [outcomeOf(await find(simulator)), outcomeOf(await relate(simulator))];
    await confirm(simulator);
    expect(hidden).toEqual(['404 not_found', '409 card_already_assigned']);
    expect(outcomeOf(await find(simulator))).toBe('200');
  });

  it("can be confirmed in the provider's own system", async () => {
    const simulator = await start({ unconfirmedCards: 'hidden' });
    await relate(simulator);
    simulator.confirmElsewhere(254789);
    expect([outcomeOf(await find(simulator)), outcomeOf(await confirm(simulator))]).toEqual([
      '200',
      '409 invalid_state',
    ]);
  });
});

describe('confirming', () => {
  it('works once', async () => {
    const simulator = await start();
    await relate(simulator);
    const answers = [await confirm(simulator), await confirm(simulator)];
    expect(answers.map(outcomeOf)).toEqual(['200', '409 invalid_state']);
  });

  it.each([
    ['me', '400 invalid_parameters'],
    [14471, '409 invalid_state'],
    [254101, '409 invalid_state'],
    [999999, '404 not_found'],
  ])('is for the new wallet only, not for %s', async (wallet, expected) => {
    const simulator = await start();
    await relate(simulator);
    expect(outcomeOf(await confirm(simulator, 'ABCDEF', wallet))).toBe(expected);
  });

  it('takes the code until it expires', async () => {
    const [inTime, late] = [await start(), await start()];
    for (const simulator of [inTime, late]) await relate(simulator);
    inTime.moveClock(600);
    late.moveClock(601);
    expect([await confirm(inTime), await confirm(late)].map(outcomeOf)).toEqual(['200', '400 invalid_code']);
  });

  it.each([
    ['', '400 invalid_parameters'],
    [123456, '400 invalid_parameters'],
    ['abcdef', '400 invalid_code'],
  ])('takes no other code, such as %j', async (code, expected) => {
    const simulator = await start();
    await relate(simulator);
    expect(outcomeOf(await confirm(simulator, code))).toBe(expected);
  });

  it('counts wrong codes for the whole client, and lets it go on when the oldest is forgotten', async () => {
    const simulator = await start();
    await relate(simulator);
    await relate(simulator, { issuer: 'vilniecio', number: '005550001' }, 30003);
    const outcomes: string[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1) outcomes.push(outcomeOf(await confirm(simulator, 'WRONG')));
    outcomes.push(outcomeOf(await confirm(simulator, simulator.listSentCodes()[1]?.code, 254790)));
    expect(outcomes).toEqual([...Array(5).fill('400 invalid_code'), ...Array(2).fill('429 rate_limit_exceeded')]);
    simulator.moveClock(901);
    await relate(simulator, { issuer: 'vilniecio', number: '005550002' }, 30003);
    const fresh = simulator.listSentCodes().at(-1);
    expect(outcomeOf(await confirm(simulator, fresh?.code, fresh?.wallet))).toBe('200');
  });
});

describe('descriptions', () => {
  const set = (simulator: WalletSimulator, description: unknown, wallet: number | string = 30001) =>
    ask(simulator, `PUT /wallet/${wallet}`, { description });
  const read = async (simulator: WalletSimulator, wallet: number) =>
    ((await get(simulator, `/wallet/${wallet}`)).json as { account: { description?: string } }).account.description;

  it('are set, replaced and deleted, and deleting twice is no error', async () => {
    const simulator = await start();
    const seen = [await read(simulator, 30001)];
    await set(simulator, 'Atostogoms');
    seen.push(await read(simulator, 30001));
    const deleted = [
      await ask(simulator, 'DELETE /wallet/30001/description'),
      await ask(simulator, 'DELETE /wallet/30001/description'),
    ];
    seen.push(await read(simulator, 30001));
    expect(seen).toEqual(['Kelionių piniginė', 'Atostogoms', undefined]);
    expect(deleted.map(outcomeOf)).toEqual(['200', '200']);
  });

  it('are of the account: its card wallet has the same one', async () => {
    const simulator = await start();
    await set(simulator, 'Atostogoms', 30101);
    expect(await read(simulator, 30001)).toBe('Atostogoms');
  });

  it('are of the user: another user of the same account does not see it', async () => {
    const data = structuredClone(people);
    const company = data.users.find(({ id }) => id === 6001);
    company?.accounts[0]?.wallets.push({ id: 31009, heldBy: 5003, paymentLimits: {} });
    const simulator = await start({ data });
    await set(simulator, 'Mano kasa', 31001);
    expect([await read(simulator, 31001), await read(simulator, 31009)]).toEqual(['Mano kasa', 'Kasos sąskaita']);
  });

  it.each([
    ['a'.repeat(255), '200'],
    ['ž'.repeat(255), '200'],
    ['a'.repeat(256), '400 invalid_parameters'],
    ['', '400 invalid_parameters'],
    [null, '400 invalid_parameters'],
  ])('have at most 255 characters and at least one', async (description, expected) => {
    expect(outcomeOf(await set(await start(), description))).toBe(expected);
  });
});
