import { readAnswer } from '../electron/wallet-api/answer.ts';
import { readStatements } from '../electron/wallet-api/endpoints/read-statements.ts';
import type { BenchResult } from './bench.ts';
import { inMs, median, percentile } from './statistics.ts';

const statements = 10_000;
const rowsPerPage = 200;
const rounds = 25;

/** A statement like those of the specification's example, each a little different. */
function statement(id: number): unknown {
  return {
    id,
    amount: 100 + id,
    currency: id % 3 === 0 ? 'USD' : 'EUR',
    amount_decimal: ((100 + id) / 100).toFixed(2),
    direction: id % 4 === 0 ? 'out' : 'in',
    date: 1_795_176_000 - id * 60,
    details: `Pervedimas už prekes Nr. ${id}`,
    other_party: {
      name: 'UAB Pavyzdys',
      code: '300000000',
      account_number: `EVP00100020${String(id).padStart(5, '0')}`,
    },
    type: 'transfer',
    transfer_id: 45_000 + id,
  };
}

/** The bytes of all pages, as they come off the socket. */
function pages(): readonly Uint8Array[] {
  return Array.from({ length: statements / rowsPerPage }, (_, page) => {
    const offset = page * rowsPerPage;
    const rows = Array.from({ length: rowsPerPage }, (_row, index) => statement(offset + index + 1));
    const metadata = { total: statements, offset, limit: rowsPerPage };
    return new TextEncoder().encode(JSON.stringify({ statements: rows, _metadata: metadata }));
  });
}

function timeOf(work: () => void): number {
  const startedMs = performance.now();
  work();
  return performance.now() - startedMs;
}

/** What reading 10,000 statements costs, as a ratio to `JSON.parse` of the same bytes. */
export function measure(): Promise<BenchResult> {
  const bodies = pages();
  const decoder = new TextDecoder();
  const parse = (): void => bodies.forEach((body) => void JSON.parse(decoder.decode(body)));
  const read = (): void =>
    bodies.forEach((body) => {
      const answer = readAnswer(
        { status: 200, retryAfter: null, body },
        readStatements.answer,
        readStatements.refusals,
      );
      if (!answer.ok) {
        throw new Error(answer.error.code);
      }
    });
  timeOf(parse);
  timeOf(read);
  const parsed: number[] = [];
  const readTimes: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    parsed.push(timeOf(parse));
    readTimes.push(timeOf(read));
  }
  const ratios = readTimes.map((time, round) => time / (parsed[round] ?? Number.NaN));
  const bytes = bodies.reduce((total, body) => total + body.byteLength, 0);
  return Promise.resolve({
    title: '10,000 statements read',
    rows: [
      ['', 'median', 'p95'],
      [
        'decoded, checked field by field and brought into one form',
        inMs(median(readTimes)),
        inMs(percentile(readTimes, 95)),
      ],
      ['`JSON.parse` of the same bytes', inMs(median(parsed)), inMs(percentile(parsed, 95))],
      ['ratio, round by round', median(ratios).toFixed(1), percentile(ratios, 95).toFixed(1)],
    ],
    notes: [`${(bytes / 1024 / 1024).toFixed(1)} MiB in ${bodies.length} pages of ${rowsPerPage}, ${rounds} rounds.`],
  });
}
