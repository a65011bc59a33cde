import { expect, test } from 'vitest';
import { registerWedge } from '../../../electron/ipc/register-wedge.ts';
import { wedgeChannel, wedgeRulesChannel } from '../../../shared/contract/live-names.ts';
import { defaultWedgeRules } from '../../../shared/domain/wedge.ts';

const ourPage = { url: 'app://till/index.html', parent: null };

function register() {
  const channels = new Map<string, (event: unknown, payload?: unknown) => unknown>();
  const texts: string[] = [];
  const ipcMain = {
    on: (name: string, run: never) => void channels.set(name, run),
    handle: (name: string, run: never) => void channels.set(name, run),
  };
  registerWedge(ipcMain as never, defaultWedgeRules, (text) => texts.push(text));
  return {
    send: (name: string, frame: unknown, payload?: unknown) => channels.get(name)?.({ senderFrame: frame }, payload),
    texts,
  };
}

test('a scan from our page’s preload is taken', () => {
  const { send, texts } = register();
  send(wedgeChannel, ourPage, { text: '5487963154' });
  expect(texts).toEqual(['5487963154']);
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
  const elsewhere = { url: 'https://example.invalid/', parent: null };
  send(wedgeChannel, elsewhere, { text: '5487963154' });
  expect(texts).toEqual([]);
  expect(send(wedgeRulesChannel, elsewhere)).toBeNull();
  expect(send(wedgeRulesChannel, ourPage)).toEqual(defaultWedgeRules);
});
