import { onTestFinished } from 'vitest';
import { createEscposOverDeviceNode } from '../../electron/devices/receipt-printer/escpos-over-device-node.ts';
import { createEscposOverTcp } from '../../electron/devices/receipt-printer/escpos-over-tcp.ts';
import { printerModels } from '../../electron/devices/receipt-printer/models.ts';
import type { ReceiptPrinter } from '../../electron/devices/receipt-printer/port.ts';
import { createReceiptPrinting } from '../../electron/services/print-receipt.ts';
import { createWalletApi } from '../../electron/wallet-api/client.ts';
import type { WalletId } from '../../shared/domain/ids.ts';
import type { Result } from '../../shared/errors/result.ts';
import { paperText } from '../../simulator/printer/paper-text.ts';
import { type PrinterSimulator, startPrinterSimulator } from '../../simulator/printer/server.ts';
import { startWalletSimulator, type WalletSimulator } from '../../simulator/wallet/server.ts';
import { layPtyCable, type PtyCable } from '../port/pty-cable.ts';

/** The service that prints receipts, on the real client and adapter, against the simulators. */
export interface PrintingUnderTest {
  readonly wallet: WalletSimulator;
  readonly paper: PrinterSimulator;
  readonly printer: ReceiptPrinter;
  /** Fetches a receipt and prints it. */
  print(): Promise<Result<{ printedAt: number }>>;
  /** Receipts that were asked of the API. */
  receiptsFetched(): number;
  /** Lines with letters or figures. */
  lines(): readonly string[];
}

/** The wallet of the specification's examples. */
export const walletId = 14471 as WalletId;
const model = printerModels['epson-tm-t88v'];

/** Lays the way to the printer; by TCP unless told otherwise. */
type LayWay = (paper: PrinterSimulator) => ReceiptPrinter | Promise<ReceiptPrinter>;

const overTcp: LayWay = ({ host, port }) => createEscposOverTcp({ host, port, model });

export async function startPrinting(
  options: {
    readonly way?: LayWay;
    readonly printTimeoutMs?: number;
    /** Called before each byte that reaches the printer. */
    readonly beforeByte?: (paper: PrinterSimulator) => void;
  } = {},
): Promise<PrintingUnderTest> {
  const wallet = await startWalletSimulator();
  const paper: PrinterSimulator = await startPrinterSimulator({
    columns: model.columns,
    beforeByte: () => options.beforeByte?.(paper),
  });
  onTestFinished(() => paper.close());
  const printer = await (options.way ?? overTcp)(paper);
  const api = createWalletApi({
    baseUrl: wallet.url,
    credentials: { clientId: wallet.clientId, macKey: wallet.macKey },
    userAgent: 'WalletTill/test',
  });
  onTestFinished(async () => {
    await Promise.all([api.close(), printer.close()]);
    await wallet.close();
  });
  const receipts = createReceiptPrinting({
    api,
    printer,
    mark: 'TRAINING',
    header: () => ['Till 3'],
    clock: Date.now,
    printTimeoutMs: options.printTimeoutMs,
  });
  return {
    wallet,
    paper,
    printer,
    print: () => receipts.print({ walletId, locale: 'lt', width: null }, () => true),
    receiptsFetched: () => wallet.requests.filter(({ path }) => path.includes('receipt')).length,
    lines: () => paperText(paper.paper).filter((line) => /[\p{L}\p{N}]/u.test(line)),
  };
}

/** A printer on a cable of its own that can be pulled, and the service before it. */
export async function startPrintingOverCable(
  printTimeoutMs?: number,
): Promise<PrintingUnderTest & { cable: PtyCable }> {
  const laid: PtyCable[] = [];
  const printing = await startPrinting({
    printTimeoutMs,
    way: async ({ port }) => {
      const cable = await layPtyCable(port);
      laid.push(cable);
      return createEscposOverDeviceNode({ path: cable.path, model });
    },
  });
  const [cable] = laid;
  if (cable === undefined) throw new Error('the cable was laid');
  return { ...printing, cable };
}

/** An error that says what is on the paper. */
export function failure(code: string, outcome: 'not-printed' | 'unknown'): object {
  return { ok: false, error: { code, details: { outcome } } };
}

/** Bytes until a receipt's first lines are on the paper: the questions before it are 40 bytes at most. */
export const intoTheReceipt = 150;

/** Does something once, when so many bytes have reached the printer. */
export function afterBytes(count: number, act: (paper: PrinterSimulator) => void): (paper: PrinterSimulator) => void {
  let seen = 0;
  return (paper) => {
    seen += 1;
    if (seen === count) act(paper);
  };
}
