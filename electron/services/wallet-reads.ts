import type { WalletIdentifier } from '../../shared/domain/identifier.ts';
import type { WalletId } from '../../shared/domain/ids.ts';
import type { Balance, CurrencyCode, Wallet } from '../../shared/domain/wallet.ts';
import type { Result } from '../../shared/errors/result.ts';
import { checkSufficientAmount } from '../wallet-api/endpoints/check-sufficient-amount.ts';
import { findWallet } from '../wallet-api/endpoints/find-wallet.ts';
import { readBalance } from '../wallet-api/endpoints/read-balance.ts';
import { readWallet } from '../wallet-api/endpoints/read-wallet.ts';
import type { CallOptions, WalletApi } from '../wallet-api/wallet-api.ts';

/** Finds the wallet behind any identifier in one request. Errors: `wallet.not-found`, `wallet.access-revoked`, `api.*`. */
export function identifyWallet(
  api: WalletApi,
  identifier: WalletIdentifier,
  options?: CallOptions,
): Promise<Result<Wallet>> {
  return identifier.kind === 'wallet'
    ? api.call(readWallet, { walletId: identifier.walletId }, options)
    : api.call(findWallet, identifier, options);
}

export interface BalanceChoice {
  readonly walletId: WalletId;
  readonly convertTo?: CurrencyCode | null;
  /** Shows currencies whose balance is zero, too. */
  readonly historical?: boolean;
}

/** Reads the balance per currency, converted when asked. Errors: `wallet.access-revoked`, `api.*`. */
export function readWalletBalance(
  api: WalletApi,
  choice: BalanceChoice,
  options?: CallOptions,
): Promise<Result<Balance>> {
  return api.call(
    readBalance,
    {
      walletId: choice.walletId,
      convert_to: choice.convertTo ?? undefined,
      show_historical_currencies: choice.historical ? true : undefined,
    },
    options,
  );
}

/** Asks whether an amount in cents is covered; nothing is reserved. Errors: `wallet.access-revoked`, `api.*`. */
export async function isAmountSufficient(
  api: WalletApi,
  walletId: WalletId,
  amount: { readonly cents: number; readonly currency: CurrencyCode },
  options?: CallOptions,
): Promise<Result<boolean>> {
  const answer = await api.call(
    checkSufficientAmount,
    { walletId, amount: amount.cents, currency: amount.currency },
    options,
  );
  return answer.ok ? { ok: true, value: answer.value.is_sufficient } : answer;
}
