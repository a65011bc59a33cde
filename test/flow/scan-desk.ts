import { createDesk, type DeskEvent } from '../../electron/services/desk.ts';
import { createScanRouter, type ScanRouter } from '../../electron/services/scan-router.ts';
import type { WalletApi } from '../../electron/wallet-api/wallet-api.ts';
import type { WalletIdentifier } from '../../shared/domain/identifier.ts';
import type { Reading } from '../../shared/domain/reading.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { ok } from '../../shared/errors/result.ts';
import type { ObstacleSpan, Story } from './scan-stories.ts';
import type { SimulatedTime } from './simulated-time.ts';

// The real router and desk, a service that answers late and answers even those who have gone, and a second opinion on
// what each reading ought to have done.

/** Each is what a control of the proof leaves out. */
export const scanGuards = ['short-gap', 'no-obstacles', 'same-ids', 'no-double-read'] as const;
export type ScanGuard = (typeof scanGuards)[number];

interface Options {
  readonly story: Story;
  readonly time: SimulatedTime;
  readonly breaking: ScanGuard | null;
}

const doubleReadMs = 700;

/** Whose wallet a code finds: read off the code itself. */
const walletOfCode = (code: string): number => Number(code.replace('WAL-', '2'));

function codeOf(identifier: WalletIdentifier | null): string {
  return identifier?.kind === 'card' ? identifier.number : identifier?.kind === 'barcode' ? identifier.barcode : '?';
}

function codeOfReading({ content }: Reading): string {
  return content.kind === 'text' ? content.text.replace(/^\]C1/, '') : content.kind;
}

/** Answers after a while of simulated time, also when nobody waits any more. */
function createLateApi({ story, time }: Options): WalletApi {
  let calls = 0;
  const answer = (value: unknown) => {
    const delayMs = story.answerAfterMs[calls % story.answerAfterMs.length] ?? 0;
    calls += 1;
    return new Promise((resolve) => {
      time.at(time.nowMs + delayMs, async () => {
        resolve(ok(value));
        await settled();
      });
    });
  };
  const call = ({ name }: { name: string }, parameters: Record<string, unknown>) => {
    if (name !== 'wallet.find') {
      const id = Number(parameters.walletId);
      return answer({ EUR: { at_disposal: id, at_disposal_decimal: '', reserved: 0, reserved_decimal: '' } });
    }
    const id = walletOfCode(codeOf(parameters as WalletIdentifier));
    return answer({ id, owner: id });
  };
  return { call, whyDisabled: () => null, link: { kind: 'unchecked' }, onLinkChanged: () => () => {} } as never;
}

/** Everything that is owed after a promise was kept has happened. */
async function settled(): Promise<void> {
  for (let ticks = 0; ticks < 12; ticks += 1) {
    await Promise.resolve();
  }
}

/** What ought to come of each reading, told without the router: the rules as a list of sentences. */
function createSecondOpinion() {
  const up: Record<ObstacleSpan['kind'], number> = { dialog: 0, locked: 0, print: 0 };
  const log: string[] = [];
  const last = new Map<string, { readonly code: string; at: number }>();
  let waiting: Reading[] = [];

  function decide(reading: Reading): void {
    const code = codeOfReading(reading);
    if (up.locked > 0 || up.dialog > 0) {
      last.delete(reading.reader);
      log.push(`refused ${code}`);
    } else if (up.print > 0) {
      waiting.push(reading);
    } else {
      log.push(`acted ${code}`);
    }
  }

  return {
    log,
    take(reading: Reading): void {
      const code = codeOfReading(reading);
      const before = last.get(reading.reader);
      last.set(reading.reader, { code, at: reading.at });
      if (before?.code !== code || reading.at - before.at >= doubleReadMs) {
        decide(reading);
      } else {
        log.push(`repeated ${code}`);
      }
    },
    raise(kind: ObstacleSpan['kind']): void {
      up[kind] += 1;
    },
    lower(kind: ObstacleSpan['kind']): void {
      up[kind] -= 1;
      if (up.print === 0) {
        const due = waiting;
        waiting = [];
        due.forEach(decide);
      }
    },
  };
}

/** Judges what the desk tells, event by event. */
function createWitness() {
  const log: string[] = [];
  const violations: string[] = [];
  let current: { readonly scan: string; readonly code: string; session: string | null; hasBalance: boolean } | null =
    null;

  function hear(event: DeskEvent): void {
    switch (event.kind) {
      case 'scan-received': {
        const code = codeOf(event.ticket.identifier);
        log.push(`acted ${code}`);
        current = { scan: event.ticket.scan, code, session: null, hasBalance: false };
        break;
      }
      case 'identified':
        if (current?.code !== codeOf(event.ticket.identifier) || event.wallet.id !== walletOfCode(current.code)) {
          violations.push(`${current?.code} was answered with wallet ${event.wallet.id}`);
        }
        if (current !== null) {
          current.session = event.session;
        }
        break;
      case 'balance-read': {
        const owner = event.reading.balance.EUR?.at_disposal;
        if (current === null || owner !== walletOfCode(current.code)) {
          violations.push(`${current?.code} was shown the balance of ${owner}`);
        } else {
          current.hasBalance = true;
        }
        break;
      }
      case 'closed':
      case 'scan-rejected':
        break;
      default:
        violations.push(`${event.kind} was told`);
    }
  }

  return {
    log,
    violations,
    hear,
    /** Nobody scanned after the last one: they are shown what is theirs. */
    finish(): void {
      if (current !== null && !current.hasBalance) {
        violations.push(`${current.code} was never shown a balance`);
      }
    },
  };
}

function withoutObstacles(router: ScanRouter): ScanRouter {
  return { ...router, raise: () => () => {}, whilePrinting: (job) => job() };
}

/** Sets the desk up; `take` is for the readers. */
export function createScanDesk(options: Options) {
  const { story, time, breaking } = options;
  const witness = createWitness();
  const opinion = createSecondOpinion();
  let ids = 0;
  const desk = createDesk({
    api: createLateApi(options),
    receipts: { print: async () => ok({ printedAt: 0 }) } as never,
    emit: witness.hear,
    clock: () => time.nowMs,
    newId: () => (breaking === 'same-ids' ? 'id' : `id-${++ids}`),
  });
  const real = createScanRouter({
    act: desk.handleReading,
    refuse: (reading, obstacle) => {
      witness.log.push(`refused ${codeOfReading(reading)}`);
      desk.refuseReading(reading, appError(obstacle === 'locked' ? 'scan.screen-locked' : 'scan.dialog-open'));
    },
    doubleReadMs: breaking === 'no-double-read' ? 0 : doubleReadMs,
  });
  const router = breaking === 'no-obstacles' ? withoutObstacles(real) : real;

  function playPrint({ atMs, forMs }: ObstacleSpan): void {
    let end = (): void => {};
    time.at(atMs, () => {
      opinion.raise('print');
      void router.whilePrinting(() => new Promise<void>((resolve) => (end = resolve)));
    });
    time.at(atMs + forMs, async () => {
      end();
      await settled();
      opinion.lower('print');
    });
  }

  function playStanding({ kind, atMs, forMs }: ObstacleSpan & { readonly kind: 'dialog' | 'locked' }): void {
    let lower = (): void => {};
    time.at(atMs, () => {
      opinion.raise(kind);
      lower = router.raise(kind);
    });
    time.at(atMs + forMs, () => {
      lower();
      opinion.lower(kind);
    });
  }

  const told = () => opinion.log.filter((line) => !line.startsWith('repeated'));
  return {
    take(reading: Reading): void {
      opinion.take(reading);
      router.take(reading);
    },
    playObstacles(): void {
      for (const { kind, ...span } of story.obstacles) {
        if (kind === 'print') {
          playPrint({ kind, ...span });
        } else {
          playStanding({ kind, ...span });
        }
      }
    },
    finish: witness.finish,
    violations(): readonly string[] {
      const isSame = told().join('\n') === witness.log.join('\n');
      const difference = `it should be ${JSON.stringify(told())} and was ${JSON.stringify(witness.log)}`;
      return isSame ? witness.violations : [...witness.violations, difference];
    },
    outcomes(): Readonly<Record<string, number>> {
      const counts: Record<string, number> = {};
      for (const line of opinion.log) {
        const outcome = line.split(' ')[0] as string;
        counts[outcome] = (counts[outcome] ?? 0) + 1;
      }
      return counts;
    },
  };
}
