import type {
  Favourite,
  PendingPayment,
  ReservationStatement,
  Statement,
} from '../../shared/domain/account-records.ts';
import type { SessionId } from '../../shared/domain/ids.ts';
import type { ServedCustomer } from './desk.ts';

/** What screens are told of a list is masked; the rows themselves stay here while their customer does. */
export interface RowsByKind {
  readonly statement: Statement;
  readonly reservation: ReservationStatement;
  readonly payment: PendingPayment;
  readonly favourite: Favourite;
}
export type RowKind = keyof RowsByKind;

export interface ServedRows {
  /** Adds rows of one kind; an earlier one of the same number is replaced. */
  hold<K extends RowKind>(
    session: SessionId,
    kind: K,
    rows: readonly RowsByKind[K][],
    idOf: (row: RowsByKind[K]) => number,
  ): void;
  /** Takes the place of all rows of a kind that has no numbers: the place in the list is one. */
  replace<K extends RowKind>(session: SessionId, kind: K, rows: readonly RowsByKind[K][]): void;
  find<K extends RowKind>(session: SessionId, kind: K, id: number): RowsByKind[K] | undefined;
}

type Shelves = { readonly [K in RowKind]: Map<number, RowsByKind[K]> };

const emptyShelves = (): Shelves => ({
  statement: new Map(),
  reservation: new Map(),
  payment: new Map(),
  favourite: new Map(),
});

/** Keeps the rows of one session: they are let go when its customer goes, and another session's are never found. */
export function createServedRows(servedIn: (session: SessionId) => ServedCustomer | null): ServedRows {
  let held: { readonly session: SessionId; readonly shelves: Shelves } | null = null;

  function shelvesOf(session: SessionId): Shelves | null {
    const customer = servedIn(session);
    if (customer === null) {
      return null;
    }
    if (held?.session !== session) {
      const mine = { session, shelves: emptyShelves() };
      held = mine;
      const letGo = () => {
        if (held === mine) {
          held = null;
        }
      };
      customer.signal.addEventListener('abort', letGo, { once: true });
    }
    return held.shelves;
  }

  function put<K extends RowKind>(shelf: Map<number, RowsByKind[K]>, row: RowsByKind[K], id: number): void {
    shelf.set(id, row);
  }

  return {
    hold(session, kind, rows, idOf) {
      const shelf = shelvesOf(session)?.[kind];
      for (const row of shelf === undefined ? [] : rows) {
        put(shelf as never, row, idOf(row));
      }
    },
    replace(session, kind, rows) {
      const shelf = shelvesOf(session)?.[kind];
      shelf?.clear();
      rows.forEach((row, place) => {
        put(shelf as never, row, place);
      });
    },
    find: (session, kind, id) => shelvesOf(session)?.[kind].get(id) as never,
  };
}
