import { gateByOperator } from '../../../electron/ipc/gate-by-operator.ts';
import { listEntries } from '../../../electron/journal/maintenance.ts';
import { createJournaledTill } from '../../../electron/services/journaled-till.ts';
import { createOperators } from '../../../electron/services/operators.ts';
import { permittedApi } from '../../../electron/services/permitted-api.ts';
import { createStationActor } from '../../../electron/services/station-actor.ts';
import { createActionScope } from '../../../electron/station-journal.ts';
import { operations } from '../../../electron/wallet-api/operations.ts';
import type { WalletApi } from '../../../electron/wallet-api/wallet-api.ts';
import { type RoleTable, usualRoles } from '../../../shared/domain/roles.ts';
import { ok, type Result } from '../../../shared/errors/result.ts';
import { journalBench, withDatabase } from '../journal/journal-bench.ts';
import { ona, peopleBench, rasa } from '../people/people-bench.ts';

export const relate = { walletId: 14471, issuer: 'paysera', number: '5487963154' } as const;

/** Calls of a page, each of which asks the API for one thing. */
const calls = {
  'card/relate': 'card.relate',
  'card/confirm': 'card.confirm',
  'account/read-statements': 'statements.read',
  'account/set-description': 'description.set',
  'customer/finish': 'wallet.read',
} as const;
type Call = keyof typeof calls;

/** A cashier Rasa, who may serve only unless told otherwise, and a supervisor Ona, at a station with a journal. */
export async function operatorsBench(people: 'two' | 'none' = 'two', cashier: RoleTable['cashier'] = ['serve']) {
  const bench = journalBench();
  const journal = bench.open();
  const list = peopleBench(bench.folder).open();
  if (people === 'two') {
    await list.add({ ...rasa, card: '4242' });
    await list.add({ ...ona, card: '7777' });
  }
  const scope = createActionScope();
  const actor = createStationActor(scope);
  const chosen: string[] = [];
  const changes = { count: 0 };
  const time = { ms: 0 };
  const operators = createOperators({
    people: list,
    table: { ...usualRoles, cashier },
    journal,
    actor,
    clock: () => bench.nowMs,
    monotonic: () => time.ms,
    steadyMs: () => time.ms,
    onChanged() {
      changes.count += 1;
      under.onChanged();
    },
    onChosen: (name) => chosen.push(name),
  });
  const asked: string[] = [];
  const bare = {
    call: async ({ name }: { name: string }) => {
      asked.push(name);
      return ok({});
    },
  } as unknown as WalletApi;
  const through = createJournaledTill({ journal, actor: actor.read, monotonic: () => time.ms });
  const api = permittedApi(through.api(bare), operators, scope);
  const handlers = Object.fromEntries(
    Object.entries(calls).map(([call, operation]) => [
      call,
      () => api.call(operations[operation] as never, relate as never),
    ]),
  );
  const gated = gateByOperator(handlers as never, operators, scope, () => time.ms) as unknown as Readonly<
    Record<Call, (input: object) => Promise<Result<unknown>> | Result<unknown>>
  >;
  const page = async (call: Call, session = 'one', more: object = {}): Promise<Result<unknown>> =>
    gated[call]({ session, query: {}, ...more });
  const entries = () => {
    journal.flush();
    return withDatabase(bench.file, (database) => listEntries(database, { last: 100, key: null }));
  };
  const under = {
    ...{ bench, journal, operators, actor, scope, api, page, asked, chosen, entries, time, list, changes },
    /** What else the station does when somebody comes or goes. */
    onChanged(): void {},
  };
  return under;
}

export const scanOf = (text: string) => ({ reader: 'hid-scanner', at: 0, content: { kind: 'text', text } }) as const;
