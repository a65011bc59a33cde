import type { DatabaseSync } from 'node:sqlite';
import type { RoleName } from '../../shared/domain/roles.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { inTransaction } from '../database/open-database.ts';
import { leftOf, type Steady, waitAfterWrong } from './waiting.ts';

/** An operator as stored. */
export interface Row {
  readonly id: number;
  readonly name: string;
  readonly role: RoleName;
  readonly salt: Uint8Array;
  readonly pin: Uint8Array;
  readonly card_key: string | null;
  readonly is_disabled: 0 | 1;
  readonly wrong: number;
  readonly wait_ms: number;
  readonly wait_boot: string;
  readonly wait_at_ms: number;
}

export function findOperator(database: DatabaseSync, name: string): Row | null {
  return (database.prepare('SELECT * FROM operator WHERE name = ?').get(name) as unknown as Row) ?? null;
}

export function isCardTaken(database: DatabaseSync, cardKey: string | null, id: number | null): boolean {
  const row = database.prepare('SELECT id FROM operator WHERE card_key = ?').get(cardKey);
  return cardKey !== null && row !== undefined && row.id !== id;
}

export function countActive(database: DatabaseSync): { readonly all: number; readonly supervisors: number } {
  const row = database
    .prepare(`SELECT count(*) AS n, count(*) FILTER (WHERE role = 'supervisor') AS supervisors
              FROM operator WHERE is_disabled = 0`)
    .get();
  return { all: Number(row?.n ?? 0), supervisors: Number(row?.supervisors ?? 0) };
}

/** What is left of a wait after wrong PINs, milliseconds. */
export const waitOf = ({ wait_ms, wait_boot, wait_at_ms }: Row, now: Steady): number =>
  leftOf({ leftMs: wait_ms, since: { boot: wait_boot, ms: wait_at_ms } }, now);

/** As if it were wrong, on the disk, before it is looked at; a right one takes it back. */
export function countTry(database: DatabaseSync, name: string, now: Steady): Result<{ row: Row; wrong: number }> {
  return inTransaction(database, (): Result<{ row: Row; wrong: number }> => {
    const row = findOperator(database, name);
    if (row === null || row.is_disabled === 1) {
      return err(appError('operator.unknown'));
    }
    const leftMs = waitOf(row, now);
    const wrong = leftMs > 0 ? row.wrong : row.wrong + 1;
    database
      .prepare('UPDATE operator SET wrong = ?, wait_ms = ?, wait_boot = ?, wait_at_ms = ? WHERE id = ?')
      .run(wrong, leftMs > 0 ? leftMs : waitAfterWrong(wrong), now.boot, now.ms, row.id);
    return leftMs > 0 ? err(appError('operator.wait', { waitMs: leftMs, ours: true })) : ok({ row, wrong });
  });
}
