import { connectDesk, createDeskStore, type DeskStore } from '../../../../renderer/stores/desk-store.ts';
import { AppErrorSchema } from '../../../../shared/contract/app-error.ts';
import type {
  Bridge,
  CallInput,
  CallName,
  CallOutput,
  EventName,
  EventPayload,
} from '../../../../shared/contract/live.ts';
import { ScanId, SessionId, WalletId } from '../../../../shared/domain/ids.ts';
import { CurrencyCode } from '../../../../shared/domain/wallet.ts';
import { type AppError, appError } from '../../../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../../../shared/errors/error-table.ts';
import { err, ok, type Result } from '../../../../shared/errors/result.ts';

interface PendingCall {
  readonly name: CallName;
  readonly input: unknown;
  readonly resolve: (answer: Result<unknown>) => void;
}

/** Main as the page sees it: calls wait until the test answers them, events come when the test says so. */
export class FakeTill implements Bridge {
  readonly pending: PendingCall[] = [];
  readonly said: { readonly name: CallName; readonly input: unknown }[] = [];
  readonly #listeners = new Map<string, ((payload: never) => void)[]>();

  call<C extends CallName>(name: C, input: CallInput<C>): Promise<Result<CallOutput<C>>> {
    this.said.push({ name, input });
    return new Promise((resolve) => {
      this.pending.push({ name, input, resolve: resolve as (answer: Result<unknown>) => void });
    });
  }

  on<E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void): () => void {
    const listeners = this.#listeners.get(name) ?? [];
    listeners.push(listener as (payload: never) => void);
    this.#listeners.set(name, listeners);
    return () => {
      listeners.splice(listeners.indexOf(listener as (payload: never) => void), 1);
    };
  }

  emit<E extends EventName>(name: E, payload: EventPayload<E>): void {
    for (const listener of this.#listeners.get(name) ?? []) {
      listener(payload as never);
    }
  }

  /** Answers the oldest waiting call of that name, and lets the page go on. */
  async answer<C extends CallName>(name: C, value: CallOutput<C>): Promise<void> {
    await this.#settle(name, ok(value));
  }

  async refuse(name: CallName, code: ErrorCode, details?: AppError['details']): Promise<void> {
    await this.#settle(name, err(appError(code, details)));
  }

  async #settle(name: CallName, answer: Result<unknown>): Promise<void> {
    const index = this.pending.findIndex((call) => call.name === name);
    const [call] = this.pending.splice(index, 1);
    if (index === -1 || call === undefined) {
      throw new Error(`nobody asked ${name}`);
    }
    call.resolve(answer);
    await Promise.resolve();
    await Promise.resolve();
  }

  /** Names of the calls made, in order. */
  get names(): readonly CallName[] {
    return this.said.map(({ name }) => name);
  }
}

export const EUR = CurrencyCode.parse('EUR');
export const USD = CurrencyCode.parse('USD');
export const JPY = CurrencyCode.parse('JPY');

export const station = {
  mode: 'live',
  testServer: false,
  host: 'electron',
  name: 'Till 3',
  version: '0.1.0',
  locale: 'lt',
  theme: 'light',
  supportPhone: null,
  currency: EUR,
  receipt: { locale: 'lt', width: 42, columns: 42 },
  operationsOff: [],
  amountEntry: 'decimal',
  keepAmount: false,
  idleTimeoutMs: 60_000,
} as const satisfies CallOutput<'station/read'>;

export const readyStatus: CallOutput<'station/read-status'> = {
  link: { kind: 'reached', latencyMs: 84 },
  printer: { kind: 'ready', paperLow: false },
  readers: [{ name: 'keyboard-wedge', state: 'listening' }],
};

export const noPaperStatus: CallOutput<'station/read-status'> = {
  ...readyStatus,
  printer: { kind: 'blocked', reason: 'paper-out' },
};

/** An error as it comes through the contract. */
export function failure(code: ErrorCode): EventPayload<'customer/identify-failed'>['error'] {
  return AppErrorSchema.parse(appError(code));
}

export function ticket(scan: string): EventPayload<'customer/scan-received'> {
  return { scan: ScanId.parse(scan), by: 'card', masked: '•••• 3154', from: 'simulated-card-reader', at: 1_000 };
}

export function balance(convertedTo: CurrencyCode | null = null): CallOutput<'customer/read-balance'> {
  const row = (currency: CurrencyCode, atDisposal: string, reserved: string) => ({
    currency,
    amounts: { atDisposal, reserved },
    converted: convertedTo === null ? null : { atDisposal, reserved },
  });
  return {
    rows: [row(EUR, '22.99', '0.00'), row(USD, '1.00', '98.00')],
    convertedTo,
    total: convertedTo === null ? null : { atDisposal: '23.74', reserved: '73.39' },
    readAt: 2_000,
  };
}

export const wallet = {
  walletId: WalletId.parse(14471),
  ownedByCard: false,
  maskedName: 'J••• K•••',
  maskedAccount: 'EVP ••• 0101',
  description: null,
};

export interface Scene {
  readonly till: FakeTill;
  readonly store: DeskStore;
  /** Main's events up to the balance of a customer whose scan and session have this name. */
  serve(name: string): void;
  /** So many milliseconds go by. */
  pass(ms: number): void;
}

/** A desk that knows its station, at noon of its own clock. */
export async function openScene(): Promise<Scene> {
  const till = new FakeTill();
  let at = 12_000;
  const store = createDeskStore({ till, now: () => at });
  connectDesk(store, till);
  const started = store.getState().start();
  await till.answer('station/read', station);
  await till.answer('station/read-status', readyStatus);
  await started;
  till.said.length = 0;
  return {
    till,
    store,
    pass(ms) {
      at += ms;
    },
    serve(name) {
      const session = SessionId.parse(name);
      till.emit('customer/scan-received', ticket(name));
      till.emit('customer/identified', { scan: ScanId.parse(name), session, wallet });
      till.emit('customer/balance-read', { session, balance: balance() });
    },
  };
}
