import type { FavouriteRow, ReservationRow } from './account-flows.ts';
import { firstId, listOf, opensByReading, withFailedPage, withPage } from './account-list.ts';
import type { DeskDeps, DeskSlice, DeskState } from './desk-state.ts';

export interface ListsSlice {
  openReservations(): Promise<void>;
  readReservationsAgain(): Promise<void>;
  selectReservation(id: number): void;
  openFavourites(): Promise<void>;
  readFavouritesAgain(): Promise<void>;
  readMoreFavourites(): Promise<void>;
  selectFavourite(walletId: number): void;
}

export function selectedReservation({ reservations }: DeskState): ReservationRow | null {
  const { list, selected } = reservations;
  return list.kind === 'read' ? (list.rows.find(({ id }) => id === selected) ?? null) : null;
}

export function selectedFavourite({ favourites }: DeskState): FavouriteRow | null {
  const { list, selected } = favourites;
  return list.kind === 'read' ? (list.rows.find(({ walletId }) => walletId === selected) ?? null) : null;
}

const favouriteId = ({ walletId }: FavouriteRow): number => walletId;

/** Lists of which nothing can be changed. */
export const createListsSlice =
  (deps: DeskDeps): DeskSlice<ListsSlice> =>
  (set, get) => {
    const session = () => {
      const { customer } = get();
      return customer.kind === 'identified' ? customer.session : null;
    };

    async function readReservations(): Promise<void> {
      const asked = session();
      if (asked === null) {
        return;
      }
      const loading = { kind: 'loading' } as const;
      set({ reservations: { list: loading, selected: null } });
      const answer = await deps.till.call('account/read-reservations', { session: asked });
      if (get().reservations.list === loading) {
        const list = listOf(answer);
        set({ reservations: { list, selected: firstId(list, ({ id }) => id) } });
      }
    }

    async function readFavourites(): Promise<void> {
      const asked = session();
      if (asked === null) {
        return;
      }
      const loading = { kind: 'loading' } as const;
      set({ favourites: { list: loading, selected: null } });
      const answer = await deps.till.call('account/read-favourites', { session: asked, offset: 0 });
      if (get().favourites.list === loading) {
        const list = listOf(answer);
        set({ favourites: { list, selected: firstId(list, favouriteId) } });
      }
    }

    return {
      async openReservations() {
        get().openPanel('reservations');
        if (opensByReading(get(), 'reservations')) {
          await readReservations();
        }
      },
      readReservationsAgain: readReservations,
      selectReservation(id) {
        if (get().reservations.selected !== id) {
          set((state) => ({ reservations: { ...state.reservations, selected: id } }));
          get().hideRevealed();
        }
      },

      async openFavourites() {
        get().openPanel('favourites');
        if (opensByReading(get(), 'favourites')) {
          await readFavourites();
        }
      },
      readFavouritesAgain: readFavourites,

      async readMoreFavourites() {
        const asked = session();
        const { list } = get().favourites;
        if (asked === null || list.kind !== 'read' || list.next === null || list.more.kind === 'loading') {
          return;
        }
        const loading = { ...list, more: { kind: 'loading' } } as const;
        set((state) => ({ favourites: { ...state.favourites, list: loading } }));
        const answer = await deps.till.call('account/read-favourites', { session: asked, offset: list.next });
        if (get().favourites.list === loading) {
          const next = answer.ok ? withPage(loading, answer.value, favouriteId) : withFailedPage(loading, answer.error);
          set((state) => ({ favourites: { ...state.favourites, list: next } }));
        }
      },

      selectFavourite(walletId) {
        if (get().favourites.selected !== walletId) {
          set((state) => ({ favourites: { ...state.favourites, selected: walletId } }));
          get().hideRevealed();
        }
      },
    };
  };
