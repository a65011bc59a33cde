import thermalPrinterLibrary from 'node-thermal-printer';
import type { PrinterModel } from './models.ts';

/**
 * What is used of node-thermal-printer: a builder of commands. Its own types demand an interface to print on, which it
 * must not have here, and its text functions choose pages on their own and print `?`, so that text goes in as bytes.
 */
interface CommandBuilder {
  bold(on: boolean): void;
  invert(on: boolean): void;
  setLineSpacing(units: number): void;
  resetLineSpacing(): void;
  setTypeFontA(): void;
  setTypeFontB(): void;
  setTextNormal(): void;
  setTextDoubleHeight(): void;
  setTextDoubleWidth(): void;
  setTextQuadArea(): void;
  alignLeft(): void;
  alignCenter(): void;
  newLine(): void;
  cut(options: { readonly verticalTabAmount: number }): void;
  partialCut(options: { readonly verticalTabAmount: number }): void;
  openCashDrawer(): void;
  printQR(data: string, settings: { readonly cellSize: number; readonly correction: 'M' }): void;
  getBuffer(): Buffer;
}

const CommandBuilder = thermalPrinterLibrary.printer as unknown as new (config: {
  readonly type: 'epson' | 'star';
}) => CommandBuilder;

type Size = 'normal' | 'tall' | 'wide' | 'double';

/** The commands of one dialect, as bytes. Built once: the library copies its whole buffer at every command. */
export interface CommandSet {
  /** `ESC @`: back to the settings of power-on; what is in the print buffer is dropped. */
  readonly initialise: Buffer;
  /** `ESC R 0`: the set of the USA, so that # $ @ [ \ ] ^ { | } ~ are what they are in ASCII. */
  readonly selectAsciiSigns: Buffer;
  selectPage(number: number): Buffer;
  readonly font: Readonly<Record<'a' | 'b', Buffer>>;
  readonly bold: Readonly<Record<'on' | 'off', Buffer>>;
  readonly invert: Readonly<Record<'on' | 'off', Buffer>>;
  readonly size: Readonly<Record<'a' | 'b', Readonly<Record<Size, Buffer>>>>;
  readonly align: Readonly<Record<'left' | 'center', Buffer>>;
  /** A spacing below a letter's height feeds by the letters' height: lines touch. */
  readonly closeLines: Buffer;
  readonly usualLines: Buffer;
  readonly newLine: Buffer;
  /** With the feed that brings the last line past the cutter, which sits above the head. */
  readonly cut: Readonly<Record<'full' | 'partial' | 'none', Buffer>>;
  readonly kickDrawer: Buffer;
  qr(data: string): Buffer;
  barcode(data: string): Buffer;
}

function builtBy(type: 'epson' | 'star', build: (builder: CommandBuilder) => void): Buffer {
  const builder = new CommandBuilder({ type });
  build(builder);
  return Buffer.from(builder.getBuffer());
}

const initialise = Buffer.from([0x1b, 0x40]);
const newLine = Buffer.from([0x0a]);
const qrCellDots = 5;
const barcodeHeightDots = 72;
const barcodeModuleDots = 2;

/** Commands that both dialects have, by the library's names; each brings its own bytes. */
function shared(type: 'epson' | 'star') {
  const built = (build: (builder: CommandBuilder) => void): Buffer => builtBy(type, build);
  return {
    initialise,
    selectAsciiSigns: Buffer.from([0x1b, 0x52, 0x00]),
    font: { a: built((to) => to.setTypeFontA()), b: built((to) => to.setTypeFontB()) },
    bold: { on: built((to) => to.bold(true)), off: built((to) => to.bold(false)) },
    invert: { on: built((to) => to.invert(true)), off: built((to) => to.invert(false)) },
    align: { left: built((to) => to.alignLeft()), center: built((to) => to.alignCenter()) },
    newLine,
  };
}

function sizesOf(type: 'epson' | 'star'): Readonly<Record<Size, Buffer>> {
  const built = (build: (builder: CommandBuilder) => void): Buffer => builtBy(type, build);
  return {
    normal: built((to) => to.setTextNormal()),
    tall: built((to) => to.setTextDoubleHeight()),
    wide: built((to) => to.setTextDoubleWidth()),
    double: built((to) => to.setTextQuadArea()),
  };
}

/** The library's sizes are `ESC ! n`, which selects the font as well: its lowest bit is font B. */
function withFontB(sizes: Readonly<Record<Size, Buffer>>): Readonly<Record<Size, Buffer>> {
  const keepFontB = ([esc = 0, command = 0, mode = 0]: Buffer): Buffer => Buffer.from([esc, command, mode | 1]);
  const { normal, tall, wide, double } = sizes;
  return { normal: keepFontB(normal), tall: keepFontB(tall), wide: keepFontB(wide), double: keepFontB(double) };
}

/** Source: ESC/POS reference, commands ESC @, ESC R, ESC t, ESC M, ESC !, ESC E, GS B, ESC d, GS V, ESC p, GS ( k, GS k. */
function escposCommands(): CommandSet {
  const built = (build: (builder: CommandBuilder) => void): Buffer => builtBy('epson', build);
  const sizes = sizesOf('epson');
  return {
    ...shared('epson'),
    size: { a: sizes, b: withFontB(sizes) },
    selectPage: (number) => Buffer.from([0x1b, 0x74, number]),
    closeLines: built((to) => to.setLineSpacing(24)),
    usualLines: built((to) => to.resetLineSpacing()),
    // Five lines: one of the library's "vertical tabs" is ESC d 4.
    cut: {
      full: Buffer.concat([newLine, built((to) => to.cut({ verticalTabAmount: 1 }))]),
      partial: Buffer.concat([newLine, built((to) => to.partialCut({ verticalTabAmount: 1 }))]),
      none: Buffer.concat([newLine, Buffer.from([0x1b, 0x64, 0x04]), initialise]),
    },
    // Not the library's: it leaves the two times out, and the printer takes the next two bytes for them. 50 ms on pin 2.
    kickDrawer: Buffer.from([0x1b, 0x70, 0x00, 0x19, 0xfa]),
    qr: (data) => built((to) => to.printQR(data, { cellSize: qrCellDots, correction: 'M' })),
    barcode: (data) =>
      Buffer.concat([
        // Its text below it; height; width of the narrowest bar; Code 128, set B, where a brace is doubled.
        Buffer.from([0x1d, 0x48, 2, 0x1d, 0x68, barcodeHeightDots, 0x1d, 0x77, barcodeModuleDots]),
        Buffer.from([0x1d, 0x6b, 73, 2 + data.replaceAll('{', '{{').length, 0x7b, 0x42]),
        Buffer.from(data.replaceAll('{', '{{'), 'latin1'),
      ]),
  };
}

/**
 * Star's line mode. Its cut feeds by itself (`ESC d 2` and `3`).
 * Source: Star Line Mode command specifications, commands ESC GS t, ESC RS F, ESC i, ESC E, ESC 4, ESC z, ESC d, ESC BEL,
 * ESC GS y, ESC b.
 */
function starCommands(): CommandSet {
  const built = (build: (builder: CommandBuilder) => void): Buffer => builtBy('star', build);
  const sizes = sizesOf('star');
  return {
    ...shared('star'),
    size: { a: sizes, b: sizes },
    selectPage: (number) => Buffer.from([0x1b, 0x1d, 0x74, number]),
    // Three millimetres, a letter's height, and back to the usual four.
    closeLines: Buffer.from([0x1b, 0x30]),
    usualLines: Buffer.from([0x1b, 0x7a, 0x01]),
    cut: {
      full: built((to) => to.cut({ verticalTabAmount: 0 })),
      partial: built((to) => to.partialCut({ verticalTabAmount: 0 })),
      none: Buffer.from([0x0a, 0x0a, 0x0a, 0x0a, 0x1b, 0x40]),
    },
    kickDrawer: built((to) => to.openCashDrawer()),
    // Not the library's: it leaves out the command before the data's length. Model 2, correction M.
    qr: (data) =>
      Buffer.concat([
        Buffer.from([0x1b, 0x1d, 0x79, 0x53, 0x30, 2, 0x1b, 0x1d, 0x79, 0x53, 0x31, 1]),
        Buffer.from([0x1b, 0x1d, 0x79, 0x53, 0x32, qrCellDots]),
        Buffer.from([0x1b, 0x1d, 0x79, 0x44, 0x31, 0, data.length & 0xff, data.length >> 8]),
        Buffer.from(data, 'latin1'),
        Buffer.from([0x1b, 0x1d, 0x79, 0x50]),
      ]),
    // Code 128 with its text below, the narrowest bar of two dots; ended by RS.
    barcode: (data) =>
      Buffer.concat([
        Buffer.from([0x1b, 0x62, 0x36, 0x32, 0x31, barcodeHeightDots]),
        Buffer.from(data, 'latin1'),
        Buffer.of(0x1e),
      ]),
  };
}

const commandSets: Readonly<Record<PrinterModel['dialect'], CommandSet>> = {
  escpos: escposCommands(),
  star: starCommands(),
};

/** The commands that a model understands. */
export function commandsOf(model: PrinterModel): CommandSet {
  return commandSets[model.dialect];
}
