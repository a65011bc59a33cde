import type { CardIssuer, IdentifierKind, WalletIdentifier } from '../../shared/domain/identifier.ts';
import { readIdentifier } from '../../shared/domain/read-identifier.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { Result } from '../../shared/errors/result.ts';
import type { DeskDeps, DeskSlice, DeskState } from './desk-state.ts';
import { type FindEntry, noFlows } from './flows.ts';

export interface FindSlice {
  writeFind(text: string): void;
  chooseFindKind(kind: IdentifierKind): void;
  chooseFindIssuer(issuer: CardIssuer): void;
  /** Country of a person's or a company's code. */
  writeFindCountry(text: string): void;
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
  if (panel === 'more' || panel === 'several') {
    return false;
  }
  switch (customer.kind) {
    case 'waiting':
    case 'rejected':
      return true;
    case 'failed':
      return panel === 'find' || isCalm(customer.error);
    default:
      return panel === 'find';
  }
}

/** The same reading as on the command line: what is certain is corrected, the rest refused by its rule. */
function readTyped({ kind, text, issuer, country }: Typed): Result<WalletIdentifier> {
  switch (kind) {
    case 'card':
      return readIdentifier(kind, `${issuer}:${text}`);
    case 'person-code':
    case 'company-code':
      return readIdentifier(kind, `${country}:${text}`);
    default:
      return readIdentifier(kind, text);
  }
}

type Typed = Pick<FindEntry, 'kind' | 'text' | 'issuer' | 'country'>;

/** Whether a country belongs to this kind of identifier. */
export function hasCountry(kind: IdentifierKind): boolean {
  return kind === 'person-code' || kind === 'company-code';
}

/** The identifier that is typed, or why it is none. Sources of the forms: `shared/domain/identifier.ts`. */
export function readFind(
  entry: Typed,
): { readonly identifier: WalletIdentifier } | { readonly problem: NonNullable<FindEntry['problem']> } {
  const read = readTyped(entry);
  if (read.ok) {
    return { identifier: read.value };
  }
  return { problem: String(read.error.details?.rule) };
}

/** What a text most likely is while the cashier has not said: an address by its sign, a phone by its country code. */
export function guessFindKind(text: string, current: IdentifierKind): IdentifierKind {
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
      writeFindCountry: (text) =>
        change({
          country: text
            .replace(/[^A-Za-z]/g, '')
            .slice(0, 2)
            .toLowerCase(),
        }),
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
