import { createSeededRandom, type SeededRandom } from './random.ts';
import { momentOf, type StatementPattern, type StatementRecord } from './records.ts';
import type { Relation, WorldState } from './state.ts';
import { createWalletBook, type WalletBook } from './wallet-book.ts';

/** A statement whose time is settled. */
export type DatedStatement = StatementRecord & { readonly at: number };

/** The simulated world: its state, and what is derived from it. */
export interface World {
  readonly state: WorldState;
  readonly book: WalletBook;
  readonly random: SeededRandom;
  /** Unix seconds, with the clock as it was moved by hand; a skewed clock (a fault) is not in it. */
  readonly nowSeconds: () => number;
  /** An account's statements, newest first, of one second the latest id first. */
  statementsOf(accountNumber: string): readonly DatedStatement[];
  /** Adds to an account's history, under the next id. */
  addStatement(accountNumber: string, statement: Omit<StatementRecord, 'id'>): StatementRecord;
  /** Keeps the relation and "sends" its code. */
  sendCode(relation: Relation): void;
}

interface WorldOptions {
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly onCodeSent: (relation: Relation) => void;
}

/** Brings a state to life. Throws where two wallets claim one thing. */
export function createWorld(state: WorldState, { clock, onCodeSent }: WorldOptions): World {
  const book = createWalletBook(state.data);
  const accounts = new Map(
    state.data.users.flatMap((user) => user.accounts.map((account) => [account.number, account])),
  );
  const sorted = new Map<string, readonly DatedStatement[]>();
  const random = createSeededRandom(
    () => state.randomCounter,
    (counter) => {
      state.randomCounter = counter;
    },
  );

  function accountOf(accountNumber: string) {
    const account = accounts.get(accountNumber);
    if (account === undefined) throw new Error('no such account');
    return account;
  }

  function statementsOf(accountNumber: string): readonly DatedStatement[] {
    const known = sorted.get(accountNumber);
    if (known !== undefined) return known;
    const { statements, generatedStatements } = accountOf(accountNumber);
    const generated = generatedStatements === undefined ? [] : makeStatements(generatedStatements, state.bornAt);
    const dated = [...statements, ...generated].map((record) => ({ ...record, at: momentOf(record, state.bornAt) }));
    dated.sort((left, right) => right.at - left.at || right.id - left.id);
    sorted.set(accountNumber, dated);
    return dated;
  }

  return {
    state,
    book,
    random,
    nowSeconds: () => Math.floor(clock() / 1000) + state.clockOffsetSeconds,
    statementsOf,
    addStatement(accountNumber, statement) {
      const { statements } = accountOf(accountNumber);
      const latest = statementsOf(accountNumber).reduce((highest, { id }) => Math.max(highest, id), 100_000);
      const record = { ...statement, id: latest + 1 };
      statements.push(record);
      sorted.delete(accountNumber);
      return record;
    },
    sendCode(relation) {
      state.relations.push(relation);
      onCodeSent(relation);
    },
  };
}

const firstGeneratedId = 1_000_000;

/** Small amounts in both directions, the same every time: a history to page through, not an account that adds up. */
interface StatementPlan {
  readonly count: number;
  readonly everySeconds: number;
  readonly like?: readonly StatementPattern[] | undefined;
}

function makeStatements(plan: StatementPlan, bornAt: number): StatementRecord[] {
  return Array.from({ length: plan.count }, (_, index) => ({
    id: firstGeneratedId + plan.count - index,
    amount: 100 + ((index * 7919) % 9_900),
    date: bornAt - (index + 1) * plan.everySeconds,
    ...(plan.like?.[index % plan.like.length] ?? {
      currency: 'EUR',
      direction: index % 3 === 0 ? 'in' : 'out',
      details: `Sample ${plan.count - index}`,
      type: 'transfer',
    }),
    transferId: 2_000_000 + plan.count - index,
  }));
}
