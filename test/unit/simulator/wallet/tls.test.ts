import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WalletSimulator } from '../../../../simulator/wallet/server.ts';
import { sign, start } from './exchange.ts';

interface Pair {
  readonly key: string;
  readonly cert: string;
}

let folder = '';
let ca: Pair;
let server: Pair;
let client: Pair;
let stranger: Pair;

function openssl(...args: string[]): void {
  execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
}

function read(name: string): Pair {
  const [key, cert] = ['key', 'crt'].map((ending) => readFileSync(path.join(folder, `${name}.${ending}`), 'utf8'));
  return { key: key ?? '', cert: cert ?? '' };
}

const newKey = ['req', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

function makeAuthority(name: string): Pair {
  openssl(...newKey, '-x509', '-days', '2', '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.crt`);
  return read(name);
}

function makeSigned(name: string, authority: string): Pair {
  const subject = ['-subj', `/CN=${name}`, '-addext', 'subjectAltName=IP:127.0.0.1'];
  openssl(...newKey, ...subject, '-keyout', `${name}.key`, '-out', `${name}.csr`);
  const by = ['-CA', `${authority}.crt`, '-CAkey', `${authority}.key`, '-CAcreateserial'];
  openssl('x509', '-req', '-days', '2', '-copy_extensions', 'copy', '-in', `${name}.csr`, ...by, '-out', `${name}.crt`);
  return read(name);
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'simulator-tls-'));
  ca = makeAuthority('till-authority');
  makeAuthority('other-authority');
  server = makeSigned('server', 'till-authority');
  client = makeSigned('client', 'till-authority');
  stranger = makeSigned('stranger', 'other-authority');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function startWithTls(): Promise<WalletSimulator> {
  return start({ tls: { ...server, ca: ca.cert } });
}

async function getOverTls(simulator: WalletSimulator, target: string, headers = {}, pair: Partial<Pair> = {}) {
  const { hostname, port } = new URL(simulator.tlsUrl ?? '');
  const outgoing = request({ hostname, port, path: target, ca: ca.cert, ...pair, agent: false, headers });
  outgoing.end();
  const [response] = await once(outgoing, 'response');
  return { status: response.statusCode as number, json: JSON.parse(await text(response)) as unknown };
}

const target = '/rest/v1/wallet/14471';

describe('over https', () => {
  it('a client certificate of the CA stands for the MAC', async () => {
    const answer = await getOverTls(await startWithTls(), target, {}, client);
    expect(answer).toMatchObject({ status: 200, json: { id: 14471 } });
  });

  it('no certificate and no MAC is unauthorized', async () => {
    expect(await getOverTls(await startWithTls(), target)).toMatchObject({ status: 401 });
  });

  it("another CA's certificate is unauthorized and says so", async () => {
    const answer = await getOverTls(await startWithTls(), target, {}, stranger);
    expect(answer).toEqual({
      status: 401,
      json: {
        error: 'unauthorized',
        error_description: 'the client certificate is not one of those that are accepted',
      },
    });
  });

  it('a wrong MAC is not forgiven for the certificate', async () => {
    const answer = await getOverTls(await startWithTls(), target, { authorization: 'MAC id="x"' }, client);
    expect(answer).toMatchObject({ status: 401 });
  });

  it('a MAC over the port of the https listener is accepted without a certificate', async () => {
    const simulator = await startWithTls();
    const { port } = new URL(simulator.tlsUrl ?? '');
    const authorization = sign({ ...simulator, port: Number(port) }, target);
    expect(await getOverTls(simulator, target, { authorization })).toMatchObject({ status: 200 });
  });

  it('a reset is seen as one', async () => {
    const simulator = await startWithTls();
    simulator.setFault({ kind: 'reset', when: 'before' });
    await expect(getOverTls(simulator, target, {}, client)).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it('a cut network is cut as well', async () => {
    const simulator = await startWithTls();
    await simulator.setNetwork(false);
    await expect(getOverTls(simulator, target, {}, client)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('is not there unless it was asked for', async () => {
    expect((await start()).tlsUrl).toBeNull();
  });
});
