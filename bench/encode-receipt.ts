import iconv from 'iconv-lite';
import { createEscposOverTcp } from '../electron/devices/receipt-printer/escpos-over-tcp.ts';
import { printerModels } from '../electron/devices/receipt-printer/models.ts';
import { createPrinter } from '../simulator/printer/printer.ts';
import { startPrinterSimulator } from '../simulator/printer/server.ts';
import type { BenchResult } from './bench.ts';
import { columns, type ReceiptEncoder, receiptEncoders } from './receipt-encoders.ts';
import { median, percentile } from './statistics.ts';

const lines = 40;
const warmUps = 100;
const rounds = 400;
const prints = 200;

/** Balances as the service words them; people and shops are made up. */
const sentences = {
  en: [
    'Balance of the account',
    'At disposal: 22.99 EUR',
    'Reserved: 98.00 USD',
    'Holder: Jonas Pavyzdys',
    'Thank you!',
  ],
  lt: [
    'Jūsų sąskaitos likutis',
    'Laisvos lėšos: 22,99 €',
    'Rezervuota: 98,00 USD',
    'Savininkė: Ąžuolė Šlėktaitė',
    'Ačiū!',
  ],
  ru: ['Ваш баланс на счёте', 'Доступно: 22,99 €', 'Зарезервировано: 98,00 USD', 'Владелец: Иван Пример', 'Спасибо!'],
} as const;

type Language = keyof typeof sentences;
const languages = Object.keys(sentences) as readonly Language[];

function receiptOf(language: Language): readonly string[] {
  const words = sentences[language];
  return Array.from({ length: lines }, (_, index) => `${index + 1}. ${words[index % words.length]}`);
}

const receipts = new Map(languages.map((language) => [language, receiptOf(language)]));

/** The pages of a TM-T88V by their numbers, as far as any of the libraries selects them. */
const t88vPages = Object.entries({
  0: 'cp437',
  2: 'cp850',
  13: 'cp857',
  16: 'cp1252',
  17: 'cp866',
  18: 'cp852',
  19: 'cp858',
  14: 'cp737',
  15: 'iso88597',
  33: 'cp775',
  34: 'cp855',
  39: 'iso88592',
  40: 'iso885915',
  45: 'cp1250',
  46: 'cp1251',
  47: 'cp1253',
  48: 'cp1254',
  51: 'cp1257',
}).map(([number, page]) => ({
  number: Number(number),
  // The printer's page 857 has the euro sign, which came after the standard that iconv-lite knows.
  letters: Array.from({ length: 128 }, (_, index) =>
    page === 'cp857' && index === 0x55 ? '€' : iconv.decode(Buffer.from([0x80 + index]), page),
  ),
}));

/** How many of a receipt's letters beyond ASCII are on the paper. */
function lettersRight(encoder: ReceiptEncoder, language: Language): string {
  const receipt = receipts.get(language) ?? [];
  const printer = createPrinter({ columns, pages: t88vPages });
  printer.receive(encoder.encode(receipt));
  const printed = new Set(
    printer.paper.lines.map((line) =>
      line.kind === 'text'
        ? line.runs
            .map((run) => run.text)
            .join('')
            .trim()
        : '',
    ),
  );
  const right = receipt.filter((line) => printed.has(line));
  return `${right.length} of ${receipt.length}`;
}

function timeOf(encoder: ReceiptEncoder): number {
  const startedMs = performance.now();
  for (const receipt of receipts.values()) encoder.encode(receipt);
  return (performance.now() - startedMs) / receipts.size;
}

/** One round of each in turn, so that whatever slows the machine slows all of them. */
function timesOf(encoders: readonly ReceiptEncoder[]): ReadonlyMap<ReceiptEncoder, readonly number[]> {
  const times = new Map(encoders.map((encoder): [ReceiptEncoder, number[]] => [encoder, []]));
  for (let round = 0; round < warmUps + rounds; round += 1) {
    for (const encoder of encoders) {
      const time = timeOf(encoder);
      if (round >= warmUps) times.get(encoder)?.push(time);
    }
  }
  return times;
}

const inMicroseconds = (ms: number): string => `${(ms * 1_000).toFixed(0)} µs`;

/** From the text in hand to the receipt's first byte at the printer, past the questions before it. */
async function firstByteTimes(): Promise<readonly number[]> {
  let received = 0;
  let firstByteAt: number | null = null;
  // Four questions of three bytes, and ESC @, GS a, GS r: what comes next is the receipt's.
  const before = 4 * 3 + 2 + 3 + 3;
  const simulator = await startPrinterSimulator({
    columns,
    beforeByte: () => {
      if (received === before) firstByteAt = performance.now();
      received += 1;
    },
  });
  const printer = createEscposOverTcp({ ...simulator, model: printerModels['epson-tm-t88v'] });
  const times: number[] = [];
  const text = (receipts.get('lt') ?? []).join('\r\n');
  for (let print = 0; print < prints; print += 1) {
    // As the desk does: the printer was asked how it is while the text was fetched.
    await printer.readState({ timeoutMs: 5_000 });
    received = 0;
    firstByteAt = null;
    const startedAt = performance.now();
    const outcome = await printer.print({ mark: null, header: [], text, columns }, { timeoutMs: 20_000 });
    if (outcome.kind !== 'printed' || firstByteAt === null) throw new Error('the receipt was not printed');
    times.push(firstByteAt - startedAt);
  }
  await printer.close();
  await simulator.close();
  return times.slice(prints / 10);
}

/** A 40-line receipt in each of three languages, encoded by the till and by three libraries in one run. */
export async function measure(): Promise<BenchResult> {
  const times = timesOf(receiptEncoders);
  const [ours] = receiptEncoders;
  const own = ours === undefined ? [] : (times.get(ours) ?? []);
  const rows = receiptEncoders.map((encoder) => {
    const theirs = times.get(encoder) ?? [];
    const ratios = theirs.map((time, round) => time / (own[round] ?? Number.NaN));
    return [
      encoder.name,
      inMicroseconds(median(theirs)),
      inMicroseconds(percentile(theirs, 95)),
      median(ratios).toFixed(1),
      ...languages.map((language) => lettersRight(encoder, language)),
    ];
  });
  const firstByte = await firstByteTimes();
  return {
    title: 'A receipt of 40 lines as bytes',
    rows: [
      ['', 'median', 'p95', 'ratio to the till', ...languages.map((language) => `lines right, ${language}`)],
      ...rows,
    ],
    notes: [
      `Mean of the three languages per receipt, ${rounds} rounds, all four in turn in each.`,
      'Lines right: what a TM-T88V with its pages prints, letter by letter.',
      `Receipt text in hand to its first byte at the printer, over the kept connection and past the questions of state: ${inMicroseconds(median(firstByte))} (p95 ${inMicroseconds(percentile(firstByte, 95))}).`,
    ],
  };
}
