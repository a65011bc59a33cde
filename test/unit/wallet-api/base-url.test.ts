import { expect, test } from 'vitest';
import { parseBaseUrl } from '../../../electron/wallet-api/base-url.ts';

test('the production address is taken apart, with the port that https implies', () => {
  expect(parseBaseUrl('https://Wallet.Example/rest/v1')).toEqual({
    origin: 'https://wallet.example',
    host: 'wallet.example',
    port: 443,
    path: '/rest/v1',
    loopback: false,
  });
});

test.each([
  'http://127.0.0.1:8080/rest/v1',
  'http://127.9.9.9/rest/v1/',
  'http://[::1]:8080',
  'https://127.0.0.1:8443',
])('%s is a loopback address', (url) => {
  expect(parseBaseUrl(url)).toMatchObject({ loopback: true });
});

test('slashes at the end of the path are dropped', () => {
  expect(parseBaseUrl('http://127.0.0.1:8080/').path).toBe('');
  expect(parseBaseUrl('http://127.0.0.1:8080/rest/v1//').path).toBe('/rest/v1');
});

test.each([
  'http://localhost:8080/rest/v1',
  'http://wallet.example/rest/v1',
  'http://127.0.0.1.wallet.example/',
  'http://10.0.0.1/',
  'http://[::2]/',
  'ftp://127.0.0.1/',
  'https://till:word@wallet.example/',
  'http://127.0.0.1@wallet.example/',
  'https://wallet.example/?debug=1',
  'https://wallet.example/#top',
])('%s is a bug', (url) => {
  expect(() => parseBaseUrl(url)).toThrow(TypeError);
});
