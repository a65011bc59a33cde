import type { StatementRow } from '../../renderer/stores/account-flows.ts';

export const rowCount = 10_000;
/** Pixels: the till's own, so that both lists are equally long. */
export const rowHeightPx = 56;

const hourMs = 3_600_000;
const newestMs = Date.UTC(2026, 2, 14, 10, 4);

/** Made-up statements, newest first. */
export const rows: readonly StatementRow[] = Array.from({ length: rowCount }, (_, index) => ({
  id: rowCount - index,
  direction: index % 3 === 0 ? 'in' : 'out',
  amount: `${1 + (index % 250)}.${String(index % 100).padStart(2, '0')}`,
  currency: 'EUR',
  type: 'transfer',
  details: `Sodų g. ${1 + (index % 90)}`,
  party: { name: `UAB „Ž••• ${index % 40}“`, account: null },
  reference: null,
  transferId: 40_000 + index,
  at: newestMs - index * hourMs,
}));
