import { describe, expect, it } from 'vitest';
import { connectDisplay, createDisplayStore, type DisplayView } from '../../../../renderer/stores/display-store.ts';
import { CodeEntryId, type DisplayBridge } from '../../../../shared/contract/display.ts';
import { ok } from '../../../../shared/errors/result.ts';

const station = {
  mode: 'live',
  testServer: false,
  host: 'electron',
  name: 'Till 3',
  locale: 'lt',
  theme: 'light',
} as const;
const code: DisplayView = { kind: 'code', entry: CodeEntryId.parse('entry-1'), sending: false, problem: null };

function open(view: DisplayView = { kind: 'greeting' }) {
  const said: { readonly name: string; readonly input: unknown }[] = [];
  let tell: (view: DisplayView) => void = () => undefined;
  let answerRead: () => void = () => undefined;
  let now = 0;
  const till = {
    call(name: string, input: unknown) {
      said.push({ name, input });
      return name === 'display/read'
        ? new Promise((resolve) => {
            answerRead = () => resolve(ok({ station, view }));
          })
        : Promise.resolve(ok({}));
    },
    on(_name: string, listener: (view: DisplayView) => void) {
      tell = listener;
      return () => undefined;
    },
  } as unknown as DisplayBridge;
  const store = createDisplayStore({ till, now: () => now });
  connectDisplay(store, till);
  const start = async () => {
    const started = store.getState().start();
    answerRead();
    await started;
    said.length = 0;
  };
  return {
    store,
    said,
    start,
    tell: (next: DisplayView) => tell(next),
    pass(ms: number) {
      now += ms;
    },
  };
}

describe('the customer’s display', () => {
  it('shows what main made for it when it came, in the station’s language', async () => {
    const { store, start } = open({ kind: 'serving' });
    await start();
    expect(store.getState()).toMatchObject({ view: { kind: 'serving' }, locale: 'lt', station });
  });

  it('takes what was told while it asked for newer than the answer', async () => {
    const { store, start, tell } = open({ kind: 'serving' });
    const started = start();
    tell({ kind: 'goodbye' });
    await started;
    expect(store.getState().view).toEqual({ kind: 'goodbye' });
  });

  it('keeps the language that a customer chose until the next one is greeted', async () => {
    const { store, start, tell } = open();
    await start();
    store.getState().chooseLocale('ru');
    tell({ kind: 'reading', by: 'card' });
    tell({ kind: 'serving' });
    expect(store.getState().locale).toBe('ru');
    tell({ kind: 'greeting' });
    expect(store.getState().locale).toBe('lt');
  });

  it('sends a code under the name of its asking, once, and keeps it nowhere', async () => {
    const { store, start, tell, said } = open();
    await start();
    await store.getState().submitCode('ABC');
    expect(said).toEqual([]);
    tell(code);
    await store.getState().submitCode('  ');
    await store.getState().submitCode(' ABCDEF ');
    expect(said).toEqual([{ name: 'display/submit-code', input: { entry: 'entry-1', code: 'ABCDEF' } }]);
    expect(JSON.stringify(store.getState())).not.toContain('ABCDEF');
    tell({ ...code, sending: true });
    await store.getState().submitCode('ABCDEF');
    await store.getState().confirmLater();
    expect(said).toHaveLength(1);
  });

  it('lets the customer confirm later', async () => {
    const { store, start, tell, said } = open();
    await start();
    await store.getState().confirmLater();
    tell(code);
    await store.getState().confirmLater();
    expect(said).toEqual([{ name: 'display/confirm-later', input: { entry: 'entry-1' } }]);
  });

  it('tells of a hand at once and then no more often than every five seconds', async () => {
    const { store, start, said, pass } = open();
    await start();
    store.getState().touch();
    pass(4_999);
    store.getState().touch();
    expect(said).toHaveLength(1);
    pass(1);
    store.getState().touch();
    expect(said.map(({ name }) => name)).toEqual(['display/touch', 'display/touch']);
  });
});
