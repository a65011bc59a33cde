import { expect, test } from 'vitest';
import { registerWedge } from '../../../electron/ipc/register-wedge.ts';
import { createSenderGate } from '../../../electron/ipc/sender-gate.ts';
import {
  wedgeCapturedChannel,
  wedgeChannel,
  wedgeModeChannel,
  wedgeRulesChannel,
} from '../../../shared/contract/live-names.ts';
import { defaultWedgeRules } from '../../../shared/domain/wedge.ts';

const till = {};
const display = {};
const ourPage = { sender: till, senderFrame: { url: 'app://till/index.html', parent: null } };
const displayPage = { sender: display, senderFrame: { url: 'app://till/display.html', parent: null } };
const elsewhere = { sender: {}, senderFrame: { url: 'https://example.invalid/', parent: null } };

function register() {
  const channels = new Map<string, (event: unknown, payload?: unknown) => unknown>();
  const texts: string[] = [];
  const ipcMain = {
    on: (name: string, run: never) => void channels.set(name, run),
    handle: (name: string, run: never) => void channels.set(name, run),
  };
  const strokes: unknown[] = [];
  const sent: unknown[] = [];
  const link = registerWedge(ipcMain as never, {
    gate: createSenderGate({ till: () => till, display: () => display }),
    rules: defaultWedgeRules,
    onText: (text) => texts.push(text),
    onStrokes: (captured) => strokes.push(captured),
    send: (channel, payload) => sent.push({ channel, payload }),
  });
  return {
    send: (name: string, event: unknown, payload?: unknown) => channels.get(name)?.(event, payload),
    texts,
    strokes,
    sent,
    link,
  };
}

test('a scan from our page’s preload is taken', () => {
  const { send, texts } = register();
  send(wedgeChannel, ourPage, { text: '5487963154' });
  expect(texts).toEqual(['5487963154']);
});

test('so is one that was typed while the customer’s display had the keyboard', () => {
  const { send, texts } = register();
  send(wedgeChannel, displayPage, { text: '5487963154' });
  expect(texts).toEqual(['5487963154']);
  expect(send(wedgeRulesChannel, displayPage)).toEqual(defaultWedgeRules);
});

test.each([
  [{ text: '' }],
  [{ text: 7 }],
  [{ text: 'x'.repeat(513) }],
  [{ text: 'a', and: 'b' }],
  [null],
  ['5487963154'],
])('what is no scan is dropped: %j', (payload) => {
  const { send, texts } = register();
  send(wedgeChannel, ourPage, payload);
  expect(texts).toEqual([]);
});

test('another page can neither scan nor read the rules', () => {
  const { send, texts } = register();
  send(wedgeChannel, elsewhere, { text: '5487963154' });
  expect(texts).toEqual([]);
  expect(send(wedgeRulesChannel, elsewhere)).toBeNull();
  expect(send(wedgeRulesChannel, ourPage)).toEqual(defaultWedgeRules);
});

test('other rules are the ones that the page’s preload is told from then on', () => {
  const { send, sent, link } = register();
  const rules = { ...defaultWedgeRules, maxGapMs: 90 };
  link.useRules(rules);
  link.recordKeys(true);
  expect(sent).toEqual([
    { channel: wedgeModeChannel, payload: { rules } },
    { channel: wedgeModeChannel, payload: { record: true } },
  ]);
  expect(send(wedgeRulesChannel, ourPage)).toEqual(rules);
});

test('recorded keys are taken from our own page’s preload alone, and only as keys', () => {
  const { send, strokes } = register();
  const stroke = { code: 'Digit7', shift: false, ctrl: false, alt: false, meta: false, altGraph: false, gapMs: 0 };
  send(wedgeCapturedChannel, elsewhere, { strokes: [stroke] });
  send(wedgeCapturedChannel, ourPage, { strokes: [] });
  send(wedgeCapturedChannel, ourPage, { strokes: [{ ...stroke, key: 'ą' }] });
  expect(strokes).toEqual([]);
  send(wedgeCapturedChannel, ourPage, { strokes: [stroke] });
  expect(strokes).toEqual([[stroke]]);
});
