import { type PrinterModel, type PrinterSetup, printableLine } from './models.ts';
import type { PrintJob } from './port.ts';

/** All letters of the three languages, and signs that stand on receipts. */
export const testLetters = [
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  'abcdefghijklmnopqrstuvwxyz',
  '0123456789 .,:;!?+-*/=()[]{}<>#%&@$^~|',
  'ĄČĘĖĮŠŲŪŽ ąčęėįšųūž',
  'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ',
  'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  '€ „“ – ’',
] as const;

/** Widths that receipts are asked for at. */
const widths = [32, 42, 48, 56, 64];

/** `----+----1----+----2`: the tens' figures stand where the tens are. */
function ruler(columns: number): string {
  return Array.from({ length: columns }, (_, index) => {
    const column = index + 1;
    if (column % 10 === 0) return String((column / 10) % 10);
    return column % 5 === 0 ? '+' : '-';
  }).join('');
}

/**
 * A page that shows what a printer does with every letter, width, size and code, and whether it cuts and opens the
 * drawer. It has no words: figures, letters and the model's name are the same in every language.
 */
export function createTestPage(
  setup: PrinterSetup & { readonly model: PrinterModel },
  { mark, opensDrawer }: { readonly mark: string | null; readonly opensDrawer: boolean },
): PrintJob {
  const { columns, font } = printableLine(setup.model, setup);
  const shown = widths.filter((width) => width < columns);
  const lines = [...testLetters, ruler(columns), ...shown.map((width) => `${'.'.repeat(width - 2)}${width}`)];
  return {
    mark,
    header: [setup.model.name, { left: `font ${font.toUpperCase()}`, right: String(columns) }],
    text: lines.join('\r\n'),
    columns,
    below: [
      { kind: 'text', text: 'Aa Ąą Жж', bold: true },
      { kind: 'text', text: 'Aa Ąą Жж', size: 'wide' },
      { kind: 'text', text: 'Aa Ąą Жж', size: 'double', align: 'right' },
      { kind: 'qr', data: `TEST ${columns}` },
      { kind: 'barcode', data: `TEST-${columns}` },
    ],
    opensDrawer,
  };
}
