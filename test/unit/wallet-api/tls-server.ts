import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:tls';
import { onTestFinished } from 'vitest';
import { createWalletApi, type WalletApiOptions } from '../../../electron/wallet-api/client.ts';
import type { WalletApi } from '../../../electron/wallet-api/wallet-api.ts';
import { json } from './raw-server.ts';
import { selfSigned } from './self-signed.ts';
import { exampleClientId, exampleMacKey } from './with-server.ts';

/** Signs itself for wallet.example. */
export const trusted = selfSigned('wallet.example');

/** A TLS server that answers every request with the wallet. */
export async function startTlsServer(): Promise<{ port: number; received: string[] }> {
  const received: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer({ key: trusted.key, cert: trusted.cert }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      received.push(chunk.toString('latin1'));
      socket.write(json(200, { id: 14471, owner: 221 }));
    });
  });
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) {
      socket.destroy();
    }
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, received };
}

/** A client of https://wallet.example, which only the options can bring anywhere. */
export function clientOf(options: Partial<WalletApiOptions>): WalletApi {
  const api = createWalletApi({
    baseUrl: 'https://wallet.example/rest/v1',
    credentials: { clientId: exampleClientId, macKey: exampleMacKey },
    userAgent: 'WalletTill/0.0.0',
    ...options,
  });
  onTestFinished(() => api.close());
  return api;
}
