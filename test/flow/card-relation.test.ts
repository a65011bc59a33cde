import { describe, expect, onTestFinished, test } from 'vitest';
import { presentCardEvent } from '../../electron/ipc/card-handlers.ts';
import { type CardEvent, createCardRelation } from '../../electron/services/card-relation.ts';
import { type AttemptGuard, createAttemptGuard } from '../../electron/wallet-api/attempt-guard.ts';
import { confirmCard } from '../../electron/wallet-api/endpoints/confirm-card.ts';
import { cardEvents } from '../../shared/contract/card.ts';
import { SessionId, WalletId } from '../../shared/domain/ids.ts';
import { defaultReaderRules } from '../../shared/domain/reader-rules.ts';
import type { Reading } from '../../shared/domain/reading.ts';
import { startWalletSimulator } from '../../simulator/wallet/server.ts';
import { unhurriedClient } from './unhurried-client.ts';

const session = SessionId.parse('session-1');
const original = WalletId.parse(14471);
const free = { kind: 'typed', issuer: 'paysera', number: '5487963154' } as const;
const taken = { kind: 'typed', issuer: 'paysera', number: '0071200345' } as const;
const newWallet = WalletId.parse(254789);

/** Jonas, whose account the seed's card is related to. */
const customer = { id: original, owner: 221 };

async function open(unconfirmedCards: 'findable' | 'hidden' = 'findable', attempts?: AttemptGuard) {
  const simulator = await startWalletSimulator({ unconfirmedCards });
  const api = unhurriedClient(simulator, attempts === undefined ? {} : { attempts });
  const events: CardEvent[] = [];
  let isServed = true;
  const restart = () =>
    createCardRelation({
      api,
      servedIn: (id) =>
        isServed && id === session ? { wallet: customer, signal: new AbortController().signal } : null,
      rulesOf: () => defaultReaderRules,
      emit: (event) => events.push(event),
    });
  const cards = restart();
  onTestFinished(async () => {
    await api.close();
    await simulator.close();
  });
  const sent = () => simulator.listSentCodes().at(-1)?.code ?? '';
  const wrong = () => (sent() === '000000' ? '111111' : '000000');
  return {
    cards,
    restart,
    events,
    simulator,
    sent,
    wrong,
    leave: () => {
      isServed = false;
    },
  };
}

const scan = (text: string): Reading => ({ reader: 'hid-scanner', at: 1, content: { kind: 'text', text } });

describe('the card', () => {
  test('that is scanned while one is awaited is the new one, identifies nobody and is told by its last four signs', async () => {
    const { cards, events, simulator } = await open();
    expect(cards.take(scan(free.number))).toBe(false);
    cards.awaitCard(session);
    expect(cards.take(scan(free.number))).toBe(true);
    expect(simulator.requests).toHaveLength(0);
    const shown = events.map(presentCardEvent);
    expect(shown).toEqual([
      { name: 'card/card-scanned', payload: { issuer: 'paysera', masked: '•••• 3154', from: 'hid-scanner' } },
    ]);
    expect(await cards.relate(session, { kind: 'scanned' })).toMatchObject({
      value: { kind: 'related', walletId: newWallet, provenBy: 'answer' },
    });
    // Related: the next scan is the next customer's.
    expect(cards.take(scan('4820157736'))).toBe(false);
  });

  test('that no rule knows is refused, and the typed number is always possible', async () => {
    const { cards, events } = await open();
    cards.awaitCard(session);
    cards.take(scan('4770000000015'));
    cards.take(scan('WAL-0000014471'));
    expect(events.map((event) => event.kind === 'scan-refused' && event.error.code)).toEqual([
      'scan.product-barcode',
      'scan.unreadable',
    ]);
    expect(await cards.relate(session, free)).toMatchObject({ value: { kind: 'related' } });
  });

  test('is no longer awaited once its customer has gone', async () => {
    const { cards, leave } = await open();
    cards.awaitCard(session);
    leave();
    expect(cards.take(scan(free.number))).toBe(false);
    expect(cards.awaitCard(session)).toMatchObject({ error: { code: 'session.closed' } });
  });

  test('that belongs to somebody is refused', async () => {
    const { cards } = await open();
    expect(await cards.relate(session, taken)).toMatchObject({ error: { code: 'card.already-assigned' } });
  });

  test('that was scanned for one customer is not related for another', async () => {
    const { cards } = await open();
    cards.awaitCard(session);
    cards.take(scan(free.number));
    expect(await cards.relate(SessionId.parse('another'), { kind: 'scanned' })).toMatchObject({
      error: { code: 'session.closed' },
    });
  });
});

describe('a lost answer to relating', () => {
  test('is looked up, and said to be looked up meanwhile', async () => {
    const { cards, events, simulator } = await open();
    simulator.setFault({ kind: 'reset', when: 'after', times: 1, on: 'relate-card' });
    expect(await cards.relate(session, free)).toMatchObject({
      value: { kind: 'related', walletId: newWallet, provenBy: 'read' },
    });
    expect(events).toEqual([{ kind: 'settling' }]);
  });

  test('stays unknown where the card cannot be found, until a look finds it; it is never asked for again', async () => {
    const { cards, simulator } = await open('hidden');
    simulator.setFault({ kind: 'reset', when: 'after', times: 1, on: 'relate-card' });
    expect(await cards.relate(session, free)).toEqual({ ok: true, value: { kind: 'unknown' } });
    expect(await cards.lookUp(session)).toEqual({ ok: true, value: { kind: 'unknown' } });
    expect(simulator.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  test('of a customer who has gone is nobody’s', async () => {
    const { cards, leave } = await open();
    const relating = cards.relate(session, free);
    leave();
    expect(await relating).toMatchObject({ error: { code: 'session.closed' } });
    expect(await cards.lookUp(session)).toMatchObject({ error: { code: 'session.closed' } });
  });
});

describe('the code', () => {
  test('that is right confirms the card’s own wallet', async () => {
    const { cards, sent } = await open();
    await cards.relate(session, free);
    expect(await cards.confirm(session, newWallet, sent())).toEqual({ ok: true, value: { kind: 'confirmed' } });
  });

  test('that is wrong says how many of our own attempts are left, and then makes us wait', async () => {
    const { cards, wrong } = await open(
      'findable',
      createAttemptGuard(() => 1_000),
    );
    await cards.relate(session, free);
    for (const attemptsLeft of [2, 1, 0]) {
      expect(await cards.confirm(session, newWallet, wrong())).toMatchObject({
        error: { code: 'card.invalid-code', details: { attemptsLeft } },
      });
    }
    expect(await cards.confirm(session, newWallet, wrong())).toMatchObject({
      error: { code: 'card.code-wait', details: { ours: true } },
    });
  });

  test('has as many attempts left as the guard says, after a restart and after our own wait too', async () => {
    let now = 1_000;
    const guard = createAttemptGuard(() => now);
    const { cards, wrong, restart } = await open('findable', guard);
    await cards.relate(session, free);
    await cards.confirm(session, newWallet, wrong());
    expect(await restart().confirm(session, newWallet, wrong())).toMatchObject({
      error: { code: 'card.invalid-code', details: { attemptsLeft: 1 } },
    });
    await cards.confirm(session, newWallet, wrong());
    now += confirmCard.attempts?.waitMs ?? 0;
    expect(await cards.confirm(session, newWallet, wrong())).toMatchObject({
      error: { code: 'card.invalid-code', details: { attemptsLeft: 2 } },
    });
  });

  test('whose answer was lost is unknown: nothing can be read of it, and the operator decides', async () => {
    const { cards, sent, simulator } = await open();
    await cards.relate(session, free);
    const code = sent();
    simulator.setFault({ kind: 'reset', when: 'after', times: 1 });
    expect(await cards.confirm(session, newWallet, code)).toEqual({ ok: true, value: { kind: 'unknown' } });
    expect(simulator.requests.filter(({ method }) => method === 'PUT')).toHaveLength(2);
  });

  test('whose last try was wrong says at once how long our own wait is', async () => {
    const { cards, wrong } = await open(
      'findable',
      createAttemptGuard(() => 1_000),
    );
    await cards.relate(session, free);
    await cards.confirm(session, newWallet, wrong());
    await cards.confirm(session, newWallet, wrong());
    expect(await cards.confirm(session, newWallet, wrong())).toMatchObject({
      error: { details: { attemptsLeft: 0, ours: true, waitMs: confirmCard.attempts?.waitMs } },
    });
  });

  test('that has expired is wrong, and the service’s own limit is told as the service’s', async () => {
    const { cards, simulator, wrong } = await open(
      'findable',
      createAttemptGuard(() => 1_000),
    );
    await cards.relate(session, free);
    simulator.setFault({ kind: 'rate-limit', times: 1, on: 'confirm-card' });
    expect(await cards.confirm(session, newWallet, wrong())).toMatchObject({
      error: { code: 'card.attempts-exhausted' },
    });
  });

  test('of a card that is confirmed already is told to be awaited no more', async () => {
    const { cards, sent } = await open();
    await cards.relate(session, free);
    await cards.confirm(session, newWallet, sent());
    expect(await cards.confirm(session, newWallet, sent())).toMatchObject({
      error: { code: 'card.nothing-to-confirm' },
    });
  });

  test('of a card that was related earlier is asked for by the card again', async () => {
    const { cards, sent } = await open();
    await cards.relate(session, free);
    const code = sent();
    expect(await cards.findRelated(session, free)).toEqual({ ok: true, value: { walletId: newWallet } });
    expect(await cards.confirm(session, newWallet, code)).toMatchObject({ value: { kind: 'confirmed' } });
    const nobodys = { kind: 'typed', issuer: 'vilniecio', number: '999000111' } as const;
    expect(await cards.findRelated(session, nobodys)).toMatchObject({ error: { code: 'wallet.not-found' } });
  });
});

describe('a card that was related earlier', () => {
  const byWallet = (walletId: WalletId) => ({ kind: 'wallet', walletId }) as const;

  test('and is hidden until it is confirmed is found by what this station was answered, as long as it runs', async () => {
    const { cards, restart, sent } = await open('hidden');
    await cards.relate(session, free);
    expect(await cards.findRelated(session, free)).toEqual({ ok: true, value: { walletId: newWallet } });
    const later = restart();
    expect(await later.findRelated(session, free)).toMatchObject({ error: { code: 'wallet.not-found' } });
    // After a restart the number of its own wallet leads to the code: confirming needs nothing else.
    expect(await later.findRelated(session, byWallet(newWallet))).toEqual({ ok: true, value: { walletId: newWallet } });
    expect(await later.confirm(session, newWallet, sent())).toMatchObject({ value: { kind: 'confirmed' } });
  });

  test('is found by a wallet number that the service does not show to anybody yet', async () => {
    const { cards, simulator } = await open('hidden');
    simulator.setFault({ kind: 'error', status: 404, code: 'not_found', times: 1, on: 'wallet' });
    expect(await cards.findRelated(session, byWallet(newWallet))).toMatchObject({ value: { walletId: newWallet } });
  });

  test('is not this customer’s own wallet, nor one of somebody else, nor somebody else’s card', async () => {
    const { cards, simulator } = await open();
    expect(await cards.findRelated(session, byWallet(original))).toMatchObject({
      error: { code: 'card.other-account' },
    });
    expect(simulator.requests).toHaveLength(0);
    expect(await cards.findRelated(session, byWallet(WalletId.parse(30001)))).toMatchObject({
      error: { code: 'card.other-account' },
    });
    expect(await cards.findRelated(session, taken)).toMatchObject({ error: { code: 'card.other-account' } });
  });

  test('is not looked for where the network is cut: nothing is known, and nothing is lost', async () => {
    const { cards, simulator } = await open();
    simulator.setFault({ kind: 'reset', when: 'before', on: 'wallet' });
    expect(await cards.findRelated(session, byWallet(newWallet))).toMatchObject({ error: { kind: 'unreachable' } });
  });
});

describe('a cut network', () => {
  test('before the card went out: nothing was sent, which is said, and the card may be sent again', async () => {
    const { cards, simulator, events } = await open();
    await simulator.setNetwork(false);
    expect(await cards.relate(session, free)).toMatchObject({ error: { kind: 'unreachable' } });
    expect(events).toEqual([]);
    await simulator.setNetwork(true);
    expect(await cards.relate(session, free)).toMatchObject({ value: { kind: 'related' } });
  });

  test('while the card goes out: it is looked up, and never said to have failed', async () => {
    const { cards, simulator, events } = await open();
    simulator.setFault({ kind: 'reset', when: 'before', on: 'relate-card' });
    expect(await cards.relate(session, free)).toEqual({ ok: true, value: { kind: 'unknown' } });
    expect(events).toEqual([{ kind: 'settling' }]);
    expect(simulator.listSentCodes()).toHaveLength(0);
  });
});

test('no event carries a number, and each fits its contract', async () => {
  const { cards, events } = await open();
  cards.awaitCard(session);
  cards.take(scan(free.number));
  cards.take(scan('4770000000015'));
  for (const { name, payload } of events.map(presentCardEvent)) {
    expect(cardEvents[name].parse(payload)).toEqual(payload);
    expect(JSON.stringify(payload)).not.toContain(free.number);
  }
  expect(events).toHaveLength(2);
});
