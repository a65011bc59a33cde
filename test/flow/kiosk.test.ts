import { describe, expect, onTestFinished, test } from 'vitest';
import { createDesk, type DeskEvent } from '../../electron/services/desk.ts';
import { createKiosk } from '../../electron/services/kiosk.ts';
import type { ReceiptPrinting } from '../../electron/services/print-receipt.ts';
import type { CardNumber } from '../../shared/domain/identifier.ts';
import type { SessionId } from '../../shared/domain/ids.ts';
import { startWalletSimulator } from '../../simulator/wallet/server.ts';
import { unhurriedClient } from './unhurried-client.ts';

const [jonas, nobody] = ['4820157736', '9999999999'];
const english = { locale: 'en', width: 36 } as const;

async function open(movementsAllowed = true) {
  const wallet = await startWalletSimulator();
  const api = unhurriedClient(wallet);
  const clock = { ms: Date.now() };
  const rests: number[] = [];
  const waiting: ((event: DeskEvent) => void)[] = [];
  let serial = 0;
  const desk = createDesk({
    api,
    receipts: {} as ReceiptPrinting,
    clock: () => clock.ms,
    newId: () => `id-${++serial}`,
    emit: (event) => {
      kiosk.noticeDesk(event);
      for (const tell of waiting.splice(0)) tell(event);
    },
  });
  const kiosk = createKiosk({
    api,
    clock: () => clock.ms,
    act: desk.handleReading,
    onRest: (restMs) => rests.push(restMs),
    movementsAllowed,
  });
  onTestFinished(async () => {
    await api.close();
    await wallet.close();
  });
  const nextOf = async (...kinds: readonly DeskEvent['kind'][]): Promise<DeskEvent> => {
    for (;;) {
      const event = await new Promise<DeskEvent>((resolve) => waiting.push(resolve));
      if (kinds.includes(event.kind)) return event;
    }
  };
  const tap = (number: string) =>
    kiosk.handleReading({
      reader: 'contactless-reader',
      at: clock.ms,
      content: { kind: 'card', issuer: 'paysera', number: number as typeof CardNumber._output },
    });
  const look = async (number: string): Promise<DeskEvent> => {
    const outcome = nextOf('identified', 'identify-failed');
    tap(number);
    return outcome;
  };
  const serve = async (): Promise<SessionId> => {
    const event = await look(jonas);
    if (event.kind !== 'identified') throw new Error(event.kind);
    return event.session;
  };
  return { wallet, desk, kiosk, clock, rests, tap, look, serve };
}

describe('a kiosk', () => {
  test('reads the receipt and the movements of whoever is served', async () => {
    const { kiosk, serve } = await open();
    const session = await serve();
    const receipt = await kiosk.readReceipt(session, english);
    expect(receipt.ok && receipt.value.text).toContain('22.99 EUR');
    const movements = await kiosk.readMovements(session);
    expect(movements).toMatchObject({ ok: true });
  });

  test('answers nobody else: another session, a session that ended, and the one before', async () => {
    const { kiosk, desk, serve } = await open();
    const first = await serve();
    expect(await kiosk.readReceipt('another' as SessionId, english)).toMatchObject({
      error: { code: 'session.closed' },
    });
    const late = kiosk.readReceipt(first, english);
    await serve();
    expect(await late).toMatchObject({ error: { code: 'session.closed' } });
    const second = await serve();
    desk.finish('idle');
    expect(await kiosk.readReceipt(second, english)).toMatchObject({ error: { code: 'session.closed' } });
    expect(await kiosk.readMovements(second)).toMatchObject({ error: { code: 'session.closed' } });
  });

  test('asks for no movements where the shop has not turned them on', async () => {
    const { kiosk, serve, wallet } = await open(false);
    const session = await serve();
    const before = wallet.requests.length;
    expect(await kiosk.readMovements(session)).toMatchObject({ error: { code: 'api.operation-disabled' } });
    expect(wallet.requests.length).toBe(before);
  });

  test('names each failure of a receipt: not enabled, grant revoked, too many requests, no way', async () => {
    const { kiosk, serve, wallet } = await open();
    const session = await serve();
    const read = () => kiosk.readReceipt(session, english);
    wallet.setFault({ kind: 'error', status: 403, code: 'forbidden' });
    expect(await read()).toMatchObject({ error: { code: 'receipt.not-enabled', kind: 'refused' } });
    wallet.setFault({ kind: 'rate-limit' });
    expect(await read()).toMatchObject({ error: { kind: 'busy' } });
    wallet.setFault(null);
    await wallet.setNetwork(false);
    expect(await read()).toMatchObject({ error: { kind: 'unreachable' } });
    await wallet.setNetwork(true);
    wallet.setFault({ kind: 'error', status: 403, code: 'forbidden' });
    expect(await kiosk.readMovements(session)).toMatchObject({ error: { code: 'wallet.access-revoked' } });
  });
});

describe('its reader', () => {
  test('rests for a minute after five cards in a row that nobody knows, and looks nobody up meanwhile', async () => {
    const { look, tap, rests, wallet, clock } = await open();
    for (let card = 1; card <= 4; card += 1) {
      expect(await look(nobody)).toMatchObject({ kind: 'identify-failed', error: { code: 'wallet.not-found' } });
    }
    expect(rests).toEqual([]);
    await look(nobody);
    expect(rests).toEqual([60_000]);
    const before = wallet.requests.length;
    clock.ms += 59_000;
    tap(jonas);
    expect(rests).toEqual([60_000, 1_000]);
    expect(wallet.requests.length).toBe(before);
    clock.ms += 1_000;
    expect(await look(jonas)).toMatchObject({ kind: 'identified' });
  });

  test('does not count a broken way, and a known card begins the count anew', async () => {
    const { look, rests, wallet } = await open();
    for (let card = 1; card <= 4; card += 1) await look(nobody);
    wallet.setFault({ kind: 'error', status: 503, code: 'service_unavailable' });
    await look(nobody);
    wallet.setFault(null);
    await look(jonas);
    for (let card = 1; card <= 4; card += 1) await look(nobody);
    expect(rests).toEqual([]);
  });
});
