import type { Wallet } from '../../../shared/domain/wallet.ts';
import { ok, type Result } from '../../../shared/errors/result.ts';
import type { Ask, Settlement } from '../endpoint.ts';
import { readWallet } from './read-wallet.ts';

/** Fields that come by the scope that descriptions come by: with one of them, a description that is absent is none. */
const cameByTheSameScope = ['owner_display_name', 'owner_title', 'user_id', 'type'] as const;

/**
 * Reads the account and compares its description with the wanted one; null is none. Another one proves nothing: somebody
 * else may have changed it since.
 */
export async function settleDescription(
  ask: Ask,
  walletId: number | 'me',
  wanted: string | null,
): Promise<Result<Settlement<Wallet>>> {
  const answer = await ask(readWallet, { walletId });
  if (!answer.ok) {
    return answer;
  }
  const { account } = answer.value;
  const isVisible = cameByTheSameScope.some((field) => account?.[field] !== undefined);
  const isAsWanted = wanted === null ? isVisible && !account?.description : account?.description === wanted;
  return ok(isAsWanted ? { kind: 'done', value: answer.value } : { kind: 'unknown' });
}
