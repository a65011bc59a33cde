import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { startPrinterSimulator } from '../../simulator/printer/server.ts';
import { environment, liveEnvironment, runTill, runTillHere, startWallet } from './command-line.ts';

/** A port of this machine where nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('a command that does not exist ends with 2 and says what does', async () => {
  const { exitStatus, answer } = await runTill(['identfy', '--card', 'paysera:5487963154']);
  expect(exitStatus).toBe(2);
  expect(answer.error).toMatchObject({ code: 'command.usage', kind: 'input' });
  expect(answer.error?.details?.allowed).toContain('identify');
  expect(JSON.stringify(answer)).not.toContain('5487963154');
});

test('wrong settings end with 2, all of them named', async () => {
  const env = environment({ TILL_MODE: 'lvie', TILL_LOCALE: 'de', TILL_PRINTR: 'x' });
  const { exitStatus, answer } = await runTillHere(['balance', '--wallet', '14471'], env);
  expect(exitStatus).toBe(2);
  expect(answer.error?.code).toBe('settings.invalid');
  expect(answer.error?.message).toMatch(/TILL_PRINTR.*TILL_MODE.*training, live.*TILL_LOCALE.*en, lt, ru/);
});

test('live credentials without live mode end with 2 and say so', async () => {
  const env = environment({ TILL_CLIENT_ID: 'shop-7', TILL_MAC_KEY: 'Hidden-Key' });
  const { exitStatus, answer } = await runTillHere(['balance', '--wallet', '14471'], env);
  expect(exitStatus).toBe(2);
  expect(answer.error?.code).toBe('settings.mode-conflict');
  expect(JSON.stringify(answer)).not.toContain('Hidden-Key');
});

test('live mode without credentials ends with 7', async () => {
  const { exitStatus, answer } = await runTillHere(
    ['balance', '--wallet', '14471'],
    environment({ TILL_MODE: 'live' }),
  );
  expect(exitStatus).toBe(7);
  expect(answer.error).toMatchObject({ code: 'credentials.missing', kind: 'auth' });
});

test('an unknown wallet ends with 3', async () => {
  const { exitStatus, answer } = await runTillHere(['identify', '--wallet', '999999999']);
  expect(exitStatus).toBe(3);
  expect(answer.error).toMatchObject({ code: 'wallet.not-found', kind: 'refused' });
});

test('an API where nobody listens ends with 4', async () => {
  const url = `http://127.0.0.1:${await freePort()}/rest/v1`;
  const env = liveEnvironment({ url, clientId: 'shop-7', macKey: 'Example-Key' });
  const { exitStatus, answer } = await runTillHere(['balance', '--wallet', '14471'], env);
  expect(exitStatus).toBe(4);
  expect(answer.error).toMatchObject({ code: 'api.connection-refused', kind: 'unreachable' });
});

test('a live station asks the API that it is told, and a wrong key ends with 7', async () => {
  const wallet = await startWallet();
  const good = await runTill(['identify', '--wallet', '14471'], liveEnvironment(wallet));
  expect(good.answer).toMatchObject({ ok: true, value: { id: 14471, owner: 221 } });
  const env = liveEnvironment(wallet, { TILL_MAC_KEY: 'Wrong-Key' });
  const { exitStatus, answer, stderr } = await runTill(['identify', '--wallet', '14471'], env);
  expect(exitStatus).toBe(7);
  expect(answer.error).toMatchObject({ code: 'api.unauthorized', kind: 'auth' });
  expect(JSON.stringify(answer) + stderr).not.toContain('Wrong-Key');
});

test('an API that fails inside ends with 9, one that asks to wait with 8', async () => {
  const wallet = await startWallet();
  wallet.setFault({ kind: 'error', status: 500, code: 'internal_server_error' });
  const failed = await runTillHere(['balance', '--wallet', '14471'], liveEnvironment(wallet));
  wallet.setFault({ kind: 'error', status: 429, code: 'rate_limit_exceeded' });
  const limited = await runTillHere(['balance', '--wallet', '14471'], liveEnvironment(wallet));
  expect([failed.exitStatus, failed.answer.error?.code]).toEqual([9, 'api.server-error']);
  expect([limited.exitStatus, limited.answer.error?.code]).toEqual([8, 'api.rate-limited']);
});

test('a receipt without a printer ends with 6 and is not printed', async () => {
  const { exitStatus, answer } = await runTillHere(
    ['receipt', '--wallet', '14471'],
    liveEnvironment(await startWallet()),
  );
  expect(exitStatus).toBe(6);
  expect(answer.error).toMatchObject({ code: 'printer.not-configured', details: { outcome: 'not-printed' } });
});

test('a receipt on a printer without paper ends with 6, and the message names outcome and cause', async () => {
  const [wallet, paper] = [await startWallet(), await startPrinterSimulator()];
  onTestFinished(() => paper.close());
  await paper.setCondition('paper-out', true);
  const env = liveEnvironment(wallet, { TILL_PRINTER: `tcp://${paper.host}:${paper.port}` });
  const { exitStatus, answer } = await runTillHere(['receipt', '--wallet', '14471'], env);
  expect(exitStatus).toBe(6);
  expect(answer.error).toMatchObject({ code: 'printer.paper-out', details: { outcome: 'not-printed' } });
  expect(answer.error?.message).toMatch(/not-printed.*no paper/);
});

test('a receipt whose printer breaks the connection half way ends with 5: the outcome is unknown', async () => {
  const [wallet, paper] = [await startWallet(), await startPrinterSimulator()];
  onTestFinished(() => paper.close());
  await paper.setCondition('reset-after-60-bytes', true);
  const env = liveEnvironment(wallet, { TILL_PRINTER: `tcp://${paper.host}:${paper.port}` });
  const { exitStatus, answer } = await runTillHere(['receipt', '--wallet', '14471'], env);
  expect(answer.error).toMatchObject({ code: 'print.outcome-unknown', details: { outcome: 'unknown' } });
  expect(answer.error?.message).toMatch(/^unknown: /);
  expect(exitStatus).toBe(5);
});

test('a receipt of a test server is printed with its mark', async () => {
  const [wallet, paper] = [await startWallet(), await startPrinterSimulator()];
  onTestFinished(() => paper.close());
  const env = liveEnvironment(wallet, {
    TILL_PRINTER: `tcp://${paper.host}:${paper.port}`,
    TILL_STATION_NAME: 'Till 7',
  });
  const { answer } = await runTillHere(['receipt', '--wallet', '14471', '--locale', 'ru'], env);
  const printed = JSON.stringify(paper.paper.lines);
  expect(answer).toEqual({ ok: true, value: { outcome: 'printed' } });
  expect(printed).toContain('TEST SERVER');
  expect(printed).toContain('Till 7');
});
