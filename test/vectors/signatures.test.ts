import { connect as connectTcp } from 'node:net';
import type { buildConnector } from 'undici';
import { expect, onTestFinished, test } from 'vitest';
import { createWalletApi } from '../../electron/wallet-api/client.ts';
import { acceptPendingPayment } from '../../electron/wallet-api/endpoints/accept-pending-payment.ts';
import { checkSufficientAmount } from '../../electron/wallet-api/endpoints/check-sufficient-amount.ts';
import { confirmCard } from '../../electron/wallet-api/endpoints/confirm-card.ts';
import { deleteDescription } from '../../electron/wallet-api/endpoints/delete-description.ts';
import { findWallet } from '../../electron/wallet-api/endpoints/find-wallet.ts';
import { readBalance } from '../../electron/wallet-api/endpoints/read-balance.ts';
import { readBalanceReceipt } from '../../electron/wallet-api/endpoints/read-balance-receipt.ts';
import { readFavourites } from '../../electron/wallet-api/endpoints/read-favourites.ts';
import { readPendingPayments } from '../../electron/wallet-api/endpoints/read-pending-payments.ts';
import { readReservationStatements } from '../../electron/wallet-api/endpoints/read-reservation-statements.ts';
import { readStatements } from '../../electron/wallet-api/endpoints/read-statements.ts';
import { readWallet } from '../../electron/wallet-api/endpoints/read-wallet.ts';
import { relateCard } from '../../electron/wallet-api/endpoints/relate-card.ts';
import { searchWallets } from '../../electron/wallet-api/endpoints/search-wallets.ts';
import { setDescription } from '../../electron/wallet-api/endpoints/set-description.ts';
import type { WalletApi } from '../../electron/wallet-api/wallet-api.ts';
import { CurrencyCode } from '../../shared/domain/wallet.ts';
import { headerOf, json, startRawServer } from '../unit/wallet-api/raw-server.ts';
import macVectors from './mac-vectors.json' with { type: 'json' };

const walletId = 14471;
const eur = CurrencyCode.parse('EUR');
const usd = CurrencyCode.parse('USD');

/** The seed's signed example requests in its order, each asked for as the product asks: by typed parameters. */
const examples: readonly ((api: WalletApi) => Promise<unknown>)[] = [
  (api) => api.call(readWallet, { walletId }),
  (api) => api.call(findWallet, { kind: 'phone', phone: '37066612345' }),
  (api) => api.call(findWallet, { kind: 'company-code', country: 'lt', code: '300060819' }),
  (api) => api.call(readBalance, { walletId }),
  (api) => api.call(readBalance, { walletId, convert_to: eur }),
  (api) => api.call(readBalanceReceipt, { walletId, locale: 'en' }),
  (api) => api.call(checkSufficientAmount, { walletId: 'me', amount: 100_000, currency: eur }),
  (api) => api.call(readStatements, { walletId, currency: [eur, usd], from: 1357052400, limit: 50 }),
  (api) => api.call(readReservationStatements, { walletId }),
  (api) => api.call(readPendingPayments, { walletId, type: 'password', direction: 'in', limit: 50 }),
  (api) => api.call(acceptPendingPayment, { walletId, paymentId: 59418, password: 'some secret' }),
  (api) => api.call(readFavourites, { walletId }),
  (api) => api.call(relateCard, { walletId, issuer: 'paysera', number: '5487963154' }),
  (api) => api.call(confirmCard, { walletId: 254789, code: 'ABCDEF' }),
  (api) => api.call(setDescription, { walletId, description: 'My personal account' }),
  (api) => api.call(deleteDescription, { walletId }),
  (api) =>
    api.call(searchWallets, {
      email: ['john@example.com', 'smith@example.com'],
      phone: ['37066612345'],
      email_hash: ['9395988394d4568df3c54c2645ddb1d0753a0c20'],
    }),
];

/** Sends what is meant for the production address to a raw socket on loopback; everything above the socket is real. */
function connectTo(port: number): buildConnector.connector {
  return (_target, callback) => {
    const socket = connectTcp(port, '127.0.0.1');
    socket.once('connect', () => callback(null, socket));
    socket.once('error', (error) => callback(error, null));
  };
}

test('all seventeen examples are covered', () => {
  expect(macVectors.vectors).toHaveLength(17);
  expect(examples).toHaveLength(17);
});

for (const [index, vector] of macVectors.vectors.entries()) {
  test(`the bytes on the socket are those of example ${index + 1}: ${vector.method} ${vector.request_uri}`, async () => {
    const server = await startRawServer((_request, socket) => socket.write(json(404, { error: 'not_found' })));
    const api = createWalletApi({
      baseUrl: `https://${vector.host}/rest/v1`,
      credentials: { clientId: macVectors.client_id, macKey: macVectors.mac_key },
      clock: () => Number(vector.ts) * 1000,
      nonce: () => vector.nonce,
      userAgent: 'WalletTill/0.0.0',
      connect: connectTo(server.port),
    });
    onTestFinished(async () => {
      await api.close();
      await server.close();
    });

    await examples[index]?.(api);

    const [request] = server.requests;
    const ext = vector.ext === '' ? '' : `, ext="${vector.ext}"`;
    expect(server.requests).toHaveLength(1);
    expect(request?.requestLine).toBe(`${vector.method} ${vector.request_uri} HTTP/1.1`);
    expect(headerOf(request, 'host')).toBe(vector.host);
    expect(headerOf(request, 'user-agent')).toBe('WalletTill/0.0.0');
    expect(headerOf(request, 'authorization')).toBe(
      `MAC id="${macVectors.client_id}", ts="${vector.ts}", nonce="${vector.nonce}", mac="${vector.mac}"${ext}`,
    );
    expect(request?.body.toString('utf8')).toBe('body' in vector ? vector.body : '');
    expect(headerOf(request, 'content-type')).toBe('body' in vector ? 'application/json;charset=utf-8' : undefined);
    expect(headerOf(request, 'cookie')).toBeUndefined();
  });
}
