import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../../shared/contract/live.ts';
import type { OperatorsView } from '../../shared/contract/operators.ts';
import type { AppError } from '../../shared/errors/app-error.ts';

export type { OperatorsView, OperatorView } from '../../shared/contract/operators.ts';

/** The lock as the page sees it. A PIN passes through and is never here. */
export interface OperatorsState {
  /** Null until main has said who works here. */
  readonly view: OperatorsView | null;
  /** Whose PIN is asked for; null while somebody is to be chosen. */
  readonly chosen: string | null;
  readonly checking: boolean;
  readonly error: AppError | null;
  start(): Promise<void>;
  take(view: OperatorsView): void;
  choose(name: string | null): void;
  unlock(pin: string): Promise<void>;
  lock(because: 'idle' | 'key'): Promise<void>;
}

export type OperatorsStore = StoreApi<OperatorsState>;

export function isLocked({ view }: OperatorsState): boolean {
  return view?.watchman.kind === 'locked';
}

export type LostListView = Extract<OperatorsView['list'], { kind: 'lost' }>;

/** What became of a list of operators that cannot be read; null for one that can. */
export function lostListOf({ view }: OperatorsState): LostListView | null {
  return view?.list.kind === 'lost' ? view.list : null;
}

/** Who was here last is asked first: most unlocking is coming back. */
function usuallyChosen(view: OperatorsView): string | null {
  const { watchman, people } = view;
  const last = watchman.kind === 'locked' ? (watchman.last?.name ?? null) : null;
  const only = people.length === 1 ? (people[0]?.name ?? null) : null;
  return last ?? only;
}

export function createOperatorsStore(till: Bridge): OperatorsStore {
  const store = createStore<OperatorsState>()((set, get) => ({
    view: null,
    chosen: null,
    checking: false,
    error: null,
    async start() {
      const view = await till.call('operators/read', {});
      if (view.ok && get().view === null) {
        get().take(view.value);
      }
    },
    take: (view) => set({ view, chosen: usuallyChosen(view), error: null, checking: false }),
    choose: (name) => set({ chosen: name, error: null }),
    async unlock(pin) {
      const { chosen, checking } = get();
      if (chosen === null || checking) {
        return;
      }
      set({ checking: true, error: null });
      const answer = await till.call('operators/unlock', { name: chosen, pin });
      if (answer.ok) {
        get().take(answer.value);
      } else {
        set({ checking: false, error: answer.error });
      }
    },
    async lock(because) {
      const view = await till.call('operators/lock', { because });
      if (view.ok) {
        get().take(view.value);
      }
    },
  }));
  till.on('operators/changed', (view) => store.getState().take(view));
  till.on('operators/chosen', ({ name }) => store.getState().choose(name));
  return store;
}

const touchEveryMs = 10_000;

/** Tells main that somebody is there, not more often than it has to know: main locks a station that nobody touches. */
export function createTouches(till: Bridge, now: () => number): { touch(): void } {
  let toldAt = Number.NEGATIVE_INFINITY;
  return {
    touch() {
      const at = now();
      if (at - toldAt >= touchEveryMs) {
        toldAt = at;
        void till.call('operators/touch', {});
      }
    },
  };
}
