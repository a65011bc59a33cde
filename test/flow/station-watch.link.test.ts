import type { Socket } from 'node:net';
import { buildConnector } from 'undici';
import { expect, onTestFinished, test } from 'vitest';
import { createStationWatch, type StationStatus } from '../../electron/services/station-watch.ts';
import { createWalletApi } from '../../electron/wallet-api/client.ts';
import { readWallet } from '../../electron/wallet-api/endpoints/read-wallet.ts';
import type { WalletApi } from '../../electron/wallet-api/wallet-api.ts';
import { startWalletSimulator, type WalletSimulator } from '../../simulator/wallet/server.ts';
import { createTestAuthority } from '../unit/wallet-api/self-signed.ts';

// Six ways in which the service can be out of reach, each in both directions: named within ten seconds while nobody is
// served, and its end noticed within ten seconds. The watch's pauses pass on a clock of the test's own.

const authority = createTestAuthority('shop authority');
const stranger = createTestAuthority('another authority');
const server = authority.issue({ name: 'wallet api', ip: [127, 0, 0, 1] });

/** The line between the till and the simulator, as it is now: real sockets, real TLS, a resolver that fails as told. */
function createLine() {
  const sockets = new Set<Socket>();
  let failure: string | null = null;
  let ca = authority.cert;
  const drop = () => {
    for (const socket of sockets) {
      socket.destroy();
    }
    sockets.clear();
  };
  const connect: buildConnector.connector = (target, callback) => {
    const code = failure;
    const lookup = (_name: string, _options: unknown, found: (error: Error) => void) =>
      found(Object.assign(new Error('resolver'), { code }));
    const dial = buildConnector({ ca, ...(code === null ? {} : { lookup: lookup as never }) });
    dial(code === null ? target : { ...target, hostname: 'wallet.example', host: 'wallet.example' }, (...outcome) => {
      const [, socket] = outcome;
      if (socket) {
        sockets.add(socket);
      }
      callback(...outcome);
    });
  };
  return {
    connect,
    failWith(code: string | null) {
      failure = code;
      drop();
    },
    trust(cert: string) {
      ca = cert;
      drop();
    },
  };
}

/** Pauses that pass when the test says so; a question that was asked is waited for. */
function createClock() {
  let now = 0;
  let timers: { readonly due: number; readonly action: () => void }[] = [];
  return {
    get now() {
      return now;
    },
    get planned() {
      return timers.length;
    },
    schedule(action: () => void, delayMs: number) {
      const timer = { due: now + delayMs, action };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    passNext() {
      const next = timers.sort((one, other) => one.due - other.due).shift();
      now = Math.max(now, next?.due ?? now);
      next?.action();
    },
  };
}

/** The same API, which knows how many of its questions wait for an answer. */
function counted(api: WalletApi) {
  let open = 0;
  const call: WalletApi['call'] = async (...question) => {
    open += 1;
    try {
      return await api.call(...question);
    } finally {
      open -= 1;
    }
  };
  const proxy: WalletApi = {
    call,
    get link() {
      return api.link;
    },
    onLinkChanged: (listener) => api.onLinkChanged(listener),
    whyDisabled: (operation) => api.whyDisabled(operation),
    close: () => api.close(),
  };
  return { api: proxy, isQuiet: () => open === 0 };
}

async function watched() {
  const wallet = await startWalletSimulator({ tls: { ...server, ca: authority.cert } });
  const line = createLine();
  const client = createWalletApi({
    baseUrl: wallet.tlsUrl ?? '',
    credentials: { clientId: wallet.clientId, macKey: wallet.macKey },
    userAgent: 'WalletTill/test',
    connect: line.connect,
  });
  const { api, isQuiet } = counted(client);
  const clock = createClock();
  const told: StationStatus[] = [];
  const watch = createStationWatch({
    api,
    printer: null,
    readers: [],
    onChanged: (status) => told.push(status),
    schedule: clock.schedule,
  });
  onTestFinished(async () => {
    watch.stop();
    await api.close();
    await wallet.close();
  });
  await watch.check();
  /** Lets pauses pass until the strip was told so; answers with the milliseconds that passed on the clock. */
  async function passUntil(isTold: (status: StationStatus) => boolean): Promise<number> {
    const from = clock.now;
    for (let questions = 0; questions < 5; questions += 1) {
      await expect.poll(isQuiet, { timeout: 15_000 }).toBe(true);
      const last = told.at(-1);
      if (last !== undefined && isTold(last)) {
        return clock.now - from;
      }
      clock.passNext();
    }
    throw new Error(`never told: ${JSON.stringify(told.at(-1)?.link)}`);
  }
  return { wallet, line, api, watch, clock, passUntil };
}

type Line = ReturnType<typeof createLine>;
type Kind = readonly [
  name: string,
  isNamed: (link: StationStatus['link']) => boolean,
  break_: (wallet: WalletSimulator, line: Line) => unknown,
  mend: (wallet: WalletSimulator, line: Line) => unknown,
];
const broken = (code: string) => (link: StationStatus['link']) => link.kind === 'broken' && link.code === code;
const slowMs = 1_000;

const kinds: readonly Kind[] = [
  ['no network', broken('api.no-network'), (_, line) => line.failWith('EAI_AGAIN'), (_, line) => line.failWith(null)],
  ['no name', broken('api.host-not-found'), (_, line) => line.failWith('ENOTFOUND'), (_, line) => line.failWith(null)],
  [
    'refused',
    broken('api.connection-refused'),
    (wallet) => wallet.setNetwork(false),
    (wallet) => wallet.setNetwork(true),
  ],
  [
    'certificate',
    broken('api.certificate-rejected'),
    (_, line) => line.trust(stranger.cert),
    (_, line) => line.trust(authority.cert),
  ],
  [
    'slow',
    (link) => link.kind === 'reached' && link.latencyMs >= slowMs,
    (wallet) => wallet.setFault({ kind: 'latency', ms: 1_050 }),
    (wallet) => wallet.setFault(null),
  ],
  [
    'so slow that no answer comes',
    broken('api.timed-out'),
    (wallet) => wallet.setFault({ kind: 'silent' }),
    (wallet) => wallet.setFault(null),
  ],
  [
    'API down',
    broken('api.server-error'),
    (wallet) => wallet.setFault({ kind: 'error', status: 503, code: 'internal_server_error' }),
    (wallet) => wallet.setFault(null),
  ],
];

/** The question's own deadline. */
const answerWithinMs = 3_500;

test.each(kinds)(
  '%s is named within ten seconds, and its end noticed within ten',
  async (_, isNamed, breakIt, mend) => {
    const { wallet, line, passUntil } = await watched();
    await breakIt(wallet, line);
    const namedAfterMs = await passUntil(({ link }) => isNamed(link));
    expect(namedAfterMs + answerWithinMs).toBeLessThan(10_000);
    await mend(wallet, line);
    const noticedAfterMs = await passUntil(({ link }) => link.kind === 'reached' && !isNamed(link));
    expect(noticedAfterMs + answerWithinMs).toBeLessThan(10_000);
    const asked = wallet.requests.filter(({ path }) => path !== '/rest/v1/server');
    expect(asked).toEqual([]);
  },
);

test('while customers are asked for, nothing is asked besides: their answers tell all there is to know', async () => {
  const { wallet, api, clock, passUntil } = await watched();
  const questions = () => wallet.requests.filter(({ path }) => path === '/rest/v1/server').length;
  const before = questions();
  for (let customer = 0; customer < 20; customer += 1) {
    await api.call(readWallet, { walletId: 14471 });
  }
  expect(questions()).toBe(before);
  await wallet.setNetwork(false);
  await api.call(readWallet, { walletId: 14471 });
  // The customer's own question found out: no pause had to pass.
  expect(await passUntil(({ link }) => link.kind === 'broken')).toBe(0);
  expect(questions()).toBe(before);
  expect(clock.planned).toBeGreaterThan(0);
});
