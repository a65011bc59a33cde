import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../../shared/contract/live.ts';
import type { OpenOutcomeView } from '../../shared/contract/office.ts';
import type { Permission } from '../../shared/domain/roles.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import { createReportsSlice, nothingReported, type ReportsSlice } from './office-reports-slice.ts';
import { createStaffSlice, nobodyChosen, type StaffSlice } from './office-staff-slice.ts';

export type { OpenOutcomeView } from '../../shared/contract/office.ts';

export const officeParts = ['reports', 'outcomes', 'staff'] as const;
export type OfficePart = (typeof officeParts)[number];

type OutcomesWork =
  | { readonly kind: 'idle' }
  | { readonly kind: 'settling' | 'looking' }
  /** Asked; how many of those asked about are still open. */
  | { readonly kind: 'looked'; readonly settled: number }
  | { readonly kind: 'failed'; readonly error: AppError };

export interface OfficeState extends ReportsSlice, StaffSlice {
  readonly isOpen: boolean;
  readonly part: OfficePart;
  readonly outcomes: readonly OpenOutcomeView[] | null;
  readonly outcomesWork: OutcomesWork;
  /** `may` as in `operators/read`: what the page begins with is what whoever is here may do. */
  open(may: readonly Permission[] | null): void;
  close(): void;
  show(part: OfficePart): void;
  settle(entry: number, as: 'printed' | 'not-printed' | 'done' | 'not-done'): Promise<void>;
  lookUp(): Promise<void>;
  /** Esc: one step back; the last one leaves the page. */
  stepBack(): void;
}

export type OfficeStore = StoreApi<OfficeState>;

const permissionOf = { reports: 'reports', outcomes: 'settle', staff: 'people' } as const satisfies Readonly<
  Record<OfficePart, Permission>
>;

/** The first part that whoever is here may use; null where the office is not theirs. Null `may`: no lock, everything. */
export function firstPartFor(may: readonly Permission[] | null): OfficePart | null {
  return may === null ? 'reports' : (officeParts.find((part) => may.includes(permissionOf[part])) ?? null);
}

/** What somebody left behind: gone when the page is closed. */
const nothingDone = {
  part: 'reports',
  ...nothingReported,
  outcomes: null,
  outcomesWork: { kind: 'idle' },
  staff: null,
  ...nobodyChosen,
} as const satisfies Partial<OfficeState>;

/** State of the office's page; `till` is the same bridge as the desk's. A PIN passes through and is never here. */
export function createOfficeStore(till: Bridge): OfficeStore {
  const store = createStore<OfficeState>()((set, get) => {
    async function work(
      kind: 'settling' | 'looking',
      call: () => ReturnType<typeof readOutcomes>,
      after: (before: number, now: number) => OutcomesWork,
    ): Promise<void> {
      const { kind: now } = get().outcomesWork;
      if (now === 'settling' || now === 'looking') {
        return;
      }
      const before = get().outcomes?.length ?? 0;
      const mine: OutcomesWork = { kind };
      set({ outcomesWork: mine });
      const answer = await call();
      if (get().isOpen && get().outcomesWork === mine) {
        set(
          answer.ok
            ? { outcomes: answer.value.open, outcomesWork: after(before, answer.value.open.length) }
            : { outcomesWork: { kind: 'failed', error: answer.error } },
        );
      }
    }
    const readOutcomes = () => till.call('outcomes/read', {});
    const idle = (): OutcomesWork => ({ kind: 'idle' });

    return {
      isOpen: false,
      ...createReportsSlice(till, { set, get }),
      ...createStaffSlice(till, { set, get }),
      ...nothingDone,

      open(may) {
        const part = firstPartFor(may);
        if (part !== null) {
          set({ ...nothingDone, isOpen: true });
          get().show(part);
        }
      },

      close() {
        get().leaveCard();
        set({ ...nothingDone, isOpen: false });
      },

      show(part) {
        get().leaveClosing();
        get().showStaff({ kind: 'none' });
        set({ part });
        if (part === 'reports') {
          void get().readReport(null);
        } else if (part === 'staff') {
          void get().readStaff();
        } else {
          void work('settling', readOutcomes, idle);
        }
      },

      settle: (entry, as) => work('settling', () => till.call('outcomes/settle', { entry, as }), idle),
      lookUp: () =>
        work(
          'looking',
          () => till.call('outcomes/look-up', {}),
          (before, now) => ({ kind: 'looked', settled: Math.max(0, before - now) }),
        ),

      stepBack() {
        const { part, reportWork, staffPanel, close, leaveClosing, showStaff } = get();
        if (part === 'reports' && reportWork.kind === 'confirming') {
          leaveClosing();
        } else if (part === 'staff' && staffPanel.kind === 'removing') {
          showStaff({ kind: 'member', name: staffPanel.name });
        } else if (part === 'staff' && staffPanel.kind !== 'none') {
          showStaff({ kind: 'none' });
        } else {
          close();
        }
      },
    };
  });
  till.on('staff/card-read', ({ masked }) => {
    if (store.getState().staffCard.kind === 'awaited') {
      store.setState({ staffCard: masked === null ? { kind: 'unreadable' } : { kind: 'read', masked } });
    }
  });
  // Nobody finds on the screen what the one before had open here, and the next customer finds none of it at all.
  const leave = (): void => {
    if (store.getState().isOpen) {
      store.getState().close();
    }
  };
  till.on('customer/scan-received', leave);
  till.on('operators/changed', ({ watchman }) => {
    if (watchman.kind === 'locked') {
      leave();
    }
  });
  return store;
}
