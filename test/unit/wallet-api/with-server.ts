import { onTestFinished } from 'vitest';
import { createWalletApi, type WalletApiOptions } from '../../../electron/wallet-api/client.ts';
import type { WalletApi } from '../../../electron/wallet-api/wallet-api.ts';
import { type RawServer, type Responder, startRawServer } from './raw-server.ts';

export const exampleClientId = 'till-of-a-test';
export const exampleMacKey = 'a-key-that-opens-nothing';

/** A client and the raw server that it talks to; both end with the test. */
export async function withServer(
  respond: Responder,
  options: Partial<WalletApiOptions> = {},
): Promise<{ api: WalletApi; server: RawServer }> {
  const server = await startRawServer(respond);
  const api = createWalletApi({
    baseUrl: `http://127.0.0.1:${server.port}/rest/v1`,
    credentials: { clientId: exampleClientId, macKey: exampleMacKey },
    userAgent: 'WalletTill/0.0.0',
    ...options,
  });
  onTestFinished(async () => {
    await api.close();
    await server.close();
  });
  return { api, server };
}
