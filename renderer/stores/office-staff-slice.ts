import type { Bridge } from '../../shared/contract/live.ts';
import type { StaffMember } from '../../shared/contract/office.ts';
import type { RoleName } from '../../shared/domain/roles.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { Result } from '../../shared/errors/result.ts';
import type { OfficeState } from './office-store.ts';

export type { StaffMember } from '../../shared/contract/office.ts';

type StaffPanelState =
  | { readonly kind: 'none' | 'add' }
  | { readonly kind: 'member' | 'removing'; readonly name: string };

/** The card that chooses an operator. Its number stays in main; here is what is left of it behind a mask. */
type StaffCard =
  | { readonly kind: 'none' | 'awaited' | 'unreadable' }
  | { readonly kind: 'read'; readonly masked: string };

type StaffChangeKind = 'added' | 'role' | 'pin' | 'card' | 'disabled' | 'enabled' | 'removed';

export type StaffWork =
  | { readonly kind: 'idle' | 'working' }
  | { readonly kind: 'done'; readonly what: StaffChangeKind; readonly name: string }
  | { readonly kind: 'failed'; readonly error: AppError };

interface NewMember {
  readonly name: string;
  readonly role: RoleName;
  /** Passes through and is never kept. */
  readonly pin: string;
}

export interface StaffSlice {
  /** Null until main has said who works here. */
  readonly staff: readonly StaffMember[] | null;
  readonly staffPanel: StaffPanelState;
  readonly staffCard: StaffCard;
  readonly staffWork: StaffWork;
  readStaff(): Promise<void>;
  showStaff(panel: StaffPanelState): void;
  awaitCard(): Promise<void>;
  leaveCard(): void;
  addMember(member: NewMember): Promise<void>;
  changeRole(role: RoleName): Promise<void>;
  changePin(pin: string): Promise<void>;
  changeCard(to: 'read' | 'none'): Promise<void>;
  setDisabled(isDisabled: boolean): Promise<void>;
  removeMember(): Promise<void>;
}

export const nobodyChosen = {
  staffPanel: { kind: 'none' },
  staffCard: { kind: 'none' },
  staffWork: { kind: 'idle' },
} as const;

/** A PIN is typed twice, because nobody sees it. What makes it too simple is main's to say. */
export function pinsDiffer(pin: string, again: string): boolean {
  return pin !== again;
}

interface Access {
  readonly set: (part: Partial<OfficeState>) => void;
  readonly get: () => OfficeState;
}

/** Looks after the list of operators. */
export function createStaffSlice(till: Bridge, { set, get }: Access): StaffSlice {
  /** Does one thing at a time; answers with the list as it is afterwards. */
  async function work(
    call: () => Promise<Result<{ staff: readonly StaffMember[] }>>,
    what: StaffChangeKind,
    name: string,
    panelAfter: StaffPanelState,
  ): Promise<void> {
    if (get().staffWork.kind === 'working') {
      return;
    }
    const mine: StaffWork = { kind: 'working' };
    set({ staffWork: mine });
    const answer = await call();
    if (!get().isOpen || get().staffWork !== mine) {
      return;
    }
    if (answer.ok) {
      get().leaveCard();
      set({ staff: answer.value.staff, staffPanel: panelAfter, staffWork: { kind: 'done', what, name } });
    } else {
      set({ staffWork: { kind: 'failed', error: answer.error } });
    }
  }

  const chosen = (): string | null => {
    const { staffPanel } = get();
    return staffPanel.kind === 'member' || staffPanel.kind === 'removing' ? staffPanel.name : null;
  };

  async function change(
    what: StaffChangeKind,
    wanted: { role?: RoleName; pin?: string; card?: 'read' | 'none'; isDisabled?: boolean },
  ): Promise<void> {
    const name = chosen();
    if (name !== null) {
      await work(() => till.call('staff/change', { name, ...wanted }), what, name, { kind: 'member', name });
    }
  }

  return {
    staff: null,
    ...nobodyChosen,

    async readStaff() {
      const answer = await till.call('staff/read', {});
      if (get().isOpen) {
        set(
          answer.ok
            ? { staff: answer.value.staff, staffWork: { kind: 'idle' } }
            : { staffWork: { kind: 'failed', error: answer.error } },
        );
      }
    },

    showStaff(panel) {
      get().leaveCard();
      set({ staffPanel: panel, staffWork: { kind: 'idle' } });
    },

    async awaitCard() {
      const awaited: StaffCard = { kind: 'awaited' };
      set({ staffCard: awaited });
      const answer = await till.call('staff/await-card', {});
      const isMine = get().staffCard === awaited;
      // Refused, or left while a supervisor was asked: a card that is held to the reader now is a customer's.
      if (!answer.ok && isMine) {
        set({ staffCard: { kind: 'none' }, staffWork: { kind: 'failed', error: answer.error } });
      } else if (answer.ok && get().staffCard.kind === 'none') {
        void till.call('staff/stop-awaiting-card', {});
      }
    },

    leaveCard() {
      if (get().staffCard.kind !== 'none') {
        set({ staffCard: { kind: 'none' } });
        void till.call('staff/stop-awaiting-card', {});
      }
    },

    async addMember({ name, role, pin }) {
      const card = get().staffCard.kind === 'read' ? 'read' : 'none';
      await work(() => till.call('staff/add', { name, role, pin, card }), 'added', name, { kind: 'none' });
    },

    changeRole: (role) => change('role', { role }),
    changePin: (pin) => change('pin', { pin }),
    changeCard: (card) => change('card', { card }),
    setDisabled: (isDisabled) => change(isDisabled ? 'disabled' : 'enabled', { isDisabled }),

    async removeMember() {
      const name = chosen();
      if (name !== null) {
        await work(() => till.call('staff/remove', { name }), 'removed', name, { kind: 'none' });
      }
    },
  };
}
