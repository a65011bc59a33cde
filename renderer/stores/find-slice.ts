import { type CardIssuer, type FindKind, Phone, WalletIdentifier } from '../../shared/domain/identifier.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { DeskDeps, DeskSlice, DeskState } from './desk-state.ts';
import { type FindEntry, noFlows } from './flows.ts';

export interface FindSlice {
  writeFind(text: string): void;
  chooseFindKind(kind: FindKind): void;
  chooseFindIssuer(issuer: CardIssuer): void;
  clearFind(): void;
  /** Looks for what is typed; a form that its kind does not have is said so before anything is sent. */
  submitFind(): Promise<void>;
}

/** Nothing is broken: the service knows nobody by that number, or wants it written otherwise. */
export function isCalm(error: AppError): boolean {
  return error.code === 'wallet.not-found' || error.code === 'api.not-found' || error.kind === 'input';
}

/** Whether finding by typing stands on the screen: signs typed anywhere are for its field then. */
export function offersFind({ customer, panel }: DeskState): boolean {
  switch (customer.kind) {
    case 'waiting':
      return !customer.makingRoom;
    case 'rejected':
      return true;
    case 'failed':
      return panel === 'find' || isCalm(customer.error);
    default:
      return panel === 'find';
  }
}

/** People write phones and numbers with spaces, dashes, `+` and `00`; none of these belongs to the number. */
function digitsOf(text: string): string {
  return text.replace(/[\s()-]/g, '');
}

function candidateOf(entry: Pick<FindEntry, 'kind' | 'text' | 'issuer'>): unknown {
  const text = entry.text.trim();
  switch (entry.kind) {
    case 'phone':
      return { kind: 'phone', phone: digitsOf(text).replace(/^(\+|00)/, '') };
    case 'email':
      return { kind: 'email', email: text };
    case 'card':
      return { kind: 'card', issuer: entry.issuer, number: digitsOf(text) };
    case 'barcode':
      return { kind: 'barcode', barcode: text };
    case 'wallet':
      return { kind: 'wallet', walletId: /^[0-9]{1,15}$/.test(text) ? Number(text) : Number.NaN };
  }
}

/** The identifier that is typed, or why it is none. Sources of the forms: `shared/domain/identifier.ts`. */
export function readFind(
  entry: Pick<FindEntry, 'kind' | 'text' | 'issuer'>,
): { readonly identifier: WalletIdentifier } | { readonly problem: NonNullable<FindEntry['problem']> } {
  const parsed = WalletIdentifier.safeParse(candidateOf(entry));
  if (parsed.success) {
    return { identifier: parsed.data };
  }
  const digits = digitsOf(entry.text.trim());
  const isLocal = entry.kind === 'phone' && /^86[0-9]{7}$/.test(digits) && !Phone.safeParse(digits).success;
  return { problem: isLocal ? 'phone-local' : 'malformed' };
}

/** What a text most likely is while the cashier has not said: an address by its sign, a phone by its country code. */
export function guessFindKind(text: string, current: FindKind): FindKind {
  const trimmed = text.trim();
  if (trimmed.includes('@')) {
    return 'email';
  }
  if (/^(\+|00)/.test(trimmed)) {
    return 'phone';
  }
  return current === 'email' && /^[0-9]/.test(trimmed) ? 'phone' : current;
}

export const createFindSlice =
  (deps: DeskDeps): DeskSlice<FindSlice> =>
  (set, get) => {
    const change = (entry: Partial<FindEntry>) =>
      set((state) => ({ find: { ...state.find, problem: null, error: null, ...entry } }));

    return {
      writeFind: (text) => change({ text: text.slice(0, 254), kind: guessFindKind(text, get().find.kind) }),
      chooseFindKind: (kind) => change({ kind }),
      chooseFindIssuer: (issuer) => change({ issuer }),
      clearFind: () => change({ ...noFlows.find, kind: get().find.kind }),

      async submitFind() {
        const { find } = get();
        if (find.sending || find.text.trim() === '') {
          return;
        }
        const read = readFind(find);
        if ('problem' in read) {
          change({ problem: read.problem });
          return;
        }
        change({ sending: true });
        const answer = await deps.till.call('customer/identify', { identifier: read.identifier });
        // What comes of it arrives as events; the ticket's event has emptied the field already.
        if (!answer.ok) {
          change({ sending: false, error: answer.error });
        }
      },
    };
  };
