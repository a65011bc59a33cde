import type { Timers } from '../../../../renderer/stores/idle.ts';
import { connectKiosk, createKioskStore, type KioskStore } from '../../../../renderer/stores/kiosk-store.ts';
import type {
  KioskBridge,
  KioskCallInput,
  KioskCallName,
  KioskCallOutput,
  KioskEventName,
  KioskEventPayload,
} from '../../../../shared/contract/kiosk.ts';
import type { StationStatus } from '../../../../shared/contract/station.ts';
import { ScanId, SessionId } from '../../../../shared/domain/ids.ts';
import { appError } from '../../../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../../../shared/errors/error-table.ts';
import { err, ok, type Result } from '../../../../shared/errors/result.ts';
import { balance, readyStatus, station, ticket, wallet } from './fake-till.ts';

interface PendingCall {
  readonly name: KioskCallName;
  readonly resolve: (answer: Result<unknown>) => void;
}

/** Main as a kiosk's page sees it: calls wait until the test answers them, events come when the test says so. */
export class FakeKioskMain implements KioskBridge {
  readonly pending: PendingCall[] = [];
  readonly said: { readonly name: KioskCallName; readonly input: unknown }[] = [];
  readonly #listeners = new Map<string, ((payload: never) => void)[]>();

  call<C extends KioskCallName>(name: C, input: KioskCallInput<C>): Promise<Result<KioskCallOutput<C>>> {
    this.said.push({ name, input });
    return new Promise((resolve) => {
      this.pending.push({ name, resolve: resolve as (answer: Result<unknown>) => void });
    });
  }

  on<E extends KioskEventName>(name: E, listener: (payload: KioskEventPayload<E>) => void): () => void {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener as (payload: never) => void]);
    return () => undefined;
  }

  emit<E extends KioskEventName>(name: E, payload: KioskEventPayload<E>): void {
    for (const listener of this.#listeners.get(name) ?? []) {
      listener(payload as never);
    }
  }

  answer<C extends KioskCallName>(name: C, value: KioskCallOutput<C>): Promise<void> {
    return this.#settle(name, ok(value));
  }

  refuse(name: KioskCallName, code: ErrorCode): Promise<void> {
    return this.#settle(name, err(appError(code)));
  }

  async #settle(name: KioskCallName, answer: Result<unknown>): Promise<void> {
    const index = this.pending.findIndex((call) => call.name === name);
    if (index === -1) {
      throw new Error(`nobody asked ${name}`);
    }
    const [call] = this.pending.splice(index, 1);
    call?.resolve(answer);
    await Promise.resolve();
    await Promise.resolve();
  }
}

/** One timer at a time is all that the presence watch has; the test says when it is due. */
export class OneTimer implements Timers {
  due: { readonly action: () => void; readonly delayMs: number } | null = null;

  setTimeout(action: () => void, delayMs: number): unknown {
    this.due = { action, delayMs };
    return this.due;
  }

  clearTimeout(timer: unknown): void {
    if (this.due === timer) {
      this.due = null;
    }
  }

  fire(): void {
    const { due } = this;
    this.due = null;
    due?.action();
  }
}

export const kioskStation: KioskCallOutput<'station/read'> = {
  ...station,
  heightMm: null,
  offers: ['receipt', 'sufficient-amount', 'movements'],
};

export interface KioskScene {
  readonly main: FakeKioskMain;
  readonly store: KioskStore;
  /** Main's events up to the balance of a customer whose scan and session have this name. */
  serve(name: string): void;
  readonly voices: Set<string>;
}

export async function openKioskScene(
  status: StationStatus = readyStatus,
  more: Partial<typeof kioskStation> = {},
): Promise<KioskScene> {
  const main = new FakeKioskMain();
  const voices = new Set(['en', 'lt', 'ru']);
  const store = createKioskStore({ till: main, now: () => 12_000, canSpeak: (locale) => voices.has(locale) });
  connectKiosk(store, main);
  const started = store.getState().start();
  await main.answer('station/read', { ...kioskStation, ...more });
  await main.answer('station/read-status', status);
  await started;
  main.said.length = 0;
  return {
    main,
    store,
    voices,
    serve(name) {
      const session = SessionId.parse(name);
      main.emit('customer/scan-received', ticket(name));
      main.emit('customer/identified', { scan: ScanId.parse(name), session, wallet });
      main.emit('customer/balance-read', { session, balance: balance() });
    },
  };
}
