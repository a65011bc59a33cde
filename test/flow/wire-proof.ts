import fc from 'fast-check';
import { findWallet } from '../../electron/wallet-api/endpoints/find-wallet.ts';
import type { WalletApi } from '../../electron/wallet-api/wallet-api.ts';
import { json, type RawRequest, startRawServer } from '../unit/wallet-api/raw-server.ts';
import { unhurriedClient } from './unhurried-client.ts';
import {
  anyBody,
  anyCriterion,
  anySearch,
  expectedQuery,
  faultsOf,
  tamper,
  type WireBreak,
} from './wire-round-trip.ts';

const macKey = 'a-key-that-opens-nothing';

export interface WireReport {
  readonly runs: number;
  readonly violations: readonly string[];
}

/** Sends random identifiers, lists and bodies to a raw socket and reads them back as the API would. */
export async function proveTheWire(options: {
  readonly runs: number;
  readonly seed: number;
  readonly breaking?: WireBreak | null;
}): Promise<WireReport> {
  const { runs, seed, breaking = null } = options;
  const server = await startRawServer((_request, socket) => socket.write(json(404, { error: 'not_found' })));
  const url = `http://127.0.0.1:${server.port}/rest/v1`;
  const api = unhurriedClient({ url, clientId: 'till-of-a-proof', macKey });
  const violations: string[] = [];

  async function received(send: (api: WalletApi) => Promise<unknown>): Promise<RawRequest | undefined> {
    const before = server.requests.length;
    await send(api);
    const request = server.requests[before];
    return request === undefined ? undefined : tamper(request, breaking);
  }

  async function check(
    send: (api: WalletApi) => Promise<unknown>,
    says: (request: RawRequest) => unknown,
    expected: unknown,
  ) {
    const request = await received(send);
    if (request === undefined) {
      violations.push('nothing arrived');
      return;
    }
    const faults = faultsOf(request, server.port, macKey);
    const same = JSON.stringify(says(request)) === JSON.stringify(expected);
    violations.push(...faults, ...(same ? [] : ['what arrived does not say what was meant']));
  }

  const queryOf = ({ requestUri }: RawRequest): unknown => [...new URLSearchParams(requestUri.split('?')[1])];
  const bodyOf = ({ body }: RawRequest): unknown => JSON.parse(body.toString('utf8'));
  try {
    for (const criterion of fc.sample(anyCriterion, { numRuns: runs, seed })) {
      await check((client) => client.call(findWallet, criterion), queryOf, [expectedQuery(criterion)]);
    }
    for (const { send, query } of fc.sample(anySearch, { numRuns: runs, seed })) {
      await check(send, queryOf, query);
    }
    for (const { send, says } of fc.sample(anyBody, { numRuns: runs, seed })) {
      await check(send, bodyOf, says);
    }
  } finally {
    await api.close();
    await server.close();
  }
  return { runs: runs * 3, violations };
}
