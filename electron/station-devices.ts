import { findPrinters } from './devices/receipt-printer/find-printers.ts';
import { printerSetup } from './devices/receipt-printer/models.ts';
import { openPrinter } from './devices/receipt-printer/open-printer.ts';
import type { PrinterChoice, PrinterSeat, ReceiptPrinter } from './devices/receipt-printer/port.ts';
import { createPrinterSeat } from './devices/receipt-printer/printer-seat.ts';
import { PrinterPlaceText } from './settings/printer-place.ts';

/** Model, paper and font of a choice, as a printer is opened with them. */
export function setupOfChoice({ model, paper, font }: PrinterChoice) {
  return printerSetup({ printerModel: model, printerPaper: paper, printerFont: font });
}

/** The place of a station's real printer; `through` is what each that is put there is used by way of. */
export function createRealSeat(
  choice: PrinterChoice | null,
  through: (printer: ReceiptPrinter) => ReceiptPrinter = (printer) => printer,
): PrinterSeat {
  return createPrinterSeat({
    choice,
    open: (chosen) => through(openPrinter(PrinterPlaceText.parse(chosen.place), setupOfChoice(chosen))),
    mayUse: (place) => PrinterPlaceText.safeParse(place).success,
    find: () => findPrinters(),
  });
}
