import type { officeCalls } from '../../shared/contract/office.ts';
import { ok, type Result } from '../../shared/errors/result.ts';
import type { Office } from '../services/office.ts';
import type { ShownReport } from '../services/reports.ts';
import type { Handlers } from './register-calls.ts';

/** Copies that the contract's schema may hold: what a service answers with is read only. */
const copyOf = (shown: Result<ShownReport>) => (shown.ok ? ok(structuredClone(shown.value) as never) : shown);

/** What the office asks of main. A PIN goes in and never comes out. */
export function createOfficeHandlers({ reports, outcomes, staff }: Office): Handlers<typeof officeCalls> {
  const open = () => ok({ open: outcomes.list().map((outcome) => ({ ...outcome })) });
  const listAfter = (done: Result<unknown>) => {
    const listed = done.ok ? staff.list() : done;
    return listed.ok ? ok({ staff: listed.value.map((member) => ({ ...member })) }) : listed;
  };
  return {
    'reports/read': ({ number }) => copyOf(reports.read(number)),
    'reports/close-day': () => copyOf(reports.closeDay()),
    'reports/print': ({ number }) => reports.print(number),
    'reports/save-csv': ({ number }) => reports.saveCsv(number),
    'outcomes/read': open,
    'outcomes/settle': ({ entry, as }) => {
      const settled = outcomes.settle(entry, as);
      return settled.ok ? open() : settled;
    },
    'outcomes/look-up': async () => {
      await outcomes.lookUp();
      return open();
    },
    'staff/read': () => listAfter(ok(null)),
    'staff/add': async (entry) => listAfter(await staff.add(entry)),
    'staff/change': async ({ name, ...change }) => listAfter(await staff.change(name, change)),
    'staff/remove': ({ name }) => listAfter(staff.remove(name)),
    'staff/await-card': () => {
      staff.awaitCard(true);
      return ok({});
    },
    'staff/stop-awaiting-card': () => {
      staff.awaitCard(false);
      return ok({});
    },
  };
}
