import { createStore, type StoreApi } from 'zustand/vanilla';
import { callPermissions } from '../../shared/contract/call-permissions.ts';
import type { Bridge, CallInput, CallName, CallOutput } from '../../shared/contract/live.ts';
import type { OperatorsView } from '../../shared/contract/operators.ts';
import type { Permission } from '../../shared/domain/roles.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { Result } from '../../shared/errors/result.ts';

type Listed = OperatorsView['people'][number];

/** A supervisor is asked to let one action pass. A PIN goes through and is never here. */
export interface OverrideState {
  /** What the operator's role does not allow; null while nobody is asked. */
  readonly asked: Permission | null;
  /** Who could allow it. */
  readonly people: readonly Listed[];
  /** Whose PIN is asked for; null while somebody is to be chosen. */
  readonly chosen: string | null;
  readonly checking: boolean;
  readonly error: AppError | null;
  /** Answers true once a supervisor allowed it, false when nobody did: called off, or the next customer came. */
  ask(permission: Permission): Promise<boolean>;
  /** Whether anybody who works here could allow it. */
  canAsk(permission: Permission): boolean;
  choose(name: string | null): void;
  allow(pin: string): Promise<void>;
  cancel(): void;
}

export type OverrideStore = StoreApi<OverrideState>;

const nobody = { asked: null, people: [], chosen: null, checking: false, error: null } as const;

/** `listed` answers with who works here, as main said it last. */
export function createOverrideStore(till: Bridge, listed: () => readonly Listed[]): OverrideStore {
  let settle: ((isAllowed: boolean) => void) | null = null;

  const whoCould = (permission: Permission) => listed().filter(({ allows }) => allows.includes(permission));

  const store = createStore<OverrideState>()((set, get) => {
    function end(isAllowed: boolean): void {
      const answer = settle;
      if (answer !== null) {
        settle = null;
        set(nobody);
        if (!isAllowed) {
          void till.call('operators/await-supervisor', { isAwaited: false });
        }
        answer(isAllowed);
      }
    }
    return {
      ...nobody,
      ask(permission) {
        const people = whoCould(permission);
        if (settle !== null || people.length === 0) {
          return Promise.resolve(false);
        }
        set({ ...nobody, asked: permission, people, chosen: people.length === 1 ? (people[0]?.name ?? null) : null });
        void till.call('operators/await-supervisor', { isAwaited: true });
        return new Promise((resolve) => {
          settle = resolve;
        });
      },
      canAsk: (permission) => whoCould(permission).length > 0,
      choose(name) {
        if (name === null || get().people.some((one) => one.name === name)) {
          set({ chosen: name, error: null });
        }
      },
      async allow(pin) {
        const { asked, chosen, checking } = get();
        const asking = settle;
        if (asked === null || chosen === null || checking) {
          return;
        }
        set({ checking: true, error: null });
        const answer = await till.call('operators/allow-once', { permission: asked, name: chosen, pin });
        if (settle !== asking) {
          return; // called off meanwhile
        }
        if (answer.ok) {
          end(true);
        } else {
          set({ checking: false, error: answer.error });
        }
      },
      cancel: () => end(false),
    };
  });
  till.on('operators/chosen', ({ name }) => store.getState().choose(name));
  // The next scan wins, and a locked station asks nobody: what was to be allowed is not done.
  till.on('customer/scan-received', () => store.getState().cancel());
  till.on('operators/changed', ({ watchman }) => {
    if (watchman.kind === 'locked') {
      store.getState().cancel();
    }
  });
  return store;
}

/** The bridge whose refused actions are tried once more when a supervisor on the spot allows them. */
export function withOverride(till: Bridge, override: Pick<OverrideState, 'ask'>): Bridge {
  return {
    on: till.on,
    async call<C extends CallName>(name: C, input: CallInput<C>): Promise<Result<CallOutput<C>>> {
      const answer = await till.call(name, input);
      const permission = callPermissions[name];
      if (answer.ok || answer.error.code !== 'operator.not-permitted' || permission === undefined) {
        return answer;
      }
      return (await override.ask(permission)) ? till.call(name, input) : answer;
    },
  };
}
