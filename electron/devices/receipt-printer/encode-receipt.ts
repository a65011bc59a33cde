import { layOutReceiptParts, layOutText, type ReceiptRow } from '../../../shared/domain/receipt-layout.ts';
import { type ByteWriter, createByteWriter } from './byte-writer.ts';
import { type CodePageName, createPageSet, type PagedText, type PageSet, pageText } from './code-pages.ts';
import { type CommandSet, commandsOf } from './command-set.ts';
import { type PrintableLine, type PrinterModel, type PrinterSetup, printableLine } from './models.ts';
import type { PrintElement, PrintImage, PrintJob } from './port.ts';
import { drawRow, rasterCommands, undrawableLetters } from './raster.ts';

export type EncodedReceipt =
  | { readonly kind: 'encoded'; readonly bytes: Buffer }
  | { readonly kind: 'unprintable'; readonly letters: string };

/** What stands on the paper, from top to bottom. */
type Item =
  | { readonly kind: 'text'; readonly row: ReceiptRow }
  /** A row with a letter that no page of the model has: drawn as a whole, so that its letters are of one kind. */
  | { readonly kind: 'drawn'; readonly row: ReceiptRow }
  | Exclude<PrintElement, { kind: 'text' }>;

/**
 * The bytes of one receipt for one model, from `ESC @` to the cut. A line with letters that no page of the model has is
 * printed as an image; letters that cannot be drawn either are named, and nothing is printed in their stead.
 */
export function encodeReceipt(job: PrintJob, model: PrinterModel, setup: PrinterSetup = {}): EncodedReceipt {
  const line = printableLine(model, setup);
  const set = pageSetOf(model);
  const items = itemsOf(job, model, line, set);
  const foreign = items.map((item) => (item.kind === 'drawn' ? undrawableLetters(item.row.text, line) : '')).join('');
  if (foreign !== '') return { kind: 'unprintable', letters: Array.from(new Set(foreign)).join('') };

  // Pages are planned over the whole receipt: a page chosen line by line would be switched more often.
  const paged = pageText(items.map((item) => (item.kind === 'text' ? item.row.text : '')).join(''), set);
  const commands = commandsOf(model);
  const writer = createByteWriter();
  writer.put(commands.initialise);
  writer.put(commands.selectAsciiSigns);
  if (line.font === 'b') writer.put(commands.font.b);
  const text = textWriter(writer, paged, model, commands);
  for (const item of items) putItem({ writer, commands, model, line, text }, item);
  writer.put(commands.cut[cutOf(job, model)]);
  if (job.opensDrawer === true && model.drawer) writer.put(commands.kickDrawer);
  return { kind: 'encoded', bytes: writer.finish() };
}

const pageSets = new WeakMap<PrinterModel['pages'], PageSet>();

function pageSetOf({ pages }: PrinterModel): PageSet {
  const known = pageSets.get(pages) ?? createPageSet(pages.map((page) => page.name));
  pageSets.set(pages, known);
  return known;
}

function itemsOf(job: PrintJob, model: PrinterModel, line: PrintableLine, set: PageSet): readonly Item[] {
  const columns = Math.min(job.columns, line.columns);
  const { top, body, bottom } = layOutReceiptParts({ ...job, columns });
  const rows = (some: readonly ReceiptRow[]): readonly Item[] =>
    some.map((row) => ({ kind: isHeld(row.text, set) ? 'text' : 'drawn', row }));
  const elements = (some: readonly PrintElement[] = []): readonly Item[] =>
    some.flatMap((element) => {
      if (element.kind === 'text') return rows(layOutText(element.text, element, columns));
      if (element.kind === 'image' || drawsCode(element, model)) return [element];
      return rows(layOutText(element.data, {}, columns));
    });
  return [...rows(top), ...elements(job.above), ...rows(body), ...elements(job.below), ...rows(bottom)];
}

function isHeld(text: string, set: PageSet): boolean {
  for (const letter of text) if (set.holdingOf(letter) === undefined) return false;
  return true;
}

const longestCode = { qr: 250, barcode: 24 } as const;

/** A code's data goes to the printer as it is: nothing but printable ASCII may. */
function drawsCode({ kind, data }: Extract<PrintElement, { data: string }>, { codes }: PrinterModel): boolean {
  return codes[kind] && data.length > 0 && data.length <= longestCode[kind] && /^[\x20-\x7e]*$/.test(data);
}

interface Target {
  readonly writer: ByteWriter;
  readonly commands: CommandSet;
  readonly model: PrinterModel;
  readonly line: PrintableLine;
  readonly text: (letters: number) => void;
}

/** Puts the receipt's letters in order, with the page's command at the start of the job and wherever the page changes. */
function textWriter(writer: ByteWriter, paged: PagedText, model: PrinterModel, commands: CommandSet) {
  const runs = paged.kind === 'paged' ? paged.runs : [];
  const select = (name: CodePageName | undefined): void => {
    const page = model.pages.find((known) => known.name === name);
    if (page !== undefined) writer.put(commands.selectPage(page.number));
  };
  let run = 0;
  let at = 0;
  select(runs[0]?.page ?? model.pages[0]?.name);
  return (letters: number): void => {
    for (let left = letters; left > 0; left -= 1) {
      if (at === runs[run]?.bytes.length) {
        run += 1;
        at = 0;
        select(runs[run]?.page);
      }
      writer.putByte(runs[run]?.bytes[at] ?? 0);
      at += 1;
    }
  };
}

function putItem(target: Target, item: Item): void {
  const { writer, commands } = target;
  if (item.kind === 'text') {
    putRow(target, item.row);
  } else if (item.kind === 'drawn') {
    putImage(target, drawRow(item.row, target.line));
  } else {
    writer.put(commands.align.center);
    if (item.kind === 'image') putImage(target, item.image);
    else putCode(target, item);
    writer.put(commands.align.left);
  }
}

function putCode({ writer, commands }: Target, { kind, data }: Extract<PrintElement, { data: string }>): void {
  writer.put(kind === 'qr' ? commands.qr(data) : commands.barcode(data));
  writer.put(commands.newLine);
}

function putImage({ writer, model, line }: Target, image: PrintImage): void {
  const bytes = rasterCommands(image, model.raster, line.dotsPerLine);
  writer.put(bytes);
  bytes.fill(0);
}

function putRow({ writer, commands, line, text }: Target, row: ReceiptRow): void {
  const size = row.wide === true ? (row.tall ? 'double' : 'wide') : row.tall ? 'tall' : 'normal';
  // Black rows touch: no white stripe stays between them.
  if (row.inverse) writer.put(commands.closeLines);
  // Size before bold: sizes are ESC !, which sets bold as well.
  if (size !== 'normal') writer.put(commands.size[line.font][size]);
  if (row.bold) writer.put(commands.bold.on);
  if (row.inverse) writer.put(commands.invert.on);
  text(row.text.length);
  writer.put(commands.newLine);
  if (row.inverse) writer.put(commands.invert.off);
  if (row.bold) writer.put(commands.bold.off);
  if (size !== 'normal') writer.put(commands.size[line.font].normal);
  if (row.inverse) writer.put(commands.usualLines);
}

function cutOf({ cut = 'partial' }: PrintJob, { cuts }: PrinterModel): 'full' | 'partial' | 'none' {
  if (cut === 'none' || cuts[cut]) return cut;
  if (cuts.full) return 'full';
  return cuts.partial ? 'partial' : 'none';
}
