import { describe, expect, test } from 'vitest';
import { gateByOperator } from '../../../electron/ipc/gate-by-operator.ts';
import type { Grant } from '../../../electron/services/action-scope.ts';
import { callPermissions, freeCalls } from '../../../shared/contract/call-permissions.ts';
import { type CallName, liveCalls } from '../../../shared/contract/live.ts';
import { type RoleName, usualRoles } from '../../../shared/domain/roles.ts';
import { appError } from '../../../shared/errors/app-error.ts';
import { err, ok } from '../../../shared/errors/result.ts';

const names = Object.keys(liveCalls) as CallName[];

/** Every call of a desk behind the gate, for somebody of that role whom nobody allows anything; `null` is a locked desk. */
function gateFor(role: RoleName | null) {
  const asked: string[] = [];
  const handlers = Object.fromEntries(names.map((name) => [name, () => ok({ report: {}, asked: asked.push(name) })]));
  const no = (permission: string) => err(appError('operator.not-permitted', { permission }));
  const gated = gateByOperator<typeof liveCalls>(
    handlers as never,
    {
      watchman: (role === null ? { kind: 'locked' } : { kind: 'unlocked' }) as never,
      may: (permission) => (role !== null && usualRoles[role].includes(permission) ? ok(null) : no(permission)),
      spend: no,
    },
    { run: (_grant: Grant, work) => work() },
    () => 0,
  ) as unknown as Record<CallName, (input: unknown) => Promise<{ ok: boolean }> | { ok: boolean }>;
  const input = { session: 'one', query: {} };
  async function mayCall(): Promise<CallName[]> {
    const answers = await Promise.all(names.map(async (name) => ({ name, answer: await gated[name](input) })));
    const passed = answers.filter(({ answer }) => answer.ok).map(({ name }) => name);
    expect([...asked].sort()).toEqual([...passed].sort());
    return passed;
  }
  return { gated, mayCall };
}

test('every call of a desk says what it needs to be allowed for, or why it needs nothing', () => {
  const said = [...Object.keys(callPermissions), ...Object.keys(freeCalls)];
  expect(said.sort()).toEqual([...names].sort());
  for (const reason of Object.values(freeCalls)) {
    expect(reason).toMatch(/\w+ \w+/);
  }
});

describe('the usual roles', () => {
  test('let a cashier serve, and nothing that writes, prints or listens beside it', async () => {
    const passed = await gateFor('cashier').mayCall();
    expect(names.filter((name) => !passed.includes(name))).toEqual([
      ...['devices/find-printers', 'devices/check-printer', 'devices/print-test-page', 'devices/use-printer'],
      ...['devices/start-listening', 'devices/keep-learnt', 'diagnosis/save-bundle'],
      ...['reports/read', 'reports/close-day', 'reports/print', 'reports/save-csv'],
      ...['staff/read', 'staff/add', 'staff/change', 'staff/remove', 'staff/await-card'],
      ...['credentials/choose-file', 'credentials/replace'],
    ]);
  });

  test('let a supervisor do all of it', async () => {
    expect(await gateFor('supervisor').mayCall()).toEqual(names);
  });

  test('let a technician look after devices, the key and the diagnosis, and after nobody\u2019s account', async () => {
    const passed = await gateFor('technician').mayCall();
    expect(names.filter((name) => /^(devices|diagnosis|credentials)\//.test(name) && !passed.includes(name))).toEqual(
      [],
    );
    expect(passed.filter((name) => /^(reports|staff)\/|relate|accept|statements$/.test(name))).toEqual([
      'account/print-statements',
      'staff/stop-awaiting-card',
    ]);
  });
});

test('a locked desk answers what it is and how it is unlocked, and nothing else', async () => {
  const passed = await gateFor(null).mayCall();
  expect(passed.filter((name) => !/^(station|operators)\//.test(name))).toEqual([]);
  expect(passed).toContain('operators/unlock');
});

test('a call that no table names is a fault, and is not made', () => {
  const asked: string[] = [];
  const gated = gateByOperator(
    { 'nobody/knows': () => ok({ asked: asked.push('it') }) } as never,
    { watchman: { kind: 'none' }, may: () => ok(null), spend: () => ok({ approver: null }) },
    { run: (_grant, work) => work() },
    () => 0,
  ) as unknown as Record<string, (input: unknown) => unknown>;
  expect(() => gated['nobody/knows']?.({})).toThrow('nobody said who may call nobody/knows');
  expect(asked).toEqual([]);
});
