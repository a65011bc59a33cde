import { type MutationOutcome, performMutation } from '../../electron/services/settle-mutation.ts';
import type { MutationEndpoint } from '../../electron/wallet-api/endpoint.ts';
import { acceptPendingPayment } from '../../electron/wallet-api/endpoints/accept-pending-payment.ts';
import { cancelPendingPayment } from '../../electron/wallet-api/endpoints/cancel-pending-payment.ts';
import { confirmCard } from '../../electron/wallet-api/endpoints/confirm-card.ts';
import { deleteDescription } from '../../electron/wallet-api/endpoints/delete-description.ts';
import { findWallet } from '../../electron/wallet-api/endpoints/find-wallet.ts';
import { readPendingPayments } from '../../electron/wallet-api/endpoints/read-pending-payments.ts';
import { readWallet } from '../../electron/wallet-api/endpoints/read-wallet.ts';
import { relateCard } from '../../electron/wallet-api/endpoints/relate-card.ts';
import { setDescription } from '../../electron/wallet-api/endpoints/set-description.ts';
import type { WalletApi } from '../../electron/wallet-api/wallet-api.ts';
import { ok, type Result } from '../../shared/errors/result.ts';
import { startWalletSimulator, type WalletSimulator } from '../../simulator/wallet/server.ts';
import { sayNothing, type TellProgress } from '../progress.ts';
import { type Cut, type CuttingProxy, startCuttingProxy } from './cutting-proxy.ts';
import { createRandom, type Random } from './random.ts';
import { smallWorld } from './small-world.ts';
import { forgetfulGuard, unhurriedClient } from './unhurried-client.ts';

/** Ways to break what the proof is about, to show that it would notice. */
export const lostAnswerBreaks = ['repeat-mutations', 'absence-is-failure'] as const;
export type LostAnswerBreak = (typeof lostAnswerBreaks)[number];

const customer = { walletId: 30001, card: { issuer: 'paysera', number: '5487963154' } } as const;
const payment = { walletId: 30001, paymentId: 80004, password: '0042' } as const;

/** One mutation with all that a run of it needs. */
interface Trial {
  readonly endpoint: MutationEndpoint;
  readonly method: 'PUT' | 'DELETE';
  /** Brings the simulator's world to where the mutation makes sense; answers with its parameters. */
  prepare(direct: WalletApi, simulator: WalletSimulator): Promise<Record<string, unknown>>;
  /** Whether it happened, asked on a wire that nobody cuts. */
  happened(direct: WalletApi, simulator: WalletSimulator): Promise<boolean>;
}

async function isPending(direct: WalletApi): Promise<boolean> {
  const { walletId, paymentId } = payment;
  const answer = must(await direct.call(readPendingPayments, { walletId, direction: 'in' }));
  return answer.pending_payments.some(({ id }) => id === paymentId);
}

async function descriptionOf(direct: WalletApi): Promise<string | undefined> {
  return must(await direct.call(readWallet, { walletId: customer.walletId })).account?.description;
}

const related = async (direct: WalletApi, simulator: WalletSimulator): Promise<boolean> => {
  simulator.setUnconfirmedCards('findable');
  return (await direct.call(findWallet, { kind: 'card', ...customer.card })).ok;
};

export const trials = {
  'card.relate': {
    endpoint: relateCard,
    method: 'PUT',
    prepare: () => Promise.resolve({ walletId: customer.walletId, ...customer.card }),
    happened: related,
  },
  'card.confirm': {
    endpoint: confirmCard,
    method: 'PUT',
    prepare: async (direct, simulator) => {
      const wallet = must(await direct.call(relateCard, { walletId: customer.walletId, ...customer.card }));
      return { walletId: wallet.id, code: simulator.listSentCodes().at(-1)?.code };
    },
    happened: async (direct, simulator) => {
      simulator.setUnconfirmedCards('hidden');
      return (await direct.call(findWallet, { kind: 'card', ...customer.card })).ok;
    },
  },
  'description.set': {
    endpoint: setDescription,
    method: 'PUT',
    prepare: () => Promise.resolve({ walletId: customer.walletId, description: 'Pietų pinigai' }),
    happened: async (direct) => (await descriptionOf(direct)) === 'Pietų pinigai',
  },
  'description.delete': {
    endpoint: deleteDescription,
    method: 'DELETE',
    prepare: async (direct) => {
      must(await direct.call(setDescription, { walletId: customer.walletId, description: 'Sena' }));
      return { walletId: customer.walletId };
    },
    happened: async (direct) => (await descriptionOf(direct)) === undefined,
  },
  'pending-payment.cancel': {
    endpoint: cancelPendingPayment,
    method: 'DELETE',
    prepare: () => Promise.resolve({ walletId: payment.walletId, paymentId: payment.paymentId }),
    happened: async (direct) => !(await isPending(direct)),
  },
  'pending-payment.accept': {
    endpoint: acceptPendingPayment,
    method: 'PUT',
    prepare: () => Promise.resolve(payment),
    happened: async (direct) => !(await isPending(direct)),
  },
} as const satisfies Record<string, Trial>;

export type TrialName = keyof typeof trials;
export const trialNames = Object.keys(trials) as readonly TrialName[];

export interface LostAnswersReport {
  readonly runs: number;
  /** How often each outcome was told, and how often the mutation had really happened. */
  readonly told: Readonly<Record<string, number>>;
  readonly happened: number;
  readonly violations: readonly string[];
}

interface Bench {
  readonly simulator: WalletSimulator;
  readonly proxy: CuttingProxy;
  /** Through the wire that is cut. */
  readonly api: WalletApi;
  readonly direct: WalletApi;
}

/** Runs one mutation many times, each with its connection reset at a random byte of request or answer, or not at all. */
export async function runLostAnswers(options: {
  readonly trial: TrialName;
  readonly runs: number;
  readonly seed: number;
  readonly breaking?: LostAnswerBreak | null;
  readonly tell?: TellProgress;
}): Promise<LostAnswersReport> {
  const random = createRandom(options.seed);
  const bench = await openBench();
  const told: Record<string, number> = {};
  const violations: string[] = [];
  const { tell = sayNothing } = options;
  let happened = 0;
  try {
    for (let run = 0; run < options.runs; run += 1) {
      const result = await runOnce(bench, trials[options.trial], random, options.breaking ?? null);
      told[result.told] = (told[result.told] ?? 0) + 1;
      happened += result.happened ? 1 : 0;
      violations.push(...result.violations.map((violation) => `${options.trial}, run ${run}: ${violation}`));
      tell(run + 1, options.runs);
    }
  } finally {
    await Promise.all([bench.api.close(), bench.direct.close()]);
    await Promise.all([bench.proxy.close(), bench.simulator.close()]);
  }
  return { runs: options.runs, told, happened, violations };
}

async function openBench(): Promise<Bench> {
  const simulator = await startWalletSimulator({ data: smallWorld() });
  const proxy = await startCuttingProxy(simulator.port);
  const attempts = forgetfulGuard();
  const api = unhurriedClient({ ...simulator, url: `http://127.0.0.1:${proxy.port}/rest/v1` }, { attempts });
  return { simulator, proxy, api, direct: unhurriedClient(simulator, { attempts }) };
}

async function runOnce(bench: Bench, trial: Trial, random: Random, breaking: LostAnswerBreak | null) {
  const { simulator, proxy, api, direct } = bench;
  simulator.reset();
  simulator.setUnconfirmedCards(random.next() < 0.5 ? 'findable' : 'hidden');
  const parameters = await trial.prepare(direct, simulator);
  const before = simulator.requests.at(-1);
  proxy.setCut(randomCut(random));
  const result = await perform(api, trial.endpoint, parameters, breaking);
  proxy.setCut(null);
  // Counted from the last one before: the log keeps the latest thousand only.
  const since =
    before === undefined ? simulator.requests : simulator.requests.slice(simulator.requests.indexOf(before) + 1);
  const received = since.filter(({ method }) => method === trial.method).length;
  const happened = await trial.happened(direct, simulator);
  const told = result.ok ? result.value.kind : 'failed';
  const violations = [
    ...(received > 1 ? [`it was sent ${received} times`] : []),
    ...(told === 'done' && !happened ? ['told as done, and it had not happened'] : []),
    ...((told === 'failed' || told === 'not-settled') && happened ? [`told as ${told}, and it had happened`] : []),
  ];
  return { told, happened, violations };
}

/** One run in ten is left alone. A cut behind the last byte of a request is a request that was received and not answered. */
function randomCut(random: Random): Cut | null {
  const dice = random.next();
  if (dice < 0.1) {
    return null;
  }
  return dice < 0.5
    ? { of: 'request', afterBytes: Math.floor(random.next() * 700) }
    : { of: 'answer', afterBytes: Math.floor(random.next() * 420) };
}

/** The product's own way, or one with its guard broken. */
async function perform(
  api: WalletApi,
  endpoint: MutationEndpoint,
  parameters: never | Record<string, unknown>,
  breaking: LostAnswerBreak | null,
): Promise<Result<MutationOutcome<unknown>>> {
  if (breaking === 'repeat-mutations') {
    const first = await api.call(endpoint, parameters);
    const last = first.ok || first.error.code !== 'api.outcome-unknown' ? first : await api.call(endpoint, parameters);
    return last.ok ? ok({ kind: 'done', value: last.value, provenBy: 'answer' }) : last;
  }
  const outcome = await performMutation(api, endpoint, parameters);
  return breaking === 'absence-is-failure' && outcome.ok && outcome.value.kind === 'unknown'
    ? ok({ kind: 'not-settled' })
    : outcome;
}

function must<T>(result: Result<T>): T {
  if (!result.ok) {
    throw new Error(`the bench itself failed: ${result.error.code}`);
  }
  return result.value;
}
