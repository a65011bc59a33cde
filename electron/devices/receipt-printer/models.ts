import type { CodePageName } from './code-pages.ts';
import type { BlockedReason } from './port.ts';

/** One bit pattern in a status byte that means something; any of its bits is enough. */
export interface StatusSign {
  readonly means: BlockedReason | 'paper-low' | 'drawer-pin-high';
  /** For `DLE EOT n`: n, 1 to 4. For automatic status: the byte of the group, 0 to 3. */
  readonly at: number;
  readonly mask: number;
}

export type PrinterFont = 'a' | 'b';
/** Width of the roll. */
export type PaperWidthMm = 58 | 80;

/** What fits on a line of one roll. */
export interface PrintableWidth {
  readonly dotsPerLine: number;
  readonly columns: Readonly<Record<PrinterFont, number>>;
}

/** The command that an image is printed with: `GS v 0`; `ESC *` in bands of 24 or of 8 dots; Star's `ESC GS S`. */
export type RasterCommand = 'gs-v-0' | 'esc-star-24' | 'esc-star-8' | 'star';

/** What the till must know of a printer model. Facts, no behaviour. */
export interface PrinterModel {
  readonly id: string;
  readonly name: string;
  readonly dialect: 'escpos' | 'star';
  /** Symbols a line in font A on the paper that the model is made for. */
  readonly columns: number;
  readonly dotsPerLine: number;
  readonly papers: Readonly<Partial<Record<PaperWidthMm, PrintableWidth>>>;
  /** Number for the command that selects a page. The numbers belong to the printer, not to a standard. In order of preference. */
  readonly pages: readonly { readonly name: CodePageName; readonly number: number }[];
  readonly raster: RasterCommand;
  readonly cuts: { readonly full: boolean; readonly partial: boolean };
  /** Has it a socket for a cash drawer? */
  readonly drawer: boolean;
  /** Codes that it draws itself; those it cannot are printed as their text. */
  readonly codes: { readonly qr: boolean; readonly barcode: boolean };
  /**
   * Does it answer `DLE EOT`, `GS r` and `DLE DC4`? Of one that may or may not, silence means nothing as long as it never
   * answered, and its receipts end as `unknown`; so do all of one that never does.
   */
  readonly answers: 'always' | 'maybe' | 'never';
  /** What the answers to `DLE EOT 1..4` mean; the first trouble that is seen names the state. */
  readonly realTimeStatus: readonly StatusSign[];
  /** The same for automatic status (`GS a`). */
  readonly automaticStatus: readonly StatusSign[];
}

// Facts: page numbers, columns and dots from receipt-print-hq/escpos-printer-db (CC BY 4.0); a test compares them.
// Status bits from the ESC/POS reference, commands DLE EOT and GS a. A new model: docs/how-to/add-a-printer-model.md.

// An open cover comes first: with it open the paper sensor often reports the end of the paper too.
const escposRealTimeStatus = [
  { means: 'cover-open', at: 2, mask: 0x04 },
  { means: 'paper-out', at: 2, mask: 0x20 },
  { means: 'paper-out', at: 4, mask: 0x60 },
  { means: 'cutter', at: 3, mask: 0x08 },
  { means: 'error', at: 3, mask: 0x64 },
  { means: 'error', at: 2, mask: 0x40 },
  { means: 'error', at: 1, mask: 0x08 },
  { means: 'paper-low', at: 4, mask: 0x0c },
  { means: 'drawer-pin-high', at: 1, mask: 0x04 },
] as const satisfies readonly StatusSign[];

const escposAutomaticStatus = [
  { means: 'cover-open', at: 0, mask: 0x20 },
  { means: 'paper-out', at: 2, mask: 0x0c },
  { means: 'cutter', at: 1, mask: 0x08 },
  { means: 'error', at: 1, mask: 0x64 },
  { means: 'error', at: 0, mask: 0x08 },
  { means: 'paper-low', at: 2, mask: 0x03 },
  { means: 'drawer-pin-high', at: 0, mask: 0x04 },
] as const satisfies readonly StatusSign[];

/** An impact printer has no sensor for the end of the roll's last turns, and no cutter that reports itself. */
const impactRealTimeStatus = escposRealTimeStatus.filter(({ means }) => means !== 'paper-low');

type Pages = Readonly<Partial<Record<CodePageName, number>>>;

/** In order of preference: the pages with the euro sign first. */
const pageOrder = ['wpc1257', 'wpc1251', 'pc775', 'pc866', 'ascii'] as const satisfies readonly CodePageName[];

const roll58: PrintableWidth = { dotsPerLine: 384, columns: { a: 32, b: 42 } };
const roll80 = (dotsPerLine: number, a: number, b: number): PrintableWidth => ({ dotsPerLine, columns: { a, b } });

type Row = Partial<Omit<PrinterModel, 'id' | 'columns' | 'dotsPerLine' | 'pages'>>;

function model<const Id extends string>(
  id: Id,
  name: string,
  pages: Pages,
  wide: PrintableWidth | null,
  row: Row = {},
) {
  const usual = wide ?? roll58;
  return {
    id,
    name,
    dialect: 'escpos',
    columns: usual.columns.a,
    dotsPerLine: usual.dotsPerLine,
    papers: wide === null ? { 58: roll58 } : { 80: wide, 58: roll58 },
    pages: pageOrder.flatMap((page) => {
      const number = pages[page];
      return number === undefined ? [] : [{ name: page, number }];
    }),
    raster: 'gs-v-0',
    cuts: { full: true, partial: true },
    drawer: true,
    codes: { qr: true, barcode: true },
    answers: 'always',
    realTimeStatus: escposRealTimeStatus,
    automaticStatus: escposAutomaticStatus,
    ...row,
  } satisfies PrinterModel as PrinterModel & { readonly id: Id };
}

const epsonPages: Pages = { pc775: 33, wpc1257: 51, pc866: 17, wpc1251: 46 };
const zjiangPages: Pages = { pc775: 95, wpc1257: 25, pc866: 17, wpc1251: 73 };
const rongtaPages: Pages = { pc775: 31, wpc1257: 25, pc866: 7, wpc1251: 6 };
/** The only one of the four that nearly every printer with Cyrillic letters has, and at this number. */
const oldPages: Pages = { pc866: 17 };
const starPages: Pages = { pc866: 10, wpc1251: 34 };

const partialCutOnly = { full: false, partial: true };
const noCut = { full: false, partial: false };
const noCodes = { qr: false, barcode: false };

const narrow: Row = { cuts: noCut, codes: noCodes, answers: 'maybe' };
// Star's own status has other questions and answers than ESC/POS; as long as the till does not know them, it asks none.
const star: Row = { dialect: 'star', raster: 'star', answers: 'never', realTimeStatus: [], automaticStatus: [] };

const models = [
  model('epson-tm-t88v', 'Epson TM-T88V', epsonPages, roll80(512, 42, 56)),
  model('epson-tm-t88iv', 'Epson TM-T88IV', oldPages, roll80(512, 42, 56)),
  model('epson-tm-t88iii', 'Epson TM-T88III', { ...oldPages, wpc1251: 6 }, roll80(512, 42, 56)),
  model('epson-tm-t20ii', 'Epson TM-T20II', epsonPages, roll80(576, 48, 64)),
  model('epson-tm-t20iii', 'Epson TM-T20III', epsonPages, roll80(576, 48, 64)),
  model('epson-tm-t70', 'Epson TM-T70', oldPages, roll80(512, 42, 56), { cuts: partialCutOnly }),
  model('epson-tm-t70ii', 'Epson TM-T70II', epsonPages, roll80(512, 42, 56), { cuts: partialCutOnly }),
  model('epson-tm-l90', 'Epson TM-L90', epsonPages, roll80(576, 48, 64)),
  // Some print 48 symbols a line, depending on a switch in the printer: 42 fit either way.
  model('epson-tm-p80', 'Epson TM-P80', epsonPages, roll80(576, 42, 56)),
  // Its fonts are numbered otherwise than its siblings': ESC M 1 selects one of 57 columns.
  model('epson-tm-m30iii', 'Epson TM-m30III', epsonPages, roll80(576, 48, 57)),
  // An impact printer on 76 mm paper: no page of ours, images in bands of eight pins. The database gives its font B 56
  // columns, seven dots a letter, which no letter can be drawn in: it is used with font A alone.
  model('epson-tm-u220', 'Epson TM-U220', { ascii: 0 }, roll80(400, 42, 42), {
    papers: { 80: roll80(400, 42, 42) },
    raster: 'esc-star-8',
    cuts: noCut,
    codes: noCodes,
    realTimeStatus: impactRealTimeStatus,
  }),
  model('zjiang-pos-5890', 'Zjiang POS-5890', zjiangPages, null, narrow),
  model('netum-nt-5890k', 'Netum NT-5890K', zjiangPages, null, narrow),
  model('rongta-rp326', 'Rongta RP326', rongtaPages, roll80(512, 42, 56), { answers: 'maybe' }),
  model('rongta-rp332', 'Rongta RP332', rongtaPages, roll80(512, 42, 56), {
    answers: 'maybe',
    cuts: { full: true, partial: false },
  }),
  model('munbyn-itpp047', 'Munbyn ITPP047', oldPages, roll80(512, 42, 56), { answers: 'maybe' }),
  model('citizen-ct-s651', 'Citizen CT-S651', { pc866: 7 }, roll80(640, 48, 64)),
  model('bixolon-srp-s300', 'Bixolon SRP-S300', { pc775: 33, pc866: 17 }, roll80(640, 48, 64)),
  model('wincor-th230', 'Wincor Nixdorf TH230', { pc775: 27, wpc1257: 28, pc866: 7 }, roll80(576, 44, 57), {
    raster: 'esc-star-24',
    codes: { qr: false, barcode: true },
  }),
  model('star-tsp600', 'Star TSP600 (Star mode)', starPages, roll80(576, 42, 56), star),
  // Printers without a name of their own: only what nearly all of them share.
  model('generic-58mm', 'Any 58 mm printer (ESC/POS)', oldPages, null, narrow),
  model('generic-80mm', 'Any 80 mm printer (ESC/POS)', oldPages, roll80(512, 42, 56), { answers: 'maybe' }),
] as const;

export type PrinterModelId = (typeof models)[number]['id'];

/** Every model that can be set up, by its id. */
export const printerModels = Object.fromEntries(models.map((one) => [one.id, one])) as Readonly<
  Record<PrinterModelId, PrinterModel>
>;

export const printerModelIds: readonly PrinterModelId[] = models.map(({ id }) => id);

/** Is it the id of a model that we know? */
export function isPrinterModelId(id: string): id is PrinterModelId {
  return Object.hasOwn(printerModels, id);
}

/** A model as it stands in the shop: what is in it and how it is used. */
export interface PrinterSetup {
  readonly paperMm?: PaperWidthMm;
  readonly font?: PrinterFont;
}

/** A model with its paper and font, as settings name them; the model's id is one that `isPrinterModelId` knows. */
export function printerSetup(settings: {
  readonly printerModel: string;
  readonly printerPaper: PaperWidthMm | null;
  readonly printerFont: PrinterFont;
}): PrinterSetup & { readonly model: PrinterModel } {
  const { printerModel, printerPaper, printerFont } = settings;
  if (!isPrinterModelId(printerModel)) throw new Error(`no printer model ${printerModel}`);
  return { model: printerModels[printerModel], paperMm: printerPaper ?? undefined, font: printerFont };
}

export interface PrintableLine {
  readonly font: PrinterFont;
  readonly columns: number;
  readonly dotsPerLine: number;
}

/** What fits on a line of this model with this paper and font; its usual paper where it does not take the one named. */
export function printableLine(model: PrinterModel, { paperMm, font = 'a' }: PrinterSetup = {}): PrintableLine {
  const width = paperMm === undefined ? undefined : model.papers[paperMm];
  const usual = { dotsPerLine: model.dotsPerLine, columns: { a: model.columns, b: usualFontB(model) } };
  const { dotsPerLine, columns } = width ?? usual;
  return { font, columns: columns[font], dotsPerLine };
}

/** What the printer of these settings prints in one line, and the name of its model. */
export function lineOfSettings(settings: Parameters<typeof printerSetup>[0]): {
  readonly columns: number;
  readonly name: string;
} {
  const setup = printerSetup(settings);
  return { columns: printableLine(setup.model, setup).columns, name: setup.model.name };
}

function usualFontB({ papers, columns }: PrinterModel): number {
  return (papers[80] ?? papers[58])?.columns.b ?? columns;
}
