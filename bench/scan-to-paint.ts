import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { createWalletApi } from '../electron/wallet-api/client.ts';
import { findWallet } from '../electron/wallet-api/endpoints/find-wallet.ts';
import { readBalance } from '../electron/wallet-api/endpoints/read-balance.ts';
import type { WalletApi } from '../electron/wallet-api/wallet-api.ts';
import { startWalletSimulator, type WalletSimulator } from '../simulator/wallet/server.ts';
import { scanByWedge } from '../test/e2e/scan-by-wedge.ts';
import { startOnChromium, tillTestEnvironment } from '../test/e2e/start-till.ts';
import type { BenchResult } from './bench.ts';
import { inMs, median, percentile } from './statistics.ts';

// A till asks the service 60 times a minute at most, two for each scan: several tills, one after the other.
const tills = 3;
const scansPerTill = 24;
const warmUps = 4;

// In live mode against the simulator in this process: the till's own process does the till's work and no other.
async function withLiveTill<T>(use: (page: Page, wallet: WalletSimulator) => Promise<T>): Promise<T> {
  const wallet = await startWalletSimulator();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'wallet-till-bench-'));
  const keyFile = path.join(dataDir, 'mac-key');
  writeFileSync(keyFile, wallet.macKey, { mode: 0o600 });
  const till = await startOnChromium(
    tillTestEnvironment(dataDir, {
      TILL_MODE: 'live',
      TILL_API_URL: wallet.url,
      TILL_CLIENT_ID: wallet.clientId,
      TILL_MAC_KEY_FILE: keyFile,
    }),
  );
  try {
    await till.page.getByTestId('waiting').waitFor();
    return await use(till.page, wallet);
  } finally {
    await till.stop();
    await wallet.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const now = () => performance.timeOrigin + performance.now();

/** One wedge scan: milliseconds from before its last key goes down to the painted balance. */
async function measureScan(page: Page, number: string): Promise<number> {
  const painted = paintedAt(page);
  let lastByteAt = 0;
  await scanByWedge(page, number, () => {
    lastByteAt = now();
  });
  return (await painted) - lastByteAt;
}

/** When the balance's frame will have been painted; the page tells it by itself, so that asking costs nothing. */
function paintedAt(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const tooLong = setTimeout(() => reject(new Error('no balance was painted within 10 s')), 10_000);
        const observer = new PerformanceObserver((list) => {
          const [mark] = list.getEntriesByName('balance-painted');
          if (mark !== undefined) {
            clearTimeout(tooLong);
            observer.disconnect();
            resolve(performance.timeOrigin + mark.startTime);
          }
        });
        observer.observe({ entryTypes: ['mark'] });
      }),
  );
}

/** The same two requests without a till around them. */
async function measureRequests(api: WalletApi, number: string): Promise<number> {
  const startedAt = now();
  const wallet = await api.call(findWallet, { kind: 'card', issuer: 'paysera', number });
  if (!wallet.ok) {
    throw new Error(`the simulator answered ${wallet.error.code}`);
  }
  await api.call(readBalance, { walletId: wallet.value.id });
  return now() - startedAt;
}

interface Sample {
  readonly wholeMs: number;
  readonly bareMs: number;
  readonly requests: number;
}

/** One till's scans, each followed by its two requests alone. */
async function sampleOneTill(page: Page, wallet: WalletSimulator, latencyMs: number): Promise<readonly Sample[]> {
  wallet.setFault(latencyMs === 0 ? null : { kind: 'latency', ms: latencyMs });
  const cards = wallet.samples.filter(({ id }) => id === 'main' || id === 'cyrillic').map(({ number }) => number);
  const api = createWalletApi({
    baseUrl: wallet.url,
    credentials: { clientId: wallet.clientId, macKey: wallet.macKey },
    userAgent: 'WalletTill/bench',
  });
  const samples: Sample[] = [];
  for (let run = 0; run < warmUps + scansPerTill; run += 1) {
    const number = cards[run % cards.length] as string;
    const before = wallet.requests.length;
    const wholeMs = await measureScan(page, number);
    const requests = wallet.requests.length - before;
    samples.push({ wholeMs, bareMs: await measureRequests(api, number), requests });
  }
  await api.close();
  return samples.slice(warmUps);
}

async function measureAt(latencyMs: number): Promise<readonly string[]> {
  const samples: Sample[] = [];
  for (let till = 0; till < tills; till += 1) {
    samples.push(...(await withLiveTill((page, wallet) => sampleOneTill(page, wallet, latencyMs))));
  }
  const whole = samples.map(({ wholeMs }) => wholeMs);
  const bare = samples.map(({ bareMs }) => bareMs);
  const own = samples.map(({ wholeMs, bareMs }) => wholeMs - bareMs);
  return [
    `${latencyMs} ms`,
    inMs(median(whole)),
    inMs(percentile(whole, 95)),
    inMs(median(bare)),
    (median(whole) / median(bare)).toFixed(2),
    inMs(median(own)),
    inMs(percentile(own, 95)),
    String(Math.max(...samples.map(({ requests }) => requests))),
  ];
}

/** From the last byte of a scan to the painted balance, the service answering at once and after 50 ms. */
export async function measure(): Promise<BenchResult> {
  return {
    title: 'From the last byte of a scan to the painted balance',
    rows: [
      [
        'service answers after',
        'median',
        'p95',
        'two bare requests, median',
        'ratio',
        'own share, median',
        'own share, p95',
        'requests at most',
      ],
      await measureAt(0),
      await measureAt(50),
    ],
    notes: [
      `${tills * scansPerTill} scans each by keyboard wedge, in live tills against the simulator.`,
      'The clock starts before the scanner’s Enter is given to the browser and stops when the balance’s frame was painted.',
      'Own share: each scan less the same two requests made without a till right after it.',
    ],
  };
}
