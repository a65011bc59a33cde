import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type FaultReport, registerCalls } from '../../../electron/ipc/register-calls.ts';
import { createSenderGate, type OwnPage } from '../../../electron/ipc/sender-gate.ts';
import type { Contract } from '../../../shared/contract/contract.ts';
import { appError } from '../../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../../shared/errors/result.ts';

const contract = {
  'wallet/read': {
    input: z.strictObject({ id: z.int() }),
    output: z.strictObject({ name: z.string() }),
    errors: ['wallet.not-found'],
  },
} as const satisfies Contract;

const till = {};
const display = {};
const tillFrame = { url: 'app://till/index.html', parent: null };
const displayFrame = { url: 'app://till/display.html', parent: null };
const ourPage = { sender: till, senderFrame: tillFrame };
const displayPage = { sender: display, senderFrame: displayFrame };
const gate = createSenderGate({ till: () => till, display: () => display });

function register(handler: (input: { id: number }) => Result<{ name: string }>, page: OwnPage = 'till') {
  const registered = new Map<string, (event: unknown, input: unknown) => Promise<unknown>>();
  const faults: FaultReport[] = [];
  const ipcMain = { handle: (name: string, run: never) => void registered.set(name, run) };
  registerCalls(
    ipcMain as never,
    contract,
    { 'wallet/read': handler },
    {
      gate,
      page,
      newTraceId: () => 'trace-1',
      onFault: (report) => faults.push(report),
    },
  );
  const call = (event: unknown, input: unknown) => registered.get('wallet/read')?.(event, input);
  return { call, faults };
}

describe('registered calls', () => {
  test('answer our own page with what the handler found', async () => {
    const { call } = register(({ id }) => ok({ name: `wallet ${id}` }));
    expect(await call(ourPage, { id: 3 })).toEqual({ ok: true, value: { name: 'wallet 3' } });
  });

  test('pass an expected failure on as it is', async () => {
    const { call, faults } = register(() => err(appError('wallet.not-found')));
    expect(await call(ourPage, { id: 3 })).toEqual({ ok: false, error: { code: 'wallet.not-found', kind: 'refused' } });
    expect(faults).toEqual([]);
  });

  test.each([
    ['another page', { sender: till, senderFrame: { url: 'https://example.invalid/', parent: null } }],
    [
      'a page whose address begins alike',
      { sender: till, senderFrame: { url: 'app://till.x.invalid/', parent: null } },
    ],
    ['a frame inside our page', { sender: till, senderFrame: { ...tillFrame, parent: {} } }],
    ['a frame that is gone', { sender: till, senderFrame: null }],
    ['the customer’s display', displayPage],
    ['a display that rewrote its address', { sender: display, senderFrame: tillFrame }],
    ['a window of nobody', { sender: {}, senderFrame: tillFrame }],
    ['what has no window', { sender: null, senderFrame: tillFrame }],
  ])('refuse %s without running the handler', async (_who, event) => {
    let ran = false;
    const { call, faults } = register(() => {
      ran = true;
      return ok({ name: '' });
    });
    expect(await call(event, { id: 3 })).toMatchObject({ ok: false, error: { code: 'app.fault' } });
    expect(ran).toBe(false);
    expect(faults).toHaveLength(1);
  });

  test.each([[{ id: 'x' }], [{ id: 3, more: 1 }], [null], [undefined]])(
    'refuse input outside the schema: %j',
    async (input) => {
      const { call } = register(() => ok({ name: '' }));
      expect(await call(ourPage, input)).toMatchObject({ ok: false, error: { code: 'app.fault' } });
    },
  );

  test('never let more out than the schema names', async () => {
    const { call, faults } = register(() => ok({ name: 'a', macKey: 'secret' } as never));
    expect(await call(ourPage, { id: 3 })).toMatchObject({ ok: false, error: { code: 'app.fault' } });
    expect(faults).toHaveLength(1);
  });

  test('turn a bug into a fault with a trace id and say nothing of its text', async () => {
    const { call } = register(() => {
      throw new Error('balance was 22.99');
    });
    const answer = await call(ourPage, { id: 3 });
    expect(answer).toEqual({ ok: false, error: { code: 'app.fault', kind: 'fault', details: { traceId: 'trace-1' } } });
  });
});

describe('calls of the customer’s display', () => {
  test('answer the display', async () => {
    const { call } = register(() => ok({ name: 'a' }), 'display');
    expect(await call(displayPage, { id: 3 })).toMatchObject({ ok: true });
  });

  test.each([
    ['the desk', ourPage],
    ['a desk that rewrote its address', { sender: till, senderFrame: displayFrame }],
  ])('refuse %s without running the handler', async (_who, event) => {
    let ran = false;
    const { call } = register(() => {
      ran = true;
      return ok({ name: '' });
    }, 'display');
    expect(await call(event, { id: 3 })).toMatchObject({ ok: false, error: { code: 'app.fault' } });
    expect(ran).toBe(false);
  });
});

test('where there is no display nothing is taken for one', () => {
  const alone = createSenderGate({ till: () => till, display: () => null });
  expect(alone.pageOf(displayPage)).toBeNull();
  expect(alone.pageOf({ sender: null, senderFrame: displayFrame })).toBeNull();
  expect(alone.pageOf({ sender: till, senderFrame: { ...tillFrame, url: 'app://till/index.html?a#b' } })).toBe('till');
});
