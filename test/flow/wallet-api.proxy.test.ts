import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { readWallet } from '../../electron/wallet-api/endpoints/read-wallet.ts';
import { json, startRawServer } from '../unit/wallet-api/raw-server.ts';
import { selfSigned } from '../unit/wallet-api/self-signed.ts';
import { clientOf, startTlsServer, trusted } from '../unit/wallet-api/tls-server.ts';
import { withServer } from '../unit/wallet-api/with-server.ts';

const wallet = { walletId: 14471 };
const found = json(200, { id: 14471, owner: 221 });

/** A proxy that tunnels every CONNECT to one port, or refuses it with a status. */
async function startProxy(target: { port: number } | { status: number }): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('data', (chunk) => {
      asked.push(chunk.toString('latin1').split('\r\n')[0] ?? '');
      if ('status' in target) {
        socket.end(`HTTP/1.1 ${target.status} No\r\nContent-Length: 0\r\n\r\n`);
        return;
      }
      const tunnel = connect(target.port, '127.0.0.1', () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
      sockets.add(tunnel);
      tunnel.on('error', () => socket.destroy());
      socket.pipe(tunnel).pipe(socket);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) {
      socket.destroy();
    }
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

test('through a proxy the API is reached by a tunnel, with its own certificate checked', async () => {
  const { port, received } = await startTlsServer();
  const proxy = await startProxy({ port });
  const api = clientOf({ proxyUrl: proxy.url, ca: trusted.cert });
  expect(await api.call(readWallet, wallet)).toMatchObject({ ok: true });
  expect(await api.call(readWallet, wallet)).toMatchObject({ ok: true });
  expect(proxy.asked).toEqual(['CONNECT wallet.example:443 HTTP/1.1']);
  expect(received[0]).toContain('GET /rest/v1/wallet/14471 HTTP/1.1\r\nhost: wallet.example\r\n');
});

test('a proxy that presents a certificate of its own is not trusted', async () => {
  const { port, received } = await startTlsServer();
  const proxy = await startProxy({ port });
  const api = clientOf({ proxyUrl: proxy.url, ca: selfSigned('wallet.example').cert });
  expect(await api.call(readWallet, wallet)).toMatchObject({ error: { code: 'api.certificate-rejected' } });
  expect(received).toEqual([]);
});

test.each([403, 407, 502])('a proxy that answers %i lets nobody through', async (status) => {
  const proxy = await startProxy({ status });
  const api = clientOf({ proxyUrl: proxy.url });
  expect(await api.call(readWallet, wallet)).toMatchObject({
    error: { code: 'api.connection-refused', kind: 'unreachable' },
  });
});

test('a proxy that is not there is a refused connection', async () => {
  const gone = await startRawServer(() => undefined);
  await gone.close();
  const api = clientOf({ proxyUrl: `http://127.0.0.1:${gone.port}` });
  expect(await api.call(readWallet, wallet)).toMatchObject({ error: { code: 'api.connection-refused' } });
});

test('a loopback address is never reached through a proxy', async () => {
  const proxy = await startProxy({ status: 403 });
  const { api } = await withServer((_request, socket) => socket.write(found), { proxyUrl: proxy.url });
  expect(await api.call(readWallet, wallet)).toMatchObject({ ok: true });
  expect(proxy.asked).toEqual([]);
});

test('a proxy of another kind is a bug, caught when the client is made', () => {
  expect(() => clientOf({ proxyUrl: 'socks5://127.0.0.1:1080' })).toThrow(TypeError);
});
