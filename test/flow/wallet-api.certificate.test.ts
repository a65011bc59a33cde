import { buildConnector } from 'undici';
import { expect, test } from 'vitest';
import { readWallet } from '../../electron/wallet-api/endpoints/read-wallet.ts';
import { selfSigned } from '../unit/wallet-api/self-signed.ts';
import { clientOf, startTlsServer, trusted } from '../unit/wallet-api/tls-server.ts';

const wallet = { walletId: 14471 };
const other = selfSigned('wallet.example');

/** Real TLS by the client's own rules, with only the address replaced. */
function tlsTo(port: number, ca: string): buildConnector.connector {
  const connect = buildConnector({ ca });
  return (target, callback) => connect({ ...target, hostname: '127.0.0.1', port: String(port) }, callback);
}

test('a certificate of an authority given for it is trusted', async () => {
  const { port } = await startTlsServer();
  const api = clientOf({ connect: tlsTo(port, trusted.cert) });
  expect(await api.call(readWallet, wallet)).toMatchObject({ ok: true });
});

test('a certificate that nobody vouches for is rejected before anything is sent', async () => {
  const { port, received } = await startTlsServer();
  const api = clientOf({ connect: tlsTo(port, other.cert) });
  expect(await api.call(readWallet, wallet)).toMatchObject({
    error: { code: 'api.certificate-rejected', kind: 'unreachable' },
  });
  expect(received).toEqual([]);
  expect(api.link).toEqual({ kind: 'broken', code: 'api.certificate-rejected' });
});

test('a trusted certificate of another name is rejected', async () => {
  const { port, received } = await startTlsServer();
  const api = clientOf({ baseUrl: `https://127.0.0.1:${port}/rest/v1`, ca: trusted.cert });
  expect(await api.call(readWallet, wallet)).toMatchObject({
    error: { code: 'api.certificate-rejected', details: { cause: 'ERR_TLS_CERT_ALTNAME_INVALID' } },
  });
  expect(received).toEqual([]);
});
