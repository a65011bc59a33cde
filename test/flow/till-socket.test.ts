import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { askTill } from '../../electron/till-socket/ask-till.ts';
import { serveTill } from '../../electron/till-socket/serve-till.ts';
import { ok } from '../../shared/errors/result.ts';
import { startWalletSimulator } from '../../simulator/wallet/server.ts';
import { environment, runTill, runTillHere } from './command-line.ts';
import { keepInKeyring, startRunningTill } from './running-till.ts';

const peer = path.join(import.meta.dirname, 'till-socket-peer.ts');
// Outside this process, which has to answer meanwhile.
const run = async (program: string, args: string[]): Promise<string> =>
  (await promisify(execFile)(program, args, { env: { PATH: process.env.PATH ?? '' } })).stdout.trim();
const asNobody = (...args: string[]): Promise<string> =>
  run('setpriv', ['--reuid=nobody', '--regid=nogroup', '--clear-groups', process.execPath, peer, ...args]);
/** Needs root, setpriv, and a checkout that others may read. */
const canBeNobody =
  process.getuid?.() === 0 &&
  (await asNobody('nothing').then(
    () => true,
    () => false,
  ));

async function keyringStation() {
  const wallet = await startWalletSimulator();
  onTestFinished(() => wallet.close());
  const env = environment({
    TILL_MODE: 'live',
    TILL_API_URL: wallet.url,
    TILL_CLIENT_ID: wallet.clientId,
    TILL_SECRET_STORE: 'keyring',
  });
  keepInKeyring(env, wallet.macKey);
  return { wallet, env, dataDir: env.TILL_DATA_DIR as string };
}

test('a command of a second process is carried out by the running till, which keeps its secret', async () => {
  const { wallet, env, dataDir } = await keyringStation();
  await startRunningTill(env);
  const balance = await runTill(['balance', '--wallet', '14471'], env);
  expect(balance).toMatchObject({ exitStatus: 0, answer: { ok: true } });
  expect(JSON.stringify(balance.answer.value)).toContain('"at_disposal_decimal":"22.99"');
  // Refusals and lists come the same way.
  const unknown = await runTillHere(['identify', '--wallet', '999999'], env);
  expect(unknown.answer.error).toMatchObject({ code: 'wallet.not-found', kind: 'refused' });
  const rows = await runTillHere(['statements', '--wallet', '14471', '--limit', '2'], env);
  expect(rows.answer).toMatchObject({ ok: true });
  expect(JSON.stringify([balance, unknown, rows])).not.toContain(wallet.macKey);
  expect(statSync(path.join(dataDir, 'till-socket')).mode & 0o777).toBe(0o700);
  expect(statSync(path.join(dataDir, 'till-socket/till.sock')).mode & 0o777).toBe(0o600);
  // What a peer proved itself with does not stay.
  expect(readdirSync(path.join(dataDir, 'till-socket'))).toEqual(['till.sock']);
});

test('a change asked for through the till is in the journal once, as of the command line', async () => {
  const { env } = await keyringStation();
  await startRunningTill(env);
  const set = await runTillHere(['description', 'set', '--wallet', '14471', '--text', 'Window seat'], env);
  expect(set).toMatchObject({ exitStatus: 0 });
  const { answer } = await runTillHere(['journal', 'list'], env);
  const { entries } = answer.value as { entries: { operation: string; device: string; phase?: string }[] };
  const changes = entries.filter(({ operation }) => operation === 'description.set');
  expect(new Set(changes.map(({ device }) => device))).toEqual(new Set(['command-line']));
});

test('without a running till the command says so, in a sentence with a code', async () => {
  const { env } = await keyringStation();
  const { exitStatus, answer } = await runTill(['balance', '--wallet', '14471'], env);
  expect(exitStatus).toBe(7);
  expect(answer.error).toMatchObject({
    code: 'credentials.till-not-running',
    kind: 'auth',
    message: expect.stringContaining('no till runs in this data folder'),
  });
  const token = await runTillHere(['token', 'show'], env);
  expect(token.answer.error?.code).toBe('credentials.till-not-running');
});

test('a till that was killed leaves nothing in the way of the next one', async () => {
  const { env, dataDir } = await keyringStation();
  mkdirSync(path.join(dataDir, 'till-socket'), { mode: 0o755 });
  writeFileSync(path.join(dataDir, 'till-socket/till.sock'), '');
  writeFileSync(path.join(dataDir, 'till-socket/peer-00'), '');
  expect((await runTillHere(['balance', '--wallet', '14471'], env)).answer.error?.code).toMatch(/^credentials.till-/);
  await startRunningTill(env);
  expect((await runTillHere(['balance', '--wallet', '14471'], env)).exitStatus).toBe(0);
});

test('a till that ends before it answered leaves a change unknown, not failed', async () => {
  const { wallet, env } = await keyringStation();
  const till = await startRunningTill(env);
  wallet.setFault({ kind: 'silent', on: 'set-description' });
  const asked = runTillHere(['description', 'set', '--wallet', '14471', '--text', 'Window seat'], env);
  await expect.poll(() => wallet.requests.some(({ method }) => method === 'PUT')).toBe(true);
  await till.close();
  expect((await asked).answer.error).toMatchObject({ code: 'api.outcome-unknown' });
});

test('a data folder with a path that no socket takes is reached all the same', async () => {
  const { dataDir } = await keyringStation();
  const deep = path.join(dataDir, 'x'.repeat(60), 'y'.repeat(60));
  mkdirSync(deep, { recursive: true, mode: 0o700 });
  const served = await serveTill({ dataDir: deep, answer: async (request) => ok({ heard: request }) });
  expect(served).not.toBeNull();
  onTestFinished(() => served?.close());
  const till = await askTill({ dataDir: deep });
  expect(till.ok && (await till.value.ask('anything'))).toEqual({ ok: true, value: { heard: 'anything' } });
});

async function socketOfThisTest() {
  const { dataDir } = await keyringStation();
  const heard: unknown[] = [];
  const served = await serveTill({
    dataDir,
    answer: async (request) => {
      heard.push(request);
      return ok('told');
    },
  });
  onTestFinished(() => served?.close());
  return { dataDir, heard, socket: path.join(dataDir, 'till-socket/till.sock') };
}

/** What comes back after a line that is not the proof. */
async function answersTo(socket: string, line: string): Promise<string> {
  const peer = connect(socket);
  const told = text(peer);
  await once(peer, 'data');
  peer.write(`${line}\n`);
  return told;
}

test.each([
  ['says that it proved itself and did not', '{"proven":true}', /^{"refused":/],
  ['asks before it proved itself', '{"id":1,"ask":"a secret"}', /^{"refused":/],
  ['speaks other words', 'GET / HTTP/1.1', /^$/],
])('a peer that %s is let go, and nothing is asked', async (_, line, expected) => {
  const { socket, heard } = await socketOfThisTest();
  expect((await answersTo(socket, line)).split('\n')[1] ?? '').toMatch(expected);
  expect(heard).toEqual([]);
});

test.skipIf(!canBeNobody)('another user is refused by the system itself (as root, with setpriv)', async () => {
  const { dataDir, heard } = await socketOfThisTest();
  chmodSync(dataDir, 0o755);
  expect(JSON.parse(await asNobody('ask', dataDir))).toMatchObject({
    ok: false,
    error: { code: 'credentials.till-refused' },
  });
  expect(await asNobody('force', dataDir)).toBe('EACCES');
  expect(heard).toEqual([]);
});

test.skipIf(!canBeNobody)(
  'another user who comes as far as the socket is known by what it cannot make (as root, with setpriv)',
  async () => {
    const { dataDir, heard, socket } = await socketOfThisTest();
    for (const [file, mode] of [
      [dataDir, 0o755],
      [path.dirname(socket), 0o755],
      [socket, 0o666],
    ] as const) {
      chmodSync(file, mode);
    }
    expect(await asNobody('force', dataDir)).toMatch(/^EACCES .*"refused"/);
    // Even where it can: the system writes on the file whose it is.
    chmodSync(path.dirname(socket), 0o777);
    expect(await asNobody('force', dataDir)).toMatch(/^made .*"refused"/);
    expect(heard).toEqual([]);
    // The control: the same words of this user are answered.
    expect(await run(process.execPath, [peer, 'force', dataDir])).toMatch(/^made .*"accepted":true.*"value":"told"/);
    expect(heard).toEqual(['a secret']);
  },
);

test('a socket folder that others may enter is not trusted by who asks', async () => {
  const { dataDir } = await keyringStation();
  const served = await serveTill({ dataDir, answer: async () => ok('never') });
  onTestFinished(() => served?.close());
  chmodSync(path.join(dataDir, 'till-socket'), 0o755);
  expect(await askTill({ dataDir })).toMatchObject({ ok: false, error: { code: 'credentials.till-refused' } });
});

/** Something of this user that listens in the till's place and does this with whoever comes. */
async function inThePlaceOfATill(receive: (socket: Socket) => void): Promise<string> {
  const { dataDir } = await keyringStation();
  mkdirSync(path.join(dataDir, 'till-socket'), { mode: 0o700 });
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    receive(socket);
  });
  server.listen(path.join(dataDir, 'till-socket/till.sock'));
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) {
      socket.destroy();
    }
    server.close();
  });
  return dataDir;
}

const says = (message: unknown) => (socket: Socket) => void socket.write(`${JSON.stringify(message)}\n`);

test.each<[string, (socket: Socket) => void, object]>([
  ['takes the call and says nothing', () => {}, { code: 'credentials.till-silent', details: { reason: 'timed-out' } }],
  ['hangs up', (socket) => socket.destroy(), { code: 'credentials.till-silent', details: { reason: 'hung-up' } }],
  [
    'wants a proof that no disk takes',
    says({ till: 1, prove: `peer-${'0'.repeat(32)}` }),
    { code: 'credentials.till-silent', kind: 'unreachable', details: { reason: 'EEXIST' } },
  ],
  ['refuses', says({ refused: 'another user' }), { code: 'credentials.till-refused', kind: 'auth' }],
])('a till that %s is told apart from every other', async (_, receive, error) => {
  const dataDir = await inThePlaceOfATill(receive);
  writeFileSync(path.join(dataDir, 'till-socket', `peer-${'0'.repeat(32)}`), '');
  expect(await askTill({ dataDir, helloTimeoutMs: 200 })).toMatchObject({ ok: false, error });
});

test('a link in the place of the socket folder is used by nobody', async () => {
  const { dataDir } = await keyringStation();
  mkdirSync(path.join(dataDir, 'elsewhere'), { mode: 0o700 });
  symlinkSync(path.join(dataDir, 'elsewhere'), path.join(dataDir, 'till-socket'));
  expect(await serveTill({ dataDir, answer: async () => ok('never') })).toBeNull();
  expect(await askTill({ dataDir })).toMatchObject({ ok: false, error: { code: 'credentials.till-refused' } });
  expect(existsSync(path.join(dataDir, 'elsewhere/till.sock'))).toBe(false);
});
