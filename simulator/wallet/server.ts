import { randomBytes } from 'node:crypto';
import { setTimeout as waitFor } from 'node:timers/promises';
import { createApi } from './api.ts';
import type { MacCredentials } from './authentication.ts';
import { findContradictions } from './check-data.ts';
import { startControl } from './control.ts';
import { type KnownData, type Sample, SimulatorData } from './data.ts';
import { createFaultBoard, type FaultBoard, type WalletFault } from './faults.ts';
import { createLevers, type SentCode } from './levers.ts';
import { type Listener, startListener } from './listener.ts';
import { people } from './people.ts';
import { createRandom } from './random.ts';
import type { LoggedRequest } from './request-log.ts';
import { createServing } from './serving.ts';
import type { Controllable, WalletSimulator, WalletSimulatorOptions } from './simulator.ts';
import { createWorldKeeper, type WorldKeeper } from './world-keeper.ts';

export type { Sample, SentCode, WalletFault, WalletSimulator, WalletSimulatorOptions };

/** The credentials that the API's public documentation prints in its examples: no secret. */
export const exampleCredentials: MacCredentials = {
  clientId: 'wkVd93h2uS',
  macKey: 'IrdTc8uQodU7PRpLzzLTW6wqZAO6tAMU',
};

/**
 * Starts a Wallet API on loopback that answers as the seed's examples do and checks every signature itself.
 * Rejects where a port is taken; throws where the data contradict themselves.
 * Source: seed 001; authentication as in the API's public documentation.
 */
export async function startWalletSimulator(options: WalletSimulatorOptions = {}): Promise<WalletSimulator> {
  const { credentials = exampleCredentials, clock = Date.now, seed = 1, tls } = options;
  const data = parse(options.data);
  const keeper = createWorldKeeper({ ...options, data, clock, seed, onCodeSent: options.onCodeSent ?? (() => {}) });
  const spread = createRandom(seed);
  const faults = createFaultBoard(() => spread.next());
  const requests: LoggedRequest[] = [];
  const listeners: Listener[] = [];
  let clientKeys: readonly string[] = [credentials.macKey];
  const api = createApi({
    world: keeper.world,
    credentials,
    clientKeys: () => clientKeys,
    limits: options.limits ?? {},
    clockSkewSeconds: faults.clockSkewSeconds,
    // A Host without a port means http's default on port 80; anywhere else, a request addressed as to production.
    defaultPort: () => (listeners[0]?.port === 80 ? 80 : 443),
  });
  const serve = createServing({ api, faults, requests, keep: keeper.keep, wait: options.wait ?? waitUntilGone });
  const closeAll = async () => void (await Promise.all(listeners.map((listener) => listener.setReachable(false))));

  try {
    const plain = await startListener(options.port ?? 0, serve);
    listeners.push(plain);
    const secure = tls === undefined ? null : await startListener(tls.port ?? 0, serve, tls);
    if (secure !== null) listeners.push(secure);
    const controllable = createControllable({ keeper, faults, requests, listeners });
    const control = await openControl(controllable, options.control);
    return {
      ...controllable,
      url: `http://127.0.0.1:${plain.port}/rest/v1`,
      port: plain.port,
      tlsUrl: secure === null ? null : `https://127.0.0.1:${secure.port}/rest/v1`,
      clientId: credentials.clientId,
      macKey: credentials.macKey,
      samples: data.samples,
      barcodes: data.barcodes,
      control: control === null ? null : { url: control.url, token: control.token },
      setFault: (fault) => faults.set(fault === null ? [] : [fault]),
      setClientKeys(keys) {
        clientKeys = keys;
      },
      relateCard(walletId, card) {
        const id = keeper.world().book.relateCard(walletId, card);
        keeper.keep();
        return id;
      },
      close: async () => void (await Promise.all([closeAll(), control?.close()])),
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** The data in full. Throws where they contradict themselves: files are checked with friendlier words before. */
function parse(given: SimulatorData | undefined): KnownData {
  const data = SimulatorData.parse(given ?? people);
  const contradictions = findContradictions(data);
  if (contradictions.length > 0) throw new Error(contradictions.join('; '));
  return data;
}

interface Parts {
  readonly keeper: WorldKeeper;
  readonly faults: FaultBoard;
  readonly requests: readonly LoggedRequest[];
  readonly listeners: readonly Listener[];
}

function createControllable({ keeper, faults, requests, listeners }: Parts): Controllable {
  return {
    ...createLevers(keeper.world, keeper.keep),
    requests,
    nowSeconds: () => keeper.world().nowSeconds(),
    listFaults: faults.list,
    setFaults: faults.set,
    setNetwork: async (reachable) =>
      void (await Promise.all(listeners.map((listener) => listener.setReachable(reachable)))),
    reset() {
      faults.set([]);
      keeper.begin();
    },
  };
}

async function openControl(controllable: Controllable, wanted: WalletSimulatorOptions['control']) {
  if (wanted === undefined) return null;
  // Never from the seed: this one keeps strangers out.
  const token = wanted.token ?? randomBytes(24).toString('base64url');
  return await startControl(controllable, { port: wanted.port, token });
}

async function waitUntilGone(ms: number, signal: AbortSignal): Promise<void> {
  await waitFor(ms, undefined, { signal });
}
