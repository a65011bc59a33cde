import { expect, onTestFinished, test } from 'vitest';
import { type CardEvent, createCardRelation } from '../../electron/services/card-relation.ts';
import { createKioskCards } from '../../electron/services/kiosk-cards.ts';
import { createAttemptGuard } from '../../electron/wallet-api/attempt-guard.ts';
import { SessionId, WalletId } from '../../shared/domain/ids.ts';
import { defaultReaderRules } from '../../shared/domain/reader-rules.ts';
import { startWalletSimulator } from '../../simulator/wallet/server.ts';
import { unhurriedClient } from './unhurried-client.ts';

const session = SessionId.parse('session-1');
/** The wallet of the card that the customer came with. */
const customer = { id: WalletId.parse(254101), owner: 221 };
const free = '5487963154';
const company = '0071200345';
const own = '4820157736';

async function open(unconfirmedCards: 'findable' | 'hidden' = 'findable') {
  const simulator = await startWalletSimulator({ unconfirmedCards });
  const api = unhurriedClient(simulator, { attempts: createAttemptGuard(() => 0) });
  const events: CardEvent[] = [];
  const servedIn = (id: SessionId) =>
    id === session ? { wallet: customer, signal: new AbortController().signal } : null;
  const relation = createCardRelation({
    api,
    servedIn,
    rulesOf: () => defaultReaderRules,
    emit: (event) => events.push(event),
  });
  onTestFinished(async () => {
    await api.close();
    await simulator.close();
  });
  const kiosk = createKioskCards(relation);
  const tap = (text: string) => {
    kiosk.awaitCard(session);
    relation.take({ reader: 'hid-scanner', at: 1, content: { kind: 'text', text } });
  };
  const sent = () => simulator.listSentCodes().at(-1)?.code ?? '';
  return { simulator, kiosk, tap, sent, events };
}

test('a card that was held to the reader is related and confirmed by its code', async () => {
  const { kiosk, tap, sent } = await open();
  tap(free);
  expect(await kiosk.relate(session, 'paysera')).toEqual({ ok: true, value: { kind: 'related' } });
  expect(await kiosk.confirm(session, sent())).toEqual({ ok: true, value: { kind: 'confirmed' } });
});

test('the issuer on the card’s face is the one that is sent', async () => {
  const { kiosk, tap, simulator } = await open();
  tap(free);
  await kiosk.relate(session, 'vilniecio');
  const found = await kiosk.findRelated(session, 'paysera');
  expect(found).toMatchObject({ error: { code: 'wallet.not-found' } });
  expect(simulator.requests.length).toBeGreaterThan(1);
});

test('nothing can be related that was not scanned, and no code given before', async () => {
  const { kiosk, simulator } = await open();
  kiosk.awaitCard(session);
  expect(await kiosk.relate(session, 'paysera')).toMatchObject({ error: { code: 'session.closed' } });
  expect(await kiosk.confirm(session, 'ABCDEF')).toMatchObject({ error: { code: 'session.closed' } });
  expect(simulator.requests).toHaveLength(0);
});

test('a wrong code says how many attempts are left, and after three the wait is ours', async () => {
  const { kiosk, tap, sent } = await open();
  tap(free);
  await kiosk.relate(session, 'paysera');
  for (const attemptsLeft of [2, 1, 0]) {
    expect(await kiosk.confirm(session, 'never')).toMatchObject({
      error: { code: 'card.invalid-code', details: { attemptsLeft } },
    });
  }
  expect(await kiosk.confirm(session, sent())).toMatchObject({
    error: { code: 'card.code-wait', details: { ours: true } },
  });
});

test('a card of somebody else is refused, and the customer’s own leads to no wallet that a code could confirm', async () => {
  const { kiosk, tap } = await open();
  tap(company);
  expect(await kiosk.relate(session, 'paysera')).toMatchObject({ error: { code: 'card.already-assigned' } });
  tap(own);
  expect(await kiosk.findRelated(session, 'paysera')).toMatchObject({ error: { code: 'card.other-account' } });
  expect(await kiosk.confirm(session, 'ABCDEF')).toMatchObject({ error: { code: 'session.closed' } });
});

test('a card that was related earlier comes back to its code', async () => {
  const { kiosk, tap, sent } = await open();
  tap(free);
  await kiosk.relate(session, 'paysera');
  tap(free);
  expect(await kiosk.findRelated(session, 'paysera')).toEqual({ ok: true, value: null });
  expect(await kiosk.confirm(session, sent())).toMatchObject({ ok: true });
});

test('a lost answer is looked up, and stays unknown where the card cannot be found; nothing is sent twice', async () => {
  const { kiosk, tap, simulator, events } = await open('hidden');
  simulator.setFault({ kind: 'reset', when: 'after', times: 1, on: 'relate-card' });
  tap(free);
  expect(await kiosk.relate(session, 'paysera')).toEqual({ ok: true, value: { kind: 'unknown' } });
  expect(events.at(-1)).toEqual({ kind: 'settling' });
  expect(await kiosk.lookUp(session)).toEqual({ ok: true, value: { kind: 'unknown' } });
  expect(simulator.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
});
