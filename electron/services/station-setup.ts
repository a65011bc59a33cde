import type { AppError } from '../../shared/errors/app-error.ts';
import { findWallet } from '../wallet-api/endpoints/find-wallet.ts';
import { readBalanceReceipt } from '../wallet-api/endpoints/read-balance-receipt.ts';
import { readServer } from '../wallet-api/endpoints/read-server.ts';
import type { OperationName } from '../wallet-api/operations.ts';
import type { WalletApi } from '../wallet-api/wallet-api.ts';

/** What came of trying credentials on the spot. */
export type CredentialsTest =
  /** `notEnabled`: what the API forbids this client; the station can do without. */
  | { readonly kind: 'accepted'; readonly latencyMs: number; readonly notEnabled: readonly OperationName[] }
  /** No answer, or not the API's; the error says which of the ways. */
  | { readonly kind: 'unreachable'; readonly error: AppError }
  /** This computer's clock, by the API's; positive seconds when it is slow. */
  | { readonly kind: 'clock-off'; readonly seconds: number }
  /** Unknown client or wrong key: the API does not say which. */
  | { readonly kind: 'refused'; readonly error: AppError }
  /** The client is known, and may not look for wallets: nothing of the till would work. */
  | { readonly kind: 'not-enabled'; readonly error: AppError };

/** Less is repaired from the API's own time; with more than this, receipts and the journal would tell a wrong time. */
const mostClockOffsetMs = 30_000;
const reachTimeoutMs = 8_000;

/** Found nowhere: `.invalid` is reserved for that (RFC 2606), and the API numbers no wallet so high. */
const nobodysAddress = 'nobody@station-setup.invalid';
const nobodysWallet = 999_999_999_999;

/** Answers in which the API took the credentials and refused, or did not find, the thing asked for. */
const isRefusal = ({ kind }: AppError): boolean => kind === 'refused';

/**
 * Tries credentials with three harmless reads: the time, which needs none; a wallet that nobody has; the receipt of such a
 * wallet. Each failure says at which of them it ended. Never rejects for an expected failure.
 */
export async function testCredentials(api: WalletApi): Promise<CredentialsTest> {
  const server = await api.call(readServer, {}, { timeoutMs: reachTimeoutMs });
  if (!server.ok) {
    return { kind: 'unreachable', error: server.error };
  }
  const { link } = api;
  const offsetMs = link.kind === 'reached' ? (link.clockOffsetMs ?? 0) : 0;
  if (Math.abs(offsetMs) > mostClockOffsetMs) {
    return { kind: 'clock-off', seconds: Math.round(offsetMs / 1_000) };
  }
  const wallet = await api.call(findWallet, { kind: 'email', email: nobodysAddress }, { timeoutMs: reachTimeoutMs });
  if (!wallet.ok && wallet.error.code !== 'wallet.not-found') {
    return whyNot(wallet.error);
  }
  const receipt = await api.call(readBalanceReceipt, { walletId: nobodysWallet }, { timeoutMs: reachTimeoutMs });
  if (!receipt.ok && !isRefusal(receipt.error)) {
    return whyNot(receipt.error);
  }
  const hasNoReceipts = !receipt.ok && receipt.error.code === 'receipt.not-enabled';
  const latencyMs = link.kind === 'reached' ? link.latencyMs : 0;
  return { kind: 'accepted', latencyMs, notEnabled: hasNoReceipts ? ['balance-receipt.read'] : [] };
}

function whyNot(error: AppError): CredentialsTest {
  if (error.kind === 'auth') {
    return { kind: 'refused', error };
  }
  return isRefusal(error) ? { kind: 'not-enabled', error } : { kind: 'unreachable', error };
}
