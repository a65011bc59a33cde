import { endpoint } from '../electron/wallet-api/endpoint.ts';
import { readWallet } from '../electron/wallet-api/endpoints/read-wallet.ts';
import type { WalletApi } from '../electron/wallet-api/wallet-api.ts';
import { unhurriedClient } from '../test/flow/unhurried-client.ts';
import { json, startRawServer } from '../test/unit/wallet-api/raw-server.ts';
import type { BenchResult } from './bench.ts';
import { median, percentile } from './statistics.ts';

const rounds = 20;
const requestsPerRound = 2_000;
const atOnce = 6;

/** The same request on the same way, but for its signature. */
const readWalletUnsigned = endpoint({ ...readWallet, authenticated: false });

/** Requests a second on the client's kept-alive connections. */
async function rateOf(api: WalletApi, asked: typeof readWallet): Promise<number> {
  let left = requestsPerRound;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const answer = await api.call(asked, { walletId: 14471 });
      if (!answer.ok) {
        throw new Error(answer.error.code);
      }
    }
  };
  const startedMs = performance.now();
  await Promise.all(Array.from({ length: atOnce }, worker));
  return (requestsPerRound / (performance.now() - startedMs)) * 1_000;
}

/** Signed requests per second beside the same ones unsigned, turn by turn; the ratio is the signature's share. */
export async function measure(): Promise<BenchResult> {
  const answer = json(200, { id: 14471, owner: 221, account: { number: 'EVP0010001000101' } });
  const server = await startRawServer((_request, socket) => socket.write(answer));
  const url = `http://127.0.0.1:${server.port}/rest/v1`;
  const api = unhurriedClient({ url, clientId: 'till-of-a-bench', macKey: 'a-key-that-opens-nothing' });
  const signed: number[] = [];
  const unsigned: number[] = [];
  try {
    await rateOf(api, readWallet);
    await rateOf(api, readWalletUnsigned);
    for (let round = 0; round < rounds; round += 1) {
      signed.push(await rateOf(api, readWallet));
      unsigned.push(await rateOf(api, readWalletUnsigned));
    }
  } finally {
    await api.close();
    await server.close();
  }
  const ratios = signed.map((rate, round) => rate / (unsigned[round] ?? Number.NaN));
  return {
    title: 'Signed requests on kept-alive connections',
    rows: [
      ['', 'median', 'p5', 'p95'],
      ['signed, per second', ...spread(signed, 0)],
      ['the same unsigned, per second', ...spread(unsigned, 0)],
      ['ratio of the rates, round by round', ...spread(ratios, 2)],
    ],
    notes: [
      `${rounds} rounds of ${requestsPerRound} requests each way, ${atOnce} at once, against a raw socket in the same process: the server's own work is in both numbers.`,
    ],
  };
}

function spread(values: readonly number[], digits: number): readonly string[] {
  return [median(values), percentile(values, 5), percentile(values, 95)].map((value) => value.toFixed(digits));
}
