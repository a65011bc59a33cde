import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { bodyHashExt, createSigner, normalisedRequest } from '../../../electron/wallet-api/signer.ts';

const parts = {
  ts: '1343811600',
  nonce: 'abc',
  method: 'GET',
  requestUri: '/rest/v1/wallet?phone=37066612345',
  host: 'Wallet.Example',
  port: 8443,
};

test('every part stands on a line of its own, the host in lower case, and an empty ext keeps its line', () => {
  expect(normalisedRequest({ ...parts, ext: '' })).toBe(
    '1343811600\nabc\nGET\n/rest/v1/wallet?phone=37066612345\nwallet.example\n8443\n\n',
  );
});

test('the hash of a body is form-encoded: no plus, slash or equals sign of base64 stays raw', () => {
  const body = new TextEncoder().encode('{\n    "code": "ABCDEF"\n}');
  expect(bodyHashExt(body)).toBe('body_hash=sc%2BZyvNgEganUAKIuipczDh2Bd7WT3KE78M3tnuFdoU%3D');
});

test('a request without a body carries no ext', () => {
  const sign = createSigner({ clientId: 'till', macKey: 'a-key-that-opens-nothing' });
  expect(sign({ ...parts, body: null })).toMatch(
    /^MAC id="till", ts="1343811600", nonce="abc", mac="[A-Za-z0-9+/]{43}="$/,
  );
});

test('another port, path, nonce or time makes another MAC', () => {
  const sign = createSigner({ clientId: 'till', macKey: 'a-key-that-opens-nothing' });
  const changes = [{}, { port: 443 }, { requestUri: '/rest/v1/wallet' }, { nonce: 'abd' }, { ts: '1343811601' }];
  const macs = changes.map((change) => /mac="(.*)"/.exec(sign({ ...parts, ...change, body: null }))?.[1]);
  expect(new Set(macs).size).toBe(changes.length);
});

test('a client id that would break out of its quotes is a bug, and the message does not repeat it', () => {
  const attempt = () => createSigner({ clientId: 'ti"ll\r\n', macKey: 'a-key-that-opens-nothing' });
  expect(attempt).toThrow(TypeError);
  expect(attempt).not.toThrow(/ti"ll/);
});

test('a signer shows nothing of its key, however it is printed', () => {
  const sign = createSigner({ clientId: 'till', macKey: 'a-key-that-opens-nothing' });
  expect(inspect(sign, { showHidden: true, depth: 9 })).not.toContain('a-key-that-opens-nothing');
});
