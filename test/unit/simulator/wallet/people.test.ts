import { describe, expect, it } from 'vitest';
import { type KnownData, SimulatorData } from '../../../../simulator/wallet/data.ts';
import { people } from '../../../../simulator/wallet/people.ts';
import { createWalletBook } from '../../../../simulator/wallet/wallet-book.ts';
import { get, start } from './exchange.ts';

const data: KnownData = SimulatorData.parse(people);
const wallets = data.users.flatMap((user) => user.accounts.flatMap((account) => account.wallets));

describe('the people of the simulator', () => {
  it('are a dozen besides those of the seed, and all their codes lead somewhere', () => {
    expect(data.users.length).toBeGreaterThanOrEqual(13);
    expect(() => createWalletBook(data)).not.toThrow();
  });

  it('hold money only in currencies that the simulator knows', () => {
    const used = data.users.flatMap(({ accounts }) => accounts.flatMap(({ balances }) => Object.keys(balances)));
    expect(used.filter((currency) => data.currencies[currency] === undefined)).toEqual([]);
  });

  it('have ten digits on paysera cards and nine on vilniecio ones', () => {
    const lengths = { paysera: 10, vilniecio: 9 };
    const cards = [...wallets.flatMap(({ card }) => card ?? []), ...data.freeCards, ...data.samples];
    expect(cards.filter(({ issuer, number }) => number.length !== lengths[issuer])).toEqual([]);
  });

  it('are all of them reachable by phone numbers, e-mails and domains that belong to nobody real', () => {
    const madeUp = data.users.filter(({ id }) => id !== 221);
    expect(madeUp.every(({ phone }) => phone === undefined || /^37060000\d{3}$/.test(phone))).toBe(true);
    expect(data.users.every(({ email }) => email === undefined || /@example\.(?:com|lt)$/.test(email))).toBe(true);
  });
});

describe('the sample cards', () => {
  it.each([
    ['main', 200, 200, 200],
    ['many-currencies', 200, 200, 200],
    ['cyrillic', 200, 200, 200],
    ['company', 200, 200, 200],
    ['card-wallet', 200, 200, 200],
    ['revoked', 200, 403, 403],
    ['no-receipt', 200, 200, 403],
    ['nobody', 404, 404, 404],
    ['free', 404, 404, 404],
  ])('"%s" is found with %i, its balance read with %i, its receipt with %i', async (id, found, balance, receipt) => {
    const simulator = await start();
    const sample = simulator.samples.find((candidate) => candidate.id === id);
    const wallet = await get(simulator, `/wallet?card[${sample?.issuer}]=${sample?.number}`);
    const walletId = (wallet.json as { id?: number }).id ?? 0;
    const reads = ['balance', 'receipt/balance'].map((path) => get(simulator, `/wallet/${walletId}/${path}`));
    const statuses = (await Promise.all(reads)).map(({ status }) => status);
    expect([wallet.status, ...statuses]).toEqual([found, balance, receipt]);
  });

  it('show no whole card number in their titles', () => {
    expect(data.samples.filter(({ title }) => /[0-9]{5}/.test(title))).toEqual([]);
  });

  it('come with barcodes that do what their hints say', async () => {
    const simulator = await start();
    for (const { text, hint } of simulator.barcodes) {
      expect((await get(simulator, `/wallet?barcode=${text}`)).status).toBe(hint === 'customer' ? 200 : 404);
    }
  });
});

describe('data that contradict themselves', () => {
  it('are a bug that is reported at the start', async () => {
    const [user] = people.users;
    const twice = { ...people, users: [...people.users, ...(user ? [user] : [])] };
    await expect(start({ data: twice })).rejects.toThrow('two wallets have the id 14471');
  });

  it('are found where two cards have one number', () => {
    const book = createWalletBook(data);
    expect(() => book.relateCard(14471, { issuer: 'paysera', number: '4820157736' })).toThrow('two wallets claim card');
  });
});

describe('relating', () => {
  it('gives a card that is in no list the next free wallet id', () => {
    const book = createWalletBook(data);
    const id = book.relateCard(30003, { issuer: 'vilniecio', number: '000000019' });
    expect(wallets.some((wallet) => wallet.id === id)).toBe(false);
    expect(book.find({ kind: 'card', issuer: 'vilniecio', value: '000000019' })?.accountOwner.id).toBe(5003);
  });
});
