import { mostSought } from '../../shared/contract/account.ts';
import { readEmail } from '../../shared/domain/identifier.ts';
import type { WalletId } from '../../shared/domain/ids.ts';
import { readPhone } from '../../shared/domain/phone.ts';
import type { Several, SeveralResult } from './account-flows.ts';
import type { DeskDeps, DeskSlice } from './desk-state.ts';

/** Addresses that one search takes. */
export const mostSeveral = mostSought;

export interface SeveralSlice {
  writeSeveral(text: string): void;
  /** Searches for every line at once; the first line that is neither e-mail nor phone is named before anything is sent. */
  searchSeveral(): Promise<void>;
  /** Serves one of those found. */
  serveFound(walletId: WalletId): Promise<void>;
}

interface Sought {
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

/** E-mails and phones, one on a line or apart by commas and semicolons; what has an @ is an e-mail. */
export function readSeveral(text: string): Sought | { readonly problem: NonNullable<Several['problem']> } {
  const emails = new Set<string>();
  const phones = new Set<string>();
  for (const [index, line] of text.split('\n').entries()) {
    for (const part of line.split(/[,;]/).map((piece) => piece.trim())) {
      if (part === '') {
        continue;
      }
      const isEmail = part.includes('@');
      const read = isEmail ? readEmail(part) : readPhone(part);
      if (!read.ok) {
        return { problem: { line: index + 1, rule: String(read.error.details?.rule) } };
      }
      (isEmail ? emails : phones).add(read.value);
    }
  }
  return emails.size + phones.size > mostSeveral
    ? { problem: 'too-many' }
    : { emails: [...emails], phones: [...phones] };
}

export const createSeveralSlice =
  (deps: DeskDeps): DeskSlice<SeveralSlice> =>
  (set, get) => {
    const change = (part: Partial<Several>) => set((state) => ({ several: { ...state.several, ...part } }));

    return {
      writeSeveral: (text) => change({ text: text.slice(0, 8_000), problem: null, result: { kind: 'none' } }),

      async searchSeveral() {
        const { several } = get();
        const sought = readSeveral(several.text);
        if ('problem' in sought) {
          change({ problem: sought.problem });
          return;
        }
        const { emails, phones } = sought;
        if (several.result.kind === 'searching' || emails.length + phones.length === 0) {
          return;
        }
        const searching: SeveralResult = { kind: 'searching' };
        change({ problem: null, result: searching });
        const answer = await deps.till.call('account/search', { emails: emails.slice(), phones: phones.slice() });
        // Written anew, or another customer came: these people were asked for by nobody who is here.
        if (get().several.result === searching) {
          change({
            result: answer.ok
              ? { kind: 'found', people: answer.value.found, emails, phones }
              : { kind: 'failed', error: answer.error },
          });
        }
      },

      async serveFound(walletId) {
        const { several } = get();
        const answer = await deps.till.call('customer/identify', { identifier: { kind: 'wallet', walletId } });
        // The ticket's event has emptied everything by now, unless main could not even begin.
        if (!answer.ok && get().several === several) {
          change({ result: { kind: 'failed', error: answer.error } });
        }
      },
    };
  };
