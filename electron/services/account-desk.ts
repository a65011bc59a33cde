import type {
  Favourite,
  OtherParty,
  PendingPayment,
  ReservationStatement,
  Statement,
  StatementFilter,
} from '../../shared/domain/account-records.ts';
import type { SessionId, WalletId } from '../../shared/domain/ids.ts';
import type { Locale } from '../../shared/domain/locale.ts';
import type { Wallet } from '../../shared/domain/wallet.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import type { MutationEndpoint, ParametersOf } from '../wallet-api/endpoint.ts';
import { acceptPendingPayment } from '../wallet-api/endpoints/accept-pending-payment.ts';
import { cancelPendingPayment } from '../wallet-api/endpoints/cancel-pending-payment.ts';
import { deleteDescription } from '../wallet-api/endpoints/delete-description.ts';
import { mostRowsPerPage } from '../wallet-api/endpoints/page.ts';
import { readFavourites } from '../wallet-api/endpoints/read-favourites.ts';
import { readPendingPayments } from '../wallet-api/endpoints/read-pending-payments.ts';
import { readStatements } from '../wallet-api/endpoints/read-statements.ts';
import { searchWallets } from '../wallet-api/endpoints/search-wallets.ts';
import { setDescription } from '../wallet-api/endpoints/set-description.ts';
import type { CallOptions, WalletApi } from '../wallet-api/wallet-api.ts';
import { readReservations, serverSeconds } from './account-lists.ts';
import type { ServedCustomer } from './desk.ts';
import type { ReceiptPrinting } from './print-receipt.ts';
import { createServedRows, type RowKind, type ServedRows } from './served-rows.ts';
import { type MutationOutcome, performMutation, settleMutation } from './settle-mutation.ts';
import { statementSlip } from './statement-slip.ts';

export interface ListPage<R> {
  readonly rows: readonly R[];
  readonly total: number;
  /** Offset of the next page; null after the last one. */
  readonly next: number | null;
}

/** Whose data were shown in clear. */
export type Subject = { readonly kind: 'customer' } | { readonly kind: RowKind; readonly id: number };

/** Told to whoever keeps a record: that somebody's data were shown, and never which data. */
export interface Revealed {
  readonly kind: 'revealed';
  readonly session: SessionId;
  readonly walletId: WalletId;
  readonly subject: Subject['kind'];
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface PersonalData {
  readonly name: string | null;
  readonly account: string | null;
  readonly ibans: readonly string[];
  readonly phone: string | null;
  readonly email: string | null;
  readonly code: string | null;
}

export interface FoundWallet {
  readonly by: 'email' | 'phone';
  readonly index: number;
  readonly wallet: Wallet;
}

export type DescriptionChange = { readonly outcome: MutationOutcome<Wallet>; readonly description: string | null };

export interface AccountDeskOptions {
  readonly api: WalletApi;
  /** Who is served in a session; null once they have gone. */
  readonly servedIn: (session: SessionId) => ServedCustomer | null;
  readonly slips: Pick<ReceiptPrinting, 'printSlip'>;
  readonly clock: () => number;
  /** A port for a journal: called before the data leave. */
  readonly onRevealed: (event: Revealed) => void;
  /** A change's answer is lost and it is being looked up. */
  readonly onSettling: (session: SessionId) => void;
  readonly callTimeoutMs?: number;
}

type StatementQuery = Required<Pick<StatementFilter, 'from'>> & Omit<StatementFilter, 'from'>;

/**
 * What the desk reads and changes of the account of whoever is served. Every answer for somebody who has gone meanwhile
 * is `session.closed`. Errors besides: those of the operation, `api.*`.
 */
export interface AccountDesk {
  /** `to`, in Unix seconds, is fixed by the first page, so that later ones fit it. */
  readStatements(
    session: SessionId,
    query: StatementQuery,
    offset: number,
  ): Promise<Result<ListPage<Statement> & { readonly to: number }>>;
  /** Errors: `api.not-found` for a row that this session was not told of, and those of printing. */
  printStatements(
    session: SessionId,
    choice: { readonly ids: readonly number[]; readonly locale: Locale; readonly width: number },
  ): Promise<Result<{ printedAt: number }>>;
  readReservations(session: SessionId): Promise<Result<ListPage<ReservationStatement>>>;
  readPayments(
    session: SessionId,
    direction: 'in' | 'out' | null,
    offset: number,
  ): Promise<Result<ListPage<PendingPayment>>>;
  cancelPayment(session: SessionId, paymentId: number): Promise<Result<MutationOutcome<PendingPayment>>>;
  acceptPayment(
    session: SessionId,
    paymentId: number,
    password: string,
  ): Promise<Result<MutationOutcome<PendingPayment>>>;
  /** Whether a payment is still pending: `not-settled` if so, else unknown. Changes nothing. */
  lookUpPayment(session: SessionId, paymentId: number): Promise<Result<MutationOutcome<PendingPayment>>>;
  readFavourites(session: SessionId, offset: number): Promise<Result<ListPage<Favourite>>>;
  /** Null clears it. */
  setDescription(session: SessionId, description: string | null): Promise<Result<DescriptionChange>>;
  lookUpDescription(session: SessionId, description: string | null): Promise<Result<DescriptionChange>>;
  /** Errors: `api.not-found` for a row that this session was not told of. */
  reveal(session: SessionId, subject: Subject): Result<PersonalData>;
  search(sought: {
    readonly emails: readonly string[];
    readonly phones: readonly string[];
  }): Promise<Result<readonly FoundWallet[]>>;
}

/** Reads and changes of the served customer's account; holds the rows that screens were told of, for as long as they stay. */
export function createAccountDesk(options: AccountDeskOptions): AccountDesk {
  const { api, servedIn, clock } = options;
  const timeoutMs = options.callTimeoutMs ?? 10_000;
  const served = createServedRows(servedIn);

  /** Asks on behalf of a session; whatever comes after its end is nobody's. */
  async function forSession<T>(
    session: SessionId,
    ask: (customer: ServedCustomer, call: CallOptions) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const customer = servedIn(session);
    if (customer === null) {
      return err(appError('session.closed'));
    }
    const answer = await ask(customer, { signal: customer.signal, timeoutMs });
    return servedIn(session) === null ? err(appError('session.closed')) : answer;
  }

  /** A change goes on when its customer has gone: it is asked to its end, and its answer is dropped above. */
  function change<E extends MutationEndpoint>(session: SessionId, endpoint: E, parameters: ParametersOf<E>) {
    return performMutation(api, endpoint, parameters, { timeoutMs, onLost: () => options.onSettling(session) });
  }

  return {
    readStatements: (session, query, offset) =>
      forSession(session, async ({ wallet }, call) => {
        const { currency, ...rest } = query;
        const to = query.to ?? serverSeconds(api, clock);
        const wanted = { ...rest, ...(currency?.length ? { currency: currency.slice() } : {}), to };
        const answer = await api.call(
          readStatements,
          { walletId: wallet.id, ...wanted, from: Math.min(query.from ?? 0, to), limit: mostRowsPerPage, offset },
          call,
        );
        if (!answer.ok) {
          return answer;
        }
        const rows = answer.value.statements;
        served.hold(session, 'statement', rows, ({ id }) => id);
        return ok({ ...pageOf(rows, answer.value._metadata.total, offset), to });
      }),

    printStatements: (session, { ids, locale, width }) =>
      forSession(session, async ({ wallet }) => {
        const rows = ids.flatMap((id) => served.find(session, 'statement', id) ?? []);
        if (rows.length < ids.length) {
          return err(appError('api.not-found'));
        }
        const slip = { rows, account: wallet.account?.number ?? null, locale };
        return options.slips.printSlip(
          { width, compose: (columns) => statementSlip(slip, columns) },
          () => servedIn(session) !== null,
        );
      }),

    readReservations: (session) =>
      forSession(session, async ({ wallet }, call) => {
        const answer = await readReservations(api, wallet.id, call);
        if (!answer.ok) {
          return answer;
        }
        const { rows, total } = answer.value;
        served.replace(session, 'reservation', rows);
        return ok({ rows, total, next: null });
      }),

    readPayments: (session, direction, offset) =>
      forSession(session, async ({ wallet }, call) => {
        const wanted = direction === null ? {} : { direction };
        const answer = await api.call(
          readPendingPayments,
          { walletId: wallet.id, ...wanted, limit: mostRowsPerPage, offset },
          call,
        );
        if (!answer.ok) {
          return answer;
        }
        const rows = answer.value.pending_payments;
        served.hold(session, 'payment', rows, ({ id }) => id);
        return ok(pageOf(rows, answer.value._metadata.total, offset));
      }),

    cancelPayment: (session, paymentId) =>
      forSession(session, ({ wallet }) => change(session, cancelPendingPayment, { walletId: wallet.id, paymentId })),

    acceptPayment: (session, paymentId, password) =>
      forSession(session, ({ wallet }) =>
        change(session, acceptPendingPayment, { walletId: wallet.id, paymentId, password }),
      ),

    lookUpPayment: (session, paymentId) =>
      forSession(session, async ({ wallet }) =>
        // The read is the same for either change: whether the payment is still there.
        ok(await settleMutation(api, cancelPendingPayment, { walletId: wallet.id, paymentId }, { timeoutMs })),
      ),

    readFavourites: (session, offset) =>
      forSession(session, async ({ wallet }, call) => {
        const answer = await api.call(readFavourites, { walletId: wallet.id, limit: mostRowsPerPage, offset }, call);
        if (!answer.ok) {
          return answer;
        }
        const rows = answer.value.favourites;
        served.hold(session, 'favourite', rows, ({ user_info }) => user_info.wallet_id);
        return ok(pageOf(rows, answer.value._metadata.total, offset));
      }),

    setDescription: (session, description) =>
      forSession(session, async ({ wallet }) => {
        const walletId = wallet.id;
        const outcome =
          description === null
            ? await change(session, deleteDescription, { walletId })
            : await change(session, setDescription, { walletId, description });
        return outcome.ok ? ok(described(outcome.value, description)) : outcome;
      }),

    lookUpDescription: (session, description) =>
      forSession(session, async ({ wallet }) => {
        const walletId = wallet.id;
        const outcome =
          description === null
            ? await settleMutation(api, deleteDescription, { walletId }, { timeoutMs })
            : await settleMutation(api, setDescription, { walletId, description }, { timeoutMs });
        return ok(described(outcome, description));
      }),

    reveal(session, subject) {
      const customer = servedIn(session);
      if (customer === null) {
        return err(appError('session.closed'));
      }
      const data = subject.kind === 'customer' ? dataOfWallet(customer.wallet) : dataOfRow(served, session, subject);
      if (data === null) {
        return err(appError('api.not-found'));
      }
      // Recorded first: what cannot be recorded is not shown.
      options.onRevealed({
        kind: 'revealed',
        session,
        walletId: customer.wallet.id,
        subject: subject.kind,
        at: clock(),
      });
      return ok(data);
    },

    async search({ emails, phones }) {
      const answer = await api.call(searchWallets, { email: emails.slice(), phone: phones.slice() }, { timeoutMs });
      return answer.ok ? ok(inOrderAsked(answer.value, { emails, phones })) : answer;
    },
  };
}

function pageOf<R>(rows: readonly R[], total: number, offset: number): ListPage<R> {
  const end = offset + rows.length;
  return { rows, total, next: rows.length === 0 || end >= total ? null : end };
}

/** The API's own word for it where it answered; else the text that reading proved. */
function described(outcome: MutationOutcome<Wallet>, wanted: string | null): DescriptionChange {
  const description = outcome.kind === 'done' ? (outcome.value.account?.description ?? wanted) : null;
  return { outcome, description: outcome.kind === 'done' && wanted === null ? null : description };
}

function dataOfWallet({ account }: Wallet): PersonalData {
  return {
    ...nothing,
    name: account?.owner_title ?? account?.owner_display_name ?? null,
    account: account?.number ?? null,
    ibans: account?.ibans ?? [],
  };
}

const nothing: PersonalData = { name: null, account: null, ibans: [], phone: null, email: null, code: null };

function dataOfRow(
  served: ServedRows,
  session: SessionId,
  subject: Extract<Subject, { id: number }>,
): PersonalData | null {
  if (subject.kind === 'favourite') {
    const info = served.find(session, 'favourite', subject.id)?.user_info;
    return info === undefined ? null : dataOfParty(info);
  }
  const row = served.find(session, subject.kind, subject.id);
  return row === undefined ? null : dataOfParty(row.other_party ?? {});
}

function dataOfParty(party: OtherParty): PersonalData {
  return {
    name: party.display_name ?? null,
    account: party.account_number ?? null,
    ibans: [],
    phone: party.phone ?? null,
    email: party.email ?? null,
    code: party.code ?? null,
  };
}

/** The answer is keyed by what was asked for; e-mails are compared as their owners would. */
function inOrderAsked(
  found: Readonly<Record<string, Wallet>>,
  { emails, phones }: { readonly emails: readonly string[]; readonly phones: readonly string[] },
): readonly FoundWallet[] {
  const byKey = new Map(Object.entries(found).map(([key, wallet]) => [key.toLowerCase(), wallet]));
  const listed = (by: 'email' | 'phone', sought: readonly string[]) =>
    sought.flatMap((text, index) => {
      const wallet = byKey.get(text.toLowerCase());
      return wallet === undefined ? [] : [{ by, index, wallet }];
    });
  return [...listed('email', emails), ...listed('phone', phones)];
}
