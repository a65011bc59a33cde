import { expect, test } from 'vitest';
import type { Written } from '../../../electron/cli/output.ts';
import { type ListCommand, streamList } from '../../../electron/cli/run-list.ts';
import type { Till } from '../../../electron/cli/till.ts';
import type { CallOptions } from '../../../electron/wallet-api/wallet-api.ts';

const favourite = (id: number) => ({
  payment_count: 1,
  user_info: { wallet_id: id, account_number: `EVP${id}`, user_id: id },
});

/** A till whose API has three favourites, one to a page, and that writes down how it was asked. */
function tillThatCounts() {
  const asked: (CallOptions | undefined)[] = [];
  const api = {
    call: async (_endpoint: unknown, { offset = 0 }: { offset?: number }, options?: CallOptions) => {
      asked.push(options);
      const _metadata = { total: 3, offset, limit: 1 };
      return { ok: true, value: { favourites: [favourite(offset + 1)], _metadata } };
    },
  };
  return { asked, till: { api, wait: async () => {} } as unknown as Till };
}

const command = (all: boolean): ListCommand => ({
  ...{ kind: 'list', operation: 'favourites.read', parameters: { walletId: 14471 }, all, format: 'jsonl' },
});

test('a whole list leaves room for whoever stands at the desk; one page is asked for as the desk asks', async () => {
  const { asked, till } = tillThatCounts();
  const write = async (): Promise<Written> => ({ kind: 'written' });
  await streamList(command(true), till, write, () => {});
  expect(asked).toEqual([{ priority: 'background' }, { priority: 'background' }, { priority: 'background' }]);
  await streamList(command(false), till, write, () => {});
  expect(asked.at(-1)?.priority).toBeUndefined();
});

test.each([
  [
    { kind: 'failed', reason: 'ENOSPC' },
    { ok: false, error: { code: 'output.not-written' } },
  ],
  [{ kind: 'unread' }, { ok: true }],
] as const)('rows that end with %j ask for no further page', async (written, result) => {
  const { asked, till } = tillThatCounts();
  expect(
    await streamList(
      command(true),
      till,
      async () => written,
      () => {},
    ),
  ).toMatchObject(result);
  expect(asked).toHaveLength(1);
});
