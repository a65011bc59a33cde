import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import thermalPrinterLibrary from 'node-thermal-printer';
import receiptline from 'receiptline';
import { encodeReceipt } from '../electron/devices/receipt-printer/encode-receipt.ts';
import { printerModels } from '../electron/devices/receipt-printer/models.ts';

/** Something that makes a receipt's bytes of its lines, for an Epson TM-T88V. */
export interface ReceiptEncoder {
  readonly name: string;
  encode(lines: readonly string[]): Uint8Array;
}

export const columns = 42;
const model = printerModels['epson-tm-t88v'];

const ours: ReceiptEncoder = {
  name: 'the till',
  encode(lines) {
    const encoded = encodeReceipt({ mark: null, header: ['Till 3'], text: lines.join('\r\n'), columns }, model);
    if (encoded.kind === 'unprintable') throw new Error(`no letters ${encoded.letters}`);
    return encoded.bytes;
  },
};

/** Its own types demand an interface to print on. */
const ThermalPrinter = thermalPrinterLibrary.printer as unknown as new (
  options: object,
) => {
  setTextDoubleHeight(): void;
  setTextNormal(): void;
  println(line: string): void;
  partialCut(): void;
  getBuffer(): Buffer;
};

const nodeThermalPrinter: ReceiptEncoder = {
  name: 'node-thermal-printer',
  encode(lines) {
    const printer = new ThermalPrinter({ type: 'epson', width: columns, characterSet: 'WPC1257_BALTIC_RIM' });
    printer.println('Till 3');
    printer.setTextDoubleHeight();
    for (const line of lines) printer.println(line);
    printer.setTextNormal();
    printer.partialCut();
    return printer.getBuffer();
  },
};

const receiptLine: ReceiptEncoder = {
  name: 'receiptline',
  encode(lines) {
    // Its own signs (| { } ~ _ " ` ^ \) would be read as commands.
    const text = lines.map((line) => `^^${line.replace(/[\\|{}~_"`^]/g, '\\$&')}|`).join('\n');
    const commands = receiptline.transform(`Till 3|\n${text}\n=`, {
      cpl: columns,
      encoding: 'multilingual',
      command: 'escpos',
    });
    return Buffer.from(commands, 'binary');
  },
};

const receiptPrinterEncoder: ReceiptEncoder = {
  name: '@point-of-sale/receipt-printer-encoder',
  encode(lines) {
    const encoder = new ReceiptPrinterEncoder({ printerModel: 'epson-tm-t88v', columns });
    encoder.initialize().codepage('auto').line('Till 3').size(1, 2);
    for (const line of lines) encoder.line(line);
    return encoder.size(1, 1).cut('partial').encode();
  },
};

/** Ours first. */
export const receiptEncoders: readonly ReceiptEncoder[] = [
  ours,
  nodeThermalPrinter,
  receiptLine,
  receiptPrinterEncoder,
];
