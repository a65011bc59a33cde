import { expect, test } from 'vitest';
import { secretsInText } from '../../../electron/diagnosis/known-secrets.ts';
import { findMark } from '../../../electron/diagnosis/marks.ts';

const known = { secrets: ['s3cret/key+with=signs'], names: ['Ona Pavyzdytė'] };
const bytes = Buffer.from(known.secrets[0] as string);

test.each([
  ['secret', 's3cret/key+with=signs'],
  ['secret', bytes.toString('base64')],
  ['secret', bytes.toString('base64url')],
  ['secret', bytes.toString('hex')],
  ['secret', encodeURIComponent(bytes.toString())],
  ['card-number', '5487963154'],
  ['card-number', '5487 9631 54'],
  ['card-number', '4111-1111-1111-1111'],
  ['card-number', '38001010001'],
  ['account-number', 'EVP0010001000101'],
  ['account-number', 'LT121000011101001000'],
  ['account-number', 'LT12 1000 0111 0100 1000'],
  ['e-mail', 'ona@pavyzdys.invalid'],
  ['phone', '+370 600 00000'],
  ['phone', '860000000'],
  ['name', 'ona pavyzdytė'],
] as const)('a %s is found in the middle of a text: %s', (kind, mark) => {
  expect(findMark(`{"a": 1, "b": "${mark}", "c": 2}`, known)).toBe(kind);
});

test.each([
  '2026-11-24T12:29:07.123Z',
  'journal.damaged-2026-11-24T12-29-07-123Z-12345.sqlite',
  'Wallet Till 0.1.0, Node 24.21.0, Linux 6.1.0-51-amd64',
  'tcp://192.168.100.150:9100',
  'usb:/dev/usb/lp0, serial:/dev/ttyUSB0?baud=115200',
  '{"free":79734123,"count":1000000}',
  '0003:000005F9:00002203',
  'card.relate done 12',
])('what a diagnosis is made of is no mark: %s', (text) => {
  expect(findMark(text, known)).toBeNull();
});

test('a secret is looked for as a line of a key file and as a value of a token', () => {
  expect(secretsInText('abcdefgh12345678\n')).toEqual(['abcdefgh12345678']);
  expect(secretsInText('{"access_token":"tokentoken","nested":{"refresh_token":"refreshing"},"expires":1}')).toEqual([
    'tokentoken',
    'refreshing',
  ]);
  const pem = '-----BEGIN PRIVATE KEY-----\nMIIBVgIBADANBgkqhkiG9w0BAQEFAASCAUAwggE8AgEA\n-----END PRIVATE KEY-----\n';
  expect(secretsInText(pem)).toEqual(['MIIBVgIBADANBgkqhkiG9w0BAQEFAASCAUAwggE8AgEA']);
});
