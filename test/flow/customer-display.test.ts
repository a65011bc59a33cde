import { describe, expect, onTestFinished, test } from 'vitest';
import { presentView } from '../../electron/ipc/display-handlers.ts';
import { createCardRelation } from '../../electron/services/card-relation.ts';
import { type CodeEntryEvent, createCodeEntry } from '../../electron/services/code-entry.ts';
import { createCustomerDisplay, type DisplayView } from '../../electron/services/customer-display.ts';
import { createActionScope } from '../../electron/station-journal.ts';
import { DisplayView as ViewSchema } from '../../shared/contract/display.ts';
import type { SessionId } from '../../shared/domain/ids.ts';
import { defaultReaderRules } from '../../shared/domain/reader-rules.ts';
import { startDesk } from './desk-harness.ts';

const EUR = 'EUR' as never;
const noon = Date.UTC(2026, 10, 24, 12);
const card = { kind: 'typed', issuer: 'paysera', number: '5487963154' } as const;

/** A desk with a customer's side, as the till wires them, on the simulators. */
async function open({ isShown = true } = {}) {
  const views: DisplayView[] = [];
  const timers: { readonly action: () => void; off: boolean }[] = [];
  const schedule = (action: () => void) => {
    const timer = { action, off: false };
    timers.push(timer);
    return () => {
      timer.off = true;
    };
  };
  const display = createCustomerDisplay({ emit: (view) => views.push(view), schedule });
  const under = await startDesk({ display });
  const { desk, api, wallet } = under;
  const cards = createCardRelation({
    api,
    servedIn: desk.servedIn,
    rulesOf: () => defaultReaderRules,
    emit: () => undefined,
  });
  const told: CodeEntryEvent[] = [];
  const keys: string[] = [];
  let shown = isShown;
  let serial = 0;
  const scope = createActionScope();
  const codes = createCodeEntry({
    cards,
    scope,
    display,
    isServed: (session) => desk.servedIn(session) !== null,
    isShown: () => shown,
    giveKeysTo: (side) => keys.push(side),
    newId: () => `entry-${++serial}`,
    now: () => noon,
    schedule,
    emit: (event) => told.push(event),
  });
  onTestFinished(() => {
    for (const view of views) {
      ViewSchema.parse(presentView(view));
    }
  });
  /** Asks for the code of a card that was just related, on the display. */
  async function askCode(session: SessionId) {
    const related = await cards.relate(session, card);
    if (!related.ok || related.value.kind !== 'related') {
      throw new Error('the card was not related');
    }
    const { walletId } = related.value;
    return { walletId, begun: codes.begin(session, walletId) };
  }
  return {
    ...under,
    cards,
    display,
    codes,
    scope,
    views,
    told,
    keys,
    askCode,
    sent: () => wallet.listSentCodes().at(-1)?.code ?? '',
    kinds: () => views.map(({ kind }) => kind),
    passTime: () =>
      timers
        .filter(({ off }) => !off)
        .at(-1)
        ?.action(),
    loseDisplay() {
      shown = false;
      codes.noticeDisplay();
    },
  };
}

test('a whole visit is seen step by step, and nothing of whoever it was is in any picture', async () => {
  const { serve, desk, views, askCode, codes, sent, kinds, display, passTime, events, wallet } = await open();
  expect(display.view).toEqual({ kind: 'greeting' });
  const session = await serve('main');
  expect(await desk.checkSufficientAmount(session, { cents: 1250, currency: EUR })).toMatchObject({ ok: true });
  expect(await desk.checkSufficientAmount(session, { cents: 999_900, currency: EUR })).toMatchObject({ ok: true });
  expect(await desk.printReceipt(session, { locale: 'lt', width: 32 })).toMatchObject({ ok: true });
  const related = await askCode(session);
  await codes.submit('entry-1', sent());
  desk.finish('done');
  passTime();
  expect(kinds()).toEqual([
    ...['reading', 'serving', 'asking', 'answered', 'asking', 'answered', 'printing', 'printed'],
    ...['code', 'code', 'card-confirmed', 'goodbye', 'greeting'],
  ]);
  expect(views.filter(({ kind }) => kind === 'answered')).toEqual([
    { kind: 'answered', amount: { cents: 1250, currency: 'EUR' }, isSufficient: true },
    { kind: 'answered', amount: { cents: 999_900, currency: 'EUR' }, isSufficient: false },
  ]);

  // Name, account, wallets, balances, cards: as the simulator and main knew them.
  const sample = wallet.samples.find(({ id }) => id === 'main');
  const marks = [
    ...(sample?.title.split(' ') ?? []),
    ...['EVP0010001000101', '254101', '254789', '22.99', '2299', '98.00', '9800'],
    ...[sample?.number ?? '', card.number, card.number.slice(-4)],
  ];
  const known = [events, related, sample, card].map((what) => JSON.stringify(what)).join();
  expect(marks.filter((mark) => !known.includes(mark))).toEqual([]);
  const seen = JSON.stringify(views);
  expect([...marks, sent(), session].filter((mark) => seen.includes(mark))).toEqual([]);
});

test('a code from the display carries what the desk was allowed when it asked for it', async () => {
  const { serve, codes, cards, scope, sent } = await open();
  const session = await serve('main');
  const related = await cards.relate(session, card);
  const walletId = related.ok && related.value.kind === 'related' ? related.value.walletId : null;
  if (walletId === null) throw new Error('the card was not related');
  const approvers: (string | null | undefined)[] = [];
  const confirm = cards.confirm;
  cards.confirm = (...given) => {
    approvers.push(scope.current()?.approver);
    return confirm(...given);
  };
  scope.run({ approver: 'Ona V.' }, () => codes.begin(session, walletId));
  await codes.submit('entry-1', 'WRONG');
  await codes.submit('entry-1', sent());
  expect(approvers).toEqual(['Ona V.', 'Ona V.']);
});

describe('whoever comes next', () => {
  test('finds nothing of the one before, in the same turn', async () => {
    const { serve, tap, desk, views, next } = await open();
    const session = await serve('main');
    await desk.checkSufficientAmount(session, { cents: 1250, currency: EUR });
    const before = views.length;
    tap('company');
    expect(views.slice(before)).toEqual([{ kind: 'greeting' }, { kind: 'reading', by: 'card' }]);
    await next('balance-read');
  });

  test('is not shown the answer to a question about the one before', async () => {
    const { serve, tap, desk, next, views } = await open();
    const session = await serve('main');
    const late = desk.checkSufficientAmount(session, { cents: 1250, currency: EUR });
    tap('company');
    await late;
    await next('identified');
    expect(views.some(({ kind }) => kind === 'answered')).toBe(false);
  });

  test('finds a greeting at once where the desk hid the one before, and after a goodbye otherwise', async () => {
    const { serve, desk, display, passTime } = await open();
    await serve('main');
    desk.finish('idle');
    expect(display.view).toEqual({ kind: 'greeting' });
    await serve('company');
    desk.finish('done');
    expect(display.view).toEqual({ kind: 'goodbye' });
    passTime();
    expect(display.view).toEqual({ kind: 'greeting' });
  });
});

test('a goodbye does not cut into the next visit', async () => {
  const { serve, desk, display, passTime } = await open();
  await serve('main');
  desk.finish('done');
  await serve('company');
  passTime();
  expect(display.view).toEqual({ kind: 'serving' });
});

test.each(['nobody is found', 'the service fails'])('why a look-up came to nothing is not told: %s', async (why) => {
  const { tap, next, views, wallet } = await open();
  if (why === 'the service fails') {
    wallet.setFaults([{ kind: 'error', status: 500, code: 'internal_server_error' }]);
  }
  tap(why === 'nobody is found' ? 'free' : 'main');
  await next('identify-failed');
  expect(views.at(-1)).toEqual({ kind: 'helping' });
});

test('a product’s code changes nothing, and a locked till says that nobody serves', async () => {
  const { serve, desk, display, views } = await open();
  await serve('main');
  const before = views.length;
  desk.handleReading({ reader: 'hid-scanner', at: 1, content: { kind: 'text', text: '4770000000015' } });
  expect(views).toHaveLength(before);
  display.pause(true);
  expect(display.view).toEqual({ kind: 'paused' });
  desk.finish('idle');
  display.pause(false);
  expect(display.view).toEqual({ kind: 'greeting' });
});

test('a question that failed, or was taken back, leaves no amount', async () => {
  const { serve, desk, wallet, display } = await open();
  const session = await serve('main');
  await desk.checkSufficientAmount(session, { cents: 1250, currency: EUR });
  display.withdrawQuestion(session);
  expect(display.view).toEqual({ kind: 'serving' });
  wallet.setFaults([{ kind: 'error', status: 500, code: 'internal_server_error' }]);
  await desk.checkSufficientAmount(session, { cents: 1250, currency: EUR });
  expect(display.view).toEqual({ kind: 'serving' });
});

test('a receipt that did not come out is not offered', async () => {
  const { serve, desk, paper, display, kinds } = await open();
  const session = await serve('main');
  await paper.setCondition('paper-out', true);
  await desk.printReceipt(session, { locale: 'lt', width: 32 });
  expect(kinds()).toContain('printing');
  expect(display.view).toEqual({ kind: 'serving' });
});

describe('the code', () => {
  test('is typed at the desk where there is no display', async () => {
    const { serve, askCode, views } = await open({ isShown: false });
    const { begun } = await askCode(await serve('main'));
    expect(begun).toEqual({ ok: true, value: { on: 'desk' } });
    expect(views.some(({ kind }) => kind === 'code')).toBe(false);
  });

  test('that is wrong tells the customer the tries that are left, then our wait, and the desk the same', async () => {
    const { serve, askCode, codes, sent, display, told, passTime } = await open();
    const { begun } = await askCode(await serve('main'));
    expect(begun).toEqual({ ok: true, value: { on: 'display' } });
    const wrong = sent() === '000000' ? '111111' : '000000';
    await codes.submit('entry-1', wrong);
    const code = { kind: 'code', entry: 'entry-1', sending: false };
    expect(display.view).toEqual({ ...code, problem: { kind: 'wrong', attemptsLeft: 2 } });
    await codes.submit('entry-1', wrong);
    expect(display.view).toEqual({ ...code, problem: { kind: 'wrong', attemptsLeft: 1 } });
    // After the last one there is no try left to tell of, only the wait, and whose it is.
    await codes.submit('entry-1', wrong);
    // With the last one the wait begins: nobody is asked for a code that could not be sent.
    const wait = { kind: 'wait', until: noon + 600_000, ours: true };
    expect(display.view).toEqual({ ...code, problem: wait });
    await codes.submit('entry-1', sent());
    expect(display.view).toMatchObject({ ...code, problem: { kind: 'wait', ours: true } });
    expect(told.flatMap((event) => (event.kind === 'refused' ? [event.error.code] : []))).toEqual([
      ...Array(3).fill('card.invalid-code'),
      'card.code-wait',
    ]);
    expect(JSON.stringify(told)).not.toContain(wrong);
    passTime();
    expect(display.view).toEqual({ ...code, problem: null });
  });

  test('is waited for no longer by a till whose customer went while our wait lasted', async () => {
    const { serve, desk, askCode, codes, sent, kinds, passTime } = await open();
    await askCode(await serve('main'));
    const wrong = sent() === '000000' ? '111111' : '000000';
    for (let tries = 0; tries < 3; tries += 1) {
      await codes.submit('entry-1', wrong);
    }
    desk.finish('done');
    passTime();
    expect(kinds().slice(-2)).toEqual(['goodbye', 'greeting']);
  });

  test('whose answer is lost leaves the display, and the desk is told that it is unclear', async () => {
    const { serve, askCode, codes, sent, display, told, wallet } = await open();
    await askCode(await serve('main'));
    wallet.setFault({ kind: 'reset', when: 'after', times: 1, on: 'confirm-card' });
    await codes.submit('entry-1', sent());
    expect(display.view).toEqual({ kind: 'serving' });
    expect(told.at(-1)).toMatchObject({ kind: 'unclear' });
  });

  test('of one customer never counts for the next, nor for another asking', async () => {
    const { serve, askCode, codes, sent, tap, next, told } = await open();
    const { walletId } = await askCode(await serve('main'));
    const refused = { ok: false, error: { code: 'session.closed' } };
    tap('company');
    expect(await codes.submit('entry-1', sent())).toMatchObject(refused);
    const { session } = await next('identified');
    codes.begin(session, walletId);
    expect(await codes.submit('entry-1', sent())).toMatchObject(refused);
    expect(codes.confirmLater('entry-1')).toMatchObject(refused);
    expect(told).toEqual([]);
  });

  test('can wait, at the customer’s word', async () => {
    const { serve, askCode, codes, display, told, keys } = await open();
    const session = await serve('main');
    await askCode(session);
    expect(codes.confirmLater('entry-1')).toMatchObject({ ok: true });
    expect(display.view).toEqual({ kind: 'card-later' });
    expect(told).toEqual([{ kind: 'later', session }]);
    expect(keys).toEqual(['display', 'desk']);
  });

  test('is taken over by the desk, and by it too when the display goes; what is on its way is waited for', async () => {
    const { serve, askCode, codes, display, told, sent, loseDisplay } = await open();
    const session = await serve('main');
    const { walletId } = await askCode(session);
    codes.end();
    expect(display.view).toEqual({ kind: 'serving' });
    codes.begin(session, walletId);
    const sending = codes.submit('entry-2', sent() === '000000' ? '111111' : '000000');
    loseDisplay();
    expect(told).toEqual([{ kind: 'sending', session }]);
    await sending;
    expect(told.map(({ kind }) => kind)).toEqual(['sending', 'refused', 'at-desk']);
    expect(codes.begin(session, walletId)).toEqual({ ok: true, value: { on: 'desk' } });
  });

  test('is asked for again after a receipt was printed meanwhile', async () => {
    const { serve, askCode, desk, display } = await open();
    const session = await serve('main');
    await askCode(session);
    await desk.printReceipt(session, { locale: 'lt', width: 32 });
    expect(display.view).toMatchObject({ kind: 'code', entry: 'entry-1' });
  });
});
