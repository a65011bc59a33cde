import thermalPrinterLibrary from 'node-thermal-printer';
import { layOutReceipt, type ReceiptRow } from '../../../shared/domain/receipt-layout.ts';
import { type CodePageName, pageText } from './code-pages.ts';
import type { PrinterModel } from './models.ts';
import type { PrintJob } from './port.ts';

/**
 * What is used of node-thermal-printer: a builder of commands. Its own types demand an interface to print on, which it
 * must not have here, and its text functions choose pages on their own and print `?`, so that text goes in as bytes.
 */
interface CommandBuilder {
  append(bytes: Buffer): void;
  bold(on: boolean): void;
  invert(on: boolean): void;
  setLineSpacing(units: number): void;
  resetLineSpacing(): void;
  setTextNormal(): void;
  setTextDoubleHeight(): void;
  newLine(): void;
  partialCut(options: { readonly verticalTabAmount: number }): void;
  getBuffer(): Buffer;
}

const CommandBuilder = thermalPrinterLibrary.printer as unknown as new (config: {
  readonly type: 'epson';
  readonly width: number;
}) => CommandBuilder;

/** `ESC @`: back to the settings of power-on; what is in the print buffer is dropped. */
export const initialise = Buffer.from([0x1b, 0x40]);
/** `ESC R 0`: the set of the USA, so that # $ @ [ \ ] ^ { | } ~ are what they are in ASCII. */
const selectAsciiSigns = Buffer.from([0x1b, 0x52, 0x00]);

export type EncodedReceipt =
  | { readonly kind: 'encoded'; readonly bytes: Buffer }
  | { readonly kind: 'unprintable'; readonly letters: string };

/**
 * The bytes of one receipt for one model, from `ESC @` to the cut. Names the letters that no page of the model has
 * instead of printing another sign for them.
 * Source: ESC/POS reference, commands ESC @, ESC R, ESC t, ESC !, ESC E, GS B, ESC d, GS V.
 */
export function encodeReceipt(job: PrintJob, model: PrinterModel): EncodedReceipt {
  const rows = layOutReceipt({ ...job, columns: Math.min(job.columns, model.columns) });
  // Pages are planned over the whole receipt: a page chosen line by line would be switched more often.
  const paged = pageText(
    rows.map((row) => row.text).join(''),
    model.pages.map((page) => page.name),
  );
  if (paged.kind === 'unprintable') return paged;

  const builder = new CommandBuilder({ type: 'epson', width: model.columns });
  // The library neither resets the printer before a job nor remembers that its own cut resets the page.
  builder.append(initialise);
  builder.append(selectAsciiSigns);
  const text = textBytes(
    paged.runs.flatMap((run) => run.bytes.map((byte) => ({ byte, page: run.page }))),
    model,
  );
  for (const row of rows) appendRow(builder, row, text);
  // The cutter sits above the head: five lines bring the last one past it. One "vertical tab" of the library is ESC d 4.
  builder.newLine();
  builder.partialCut({ verticalTabAmount: 1 });
  return { kind: 'encoded', bytes: builder.getBuffer() };
}

type TakeBytes = (letters: number) => Buffer;

/** Hands out the receipt's letters in order as bytes, with `ESC t n` before the first and wherever the page changes. */
function textBytes(
  letters: readonly { readonly byte: number; readonly page: CodePageName }[],
  model: PrinterModel,
): TakeBytes {
  const numbers = new Map(model.pages.map((page) => [page.name, page.number]));
  let at = 0;
  let selected: CodePageName | null = null;
  return (count) => {
    const bytes: number[] = [];
    for (const { byte, page } of letters.slice(at, at + count)) {
      if (page !== selected) bytes.push(0x1b, 0x74, numbers.get(page) ?? 0);
      selected = page;
      bytes.push(byte);
    }
    at += count;
    return Buffer.from(bytes);
  };
}

function appendRow(builder: CommandBuilder, row: ReceiptRow, take: TakeBytes): void {
  const letters = Array.from(row.text).length;
  // Black rows touch: a spacing below a letter's 24 dots feeds by the letters' height, and no white stripe stays.
  if (row.inverse) builder.setLineSpacing(24);
  // Height before bold: the library's sizes are ESC !, which sets bold as well.
  if (row.tall) builder.setTextDoubleHeight();
  if (row.bold) builder.bold(true);
  if (row.inverse) builder.invert(true);
  builder.append(take(letters));
  builder.newLine();
  if (row.inverse) builder.invert(false);
  if (row.bold) builder.bold(false);
  if (row.tall) builder.setTextNormal();
  if (row.inverse) builder.resetLineSpacing();
}
