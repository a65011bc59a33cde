import type { AppError } from '../../shared/errors/app-error.ts';
import { nobodyServed } from './kiosk-flows.ts';
import type { KioskDeps, KioskSlice } from './kiosk-state.ts';

/** A technician's way out, over whatever stands on the screen. A PIN passes through and is never in here. */
export type KioskExit =
  | { readonly kind: 'closed' }
  /** Main is asked who may prove themselves; no scan acts any more. */
  | { readonly kind: 'opening' }
  | { readonly kind: 'choosing'; readonly people: readonly string[] }
  | {
      readonly kind: 'pin';
      readonly name: string;
      /** How many digits were typed. */
      readonly signs: number;
      readonly checking: boolean;
      readonly error: AppError | null;
    }
  | { readonly kind: 'proven'; readonly name: string }
  | { readonly kind: 'leaving' };

export interface KioskExitSlice {
  openExit(): Promise<void>;
  chooseTechnician(name: string): void;
  typePin(digit: string): void;
  deletePinDigit(): void;
  submitPin(): Promise<void>;
  leaveKiosk(): Promise<void>;
  /** Back to the customers. */
  closeExit(): void;
}

const mostDigits = 12;

export const createKioskExitSlice =
  (deps: KioskDeps): KioskSlice<KioskExitSlice> =>
  (set, get, api) => {
    let typed: string[] = [];
    api.subscribe(({ exit }) => {
      if (exit.kind !== 'pin' || exit.signs === 0) {
        typed = [];
      }
    });
    const atPin = () => {
      const { exit } = get();
      return exit.kind === 'pin' && !exit.checking ? exit : null;
    };

    return {
      async openExit() {
        if (get().exit.kind !== 'closed') {
          return;
        }
        const opening: KioskExit = { kind: 'opening' };
        // Whoever stood here is forgotten before main is asked.
        set(({ access }) => ({ ...nobodyServed, exit: opening, access: { ...access, panel: 'none', voice: 'off' } }));
        const answer = await deps.till.call('kiosk/begin-exit', {});
        if (get().exit === opening) {
          const people = answer.ok ? answer.value.people : [];
          const [only] = people;
          set({ exit: { kind: 'choosing', people } });
          if (only !== undefined && people.length === 1) {
            get().chooseTechnician(only);
          }
        }
      },

      chooseTechnician(name) {
        const { exit } = get();
        if (exit.kind === 'choosing') {
          set({ exit: { kind: 'pin', name, signs: 0, checking: false, error: null } });
        }
      },

      typePin(digit) {
        const exit = atPin();
        if (exit !== null && /^[0-9]$/.test(digit) && typed.length < mostDigits) {
          typed.push(digit);
          set({ exit: { ...exit, signs: typed.length, error: null } });
        }
      },

      deletePinDigit() {
        const exit = atPin();
        if (exit !== null) {
          typed.pop();
          set({ exit: { ...exit, signs: typed.length, error: null } });
        }
      },

      async submitPin() {
        const exit = atPin();
        if (exit === null || typed.length === 0) {
          return;
        }
        const pin = typed.join('');
        const checking: KioskExit = { ...exit, signs: 0, checking: true, error: null };
        set({ exit: checking });
        const answer = await deps.till.call('kiosk/prove-exit', { name: exit.name, pin });
        if (get().exit === checking) {
          set({
            exit: answer.ok
              ? { kind: 'proven', name: exit.name }
              : { ...checking, checking: false, error: answer.error },
          });
        }
      },

      async leaveKiosk() {
        if (get().exit.kind !== 'proven') {
          return;
        }
        set({ exit: { kind: 'leaving' } });
        const answer = await deps.till.call('kiosk/leave', {});
        if (!answer.ok) {
          get().closeExit();
        }
      },

      closeExit() {
        if (get().exit.kind !== 'closed') {
          set({ ...nobodyServed, exit: { kind: 'closed' } });
          void deps.till.call('kiosk/cancel-exit', {});
        }
      },
    };
  };
