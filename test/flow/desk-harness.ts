import { onTestFinished } from 'vitest';
import { createEscposOverTcp } from '../../electron/devices/receipt-printer/escpos-over-tcp.ts';
import { printerModels } from '../../electron/devices/receipt-printer/models.ts';
import { type AccountDesk, createAccountDesk, type Revealed } from '../../electron/services/account-desk.ts';
import type { CustomerDisplay } from '../../electron/services/customer-display.ts';
import { createDesk, type Desk, type DeskEvent } from '../../electron/services/desk.ts';
import { createReceiptPrinting } from '../../electron/services/print-receipt.ts';
import { createScanRouter, type ScanRouter } from '../../electron/services/scan-router.ts';
import { createWalletApi } from '../../electron/wallet-api/client.ts';
import type { WalletApi } from '../../electron/wallet-api/wallet-api.ts';
import type { SessionId } from '../../shared/domain/ids.ts';
import type { Reading } from '../../shared/domain/reading.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { type PrinterSimulator, startPrinterSimulator } from '../../simulator/printer/server.ts';
import { startWalletSimulator, type WalletSimulator } from '../../simulator/wallet/server.ts';

type Kind = DeskEvent['kind'];
type EventOf<K extends Kind> = Extract<DeskEvent, { kind: K }>;

/** A real desk on a real client and printer adapter, against the simulators: no module of ours is replaced. */
export interface DeskUnderTest {
  readonly desk: Desk;
  readonly account: AccountDesk;
  /** What was shown in clear, as a journal would hear it. */
  readonly revealed: readonly Revealed[];
  /** Sessions whose change was being looked up, in order. */
  readonly settling: readonly SessionId[];
  readonly api: WalletApi;
  readonly wallet: WalletSimulator;
  readonly paper: PrinterSimulator;
  readonly events: readonly DeskEvent[];
  /** The first event of a kind that has not been waited for yet. */
  next<K extends Kind>(kind: K): Promise<EventOf<K>>;
  /** Taps a sample card and answers with the session of whoever it found. */
  serve(sampleId: string): Promise<SessionId>;
  tap(sampleId: string): void;
  /** The same by the way that readings take in the till: it decides when one acts. */
  scan(sampleId: string): void;
  readonly router: ScanRouter;
  /** Pauses that services asked for, in milliseconds. */
  readonly pauses: readonly number[];
}

interface HarnessOptions {
  readonly callTimeoutMs?: number;
  readonly printTimeoutMs?: number;
  /** What happens in the n-th pause of a service, instead of the time passing. */
  readonly onPause?: (pause: number, paper: PrinterSimulator) => Promise<void>;
  /** What the customer sees of it, where a test looks there. */
  readonly display?: CustomerDisplay;
}

export async function startDesk(options: HarnessOptions = {}): Promise<DeskUnderTest> {
  const model = printerModels['epson-tm-t88v'];
  const wallet = await startWalletSimulator();
  const paper = await startPrinterSimulator({ columns: model.columns });
  const api = createWalletApi({
    baseUrl: wallet.url,
    credentials: { clientId: wallet.clientId, macKey: wallet.macKey },
    userAgent: 'WalletTill/test',
  });
  const printer = createEscposOverTcp({ host: paper.host, port: paper.port, model });
  const { events, emit, next } = createEventLog();
  const pauses: number[] = [];
  let serial = 0;
  const { display } = options;
  const printing = createReceiptPrinting({
    api,
    printer,
    mark: 'TRAINING',
    header: () => ['Till 3'],
    clock: Date.now,
    printTimeoutMs: options.printTimeoutMs,
    whilePrinting: (job) => router.whilePrinting(job),
    wait: async (ms) => {
      pauses.push(ms);
      await options.onPause?.(pauses.length, paper);
    },
  });
  const receipts = display?.watchPrints(printing) ?? printing;
  const plainDesk = createDesk({
    api,
    receipts,
    emit: (event) => {
      display?.noticeDesk(event);
      emit(event);
    },
    clock: Date.now,
    newId: () => `id-${++serial}`,
    callTimeoutMs: options.callTimeoutMs,
  });
  const desk = display?.watchDesk(plainDesk) ?? plainDesk;
  const revealed: Revealed[] = [];
  const settling: SessionId[] = [];
  const account = createAccountDesk({
    api,
    servedIn: desk.servedIn,
    slips: receipts,
    clock: Date.now,
    onRevealed: (event) => revealed.push(event),
    onSettling: (session) => settling.push(session),
    callTimeoutMs: options.callTimeoutMs,
  });
  const router = createScanRouter({
    act: desk.handleReading,
    refuse: (reading, obstacle) =>
      desk.refuseReading(reading, appError(obstacle === 'dialog' ? 'scan.dialog-open' : 'scan.screen-locked')),
  });
  onTestFinished(async () => {
    desk.finish('done');
    await Promise.all([api.close(), printer.close()]);
    await Promise.all([wallet.close(), paper.close()]);
  });

  function readingOf(sampleId: string): Reading {
    const sample = wallet.samples.find(({ id }) => id === sampleId);
    if (sample === undefined) {
      throw new Error(`no sample card ${sampleId}`);
    }
    const { issuer, number } = sample;
    return { reader: 'simulated-card-reader', at: Date.now(), content: { kind: 'card', issuer, number } };
  }

  const tap = (sampleId: string): void => desk.handleReading(readingOf(sampleId));
  const scan = (sampleId: string): void => router.take(readingOf(sampleId));

  async function serve(sampleId: string): Promise<SessionId> {
    tap(sampleId);
    const { session } = await next('identified');
    await next('balance-read');
    return session;
  }

  return { desk, account, revealed, settling, api, wallet, paper, events, next, serve, tap, scan, router, pauses };
}

function createEventLog() {
  const events: DeskEvent[] = [];
  const taken = new Map<Kind, number>();
  const waiting: { readonly kind: Kind; readonly resolve: (event: DeskEvent) => void }[] = [];

  function take(kind: Kind): DeskEvent | undefined {
    const ofKind = events.filter((event) => event.kind === kind);
    const event = ofKind[taken.get(kind) ?? 0];
    if (event !== undefined) {
      taken.set(kind, (taken.get(kind) ?? 0) + 1);
    }
    return event;
  }

  return {
    events,
    emit: (event: DeskEvent) => {
      events.push(event);
      const index = waiting.findIndex(({ kind }) => kind === event.kind);
      if (index >= 0) {
        const [waiter] = waiting.splice(index, 1);
        take(event.kind);
        waiter?.resolve(event);
      }
    },
    next: <K extends Kind>(kind: K): Promise<EventOf<K>> => {
      const event = take(kind);
      return event === undefined
        ? new Promise((resolve) => waiting.push({ kind, resolve: resolve as (event: DeskEvent) => void }))
        : Promise.resolve(event as EventOf<K>);
    },
  };
}
