// A page of the till as it is built, whose bridge is the test's own: what it asks and is told goes by the test's
// protocol instead of Electron's.
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { contentSecurityPolicy, mimeTypes, resolveAsset } from '../../electron/windows/assets.ts';

export interface MarkedPage {
  /** In the order in which things happened, one after another. */
  tell(event: string, payload: unknown): Promise<void>;
  /** Keeps the answer to the next call of that name back; answers with what lets it go, to whoever is there by then. */
  holdBack(name: string): { readonly asked: Promise<void>; readonly letGo: () => Promise<void> };
  /** The longest pause that the page waits for is over. */
  endPause(): Promise<void>;
  close(): void;
}

export interface MarkedPageOptions {
  readonly page: Page;
  /** Folder of the built page. */
  readonly folder: string;
  readonly document: 'index.html' | 'display.html';
  /** The name under which the page finds its bridge. */
  readonly bridge: 'tillKiosk' | 'tillDisplay';
  readonly answer: (name: string, input: unknown) => unknown;
  /** A call whose answer is in the page only after the answers to all before it. */
  readonly lastAsked: string;
  /** The page keeps everything that it is told, and everything that it says. */
  readonly keepsAll: boolean;
}

interface BridgedWindow extends Record<string, unknown> {
  askMain(name: string, input: unknown): Promise<unknown>;
  tellPage(name: string, payload: unknown): void;
  kept: unknown[];
  endPause(): void;
}

/**
 * Runs in the page before anything else: the bridge, which keeps nothing, and a clock by which long pauses end when the
 * test says so: a slow machine is no customer who went away.
 */
function bridgeInPage({ bridge, keepsAll }: { readonly bridge: string; readonly keepsAll: boolean }): void {
  const room = globalThis as unknown as BridgedWindow;
  const listeners = new Map<string, ((payload: unknown) => void)[]>();
  room[bridge] = Object.freeze({
    call: (name: string, input: unknown) => {
      if (keepsAll) room.kept.push(input);
      return room.askMain(name, input);
    },
    on: (name: string, listener: (payload: unknown) => void) => {
      listeners.set(name, [...(listeners.get(name) ?? []), listener]);
      return () => undefined;
    },
  });
  const longMs = 5_000;
  const setTimer = globalThis.setTimeout;
  let due: (() => void) | null = null;
  globalThis.setTimeout = ((action: () => void, delayMs = 0, ...more: []) => {
    if (delayMs < longMs) return setTimer(action, delayMs, ...more);
    due = action;
    return -1;
  }) as typeof setTimeout;
  room.endPause = () => {
    const action = due;
    due = null;
    action?.();
  };
  room.kept = [];
  room.tellPage = (name, payload) => {
    if (keepsAll) room.kept.push(payload);
    for (const listener of listeners.get(name) ?? []) listener(payload);
  };
}

function servePage(folder: string) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = resolveAsset(folder, pathname);
    if (file === null) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': mimeTypes[path.extname(file)],
      'content-security-policy': contentSecurityPolicy,
    });
    createReadStream(file).pipe(response);
  });
  return new Promise<{ url: string; close: () => void }>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ url: `http://127.0.0.1:${port}`, close: () => server.close() });
    });
  });
}

export async function openMarkedPage(options: MarkedPageOptions): Promise<MarkedPage> {
  const { page, bridge, keepsAll } = options;
  const served = await servePage(options.folder);
  const held = new Map<string, { readonly asked: () => void; readonly until: Promise<void> }>();
  let telling = Promise.resolve();

  await page.exposeFunction('askMain', async (name: string, input: unknown) => {
    const hold = held.get(name);
    held.delete(name);
    const answer = await options.answer(name, input);
    hold?.asked();
    await hold?.until;
    return answer;
  });
  await page.addInitScript(bridgeInPage, { bridge, keepsAll });
  await page.goto(`${served.url}/${options.document}`);

  return {
    tell(name, payload) {
      telling = telling.then(() =>
        page.evaluate(([event, value]) => (globalThis as unknown as BridgedWindow).tellPage(event as string, value), [
          name,
          payload,
        ] as const),
      );
      return telling;
    },
    holdBack(name) {
      const asked = Promise.withResolvers<void>();
      const until = Promise.withResolvers<void>();
      held.set(name, { asked: asked.resolve, until: until.promise });
      return {
        asked: asked.promise,
        letGo: async () => {
          until.resolve();
          await page.evaluate((last) => (globalThis as unknown as BridgedWindow).askMain(last, {}), options.lastAsked);
        },
      };
    },
    endPause: () => page.evaluate(() => (globalThis as unknown as BridgedWindow).endPause()),
    close: served.close,
  };
}
