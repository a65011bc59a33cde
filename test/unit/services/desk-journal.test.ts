import { expect, it } from 'vitest';
import type { Happening, Outcome } from '../../../electron/journal/entry.ts';
import { createDeskJournal } from '../../../electron/services/desk-journal.ts';
import { SessionId, WalletId } from '../../../shared/domain/ids.ts';

it('keeps that somebody’s data were shown, by a keyed hash of whose, and none of the data', () => {
  const noted: { readonly happening: Happening; readonly outcome: Outcome | null }[] = [];
  const journal = {
    note: (happening: Happening, outcome: Outcome | null) => noted.push({ happening, outcome }),
    walletKeyOf: (walletId: number) => `hash of ${String(walletId).length} digits`,
  };
  const actor = { read: () => ({ operator: 'op-1', approver: null, device: 'typed' }) };
  const desk = createDeskJournal({ journal, actor, api: {} } as never);
  const event = { kind: 'revealed', session: SessionId.parse('s'), walletId: WalletId.parse(14471), at: 5 } as const;
  desk.noticeReveal({ ...event, subject: 'customer' });
  desk.noticeReveal({ ...event, subject: 'payment' });
  expect(noted).toMatchObject([
    {
      happening: { operation: 'data.reveal-customer', operator: 'op-1', wallet: 'hash of 5 digits' },
      outcome: { outcome: 'done' },
    },
    { happening: { operation: 'data.reveal-payment' } },
  ]);
  expect(JSON.stringify(noted)).not.toContain('14471');
});
