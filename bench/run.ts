// npm run bench: measures what the page docs/performance.md says, and writes it.
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import path from 'node:path';
import type { BenchResult } from './bench.ts';

const benches: Readonly<Record<string, () => Promise<{ measure: () => Promise<BenchResult> }>>> = {
  'scan-to-paint': () => import('./scan-to-paint.ts'),
  'input-to-paint': () => import('./input-to-paint.ts'),
  scroll: () => import('./scroll.ts'),
  'page-size': () => import('./page-size.ts'),
  'page-back': () => import('./page-back.ts'),
  'scan-router': () => import('./scan-router.ts'),
  'signed-requests': () => import('./signed-requests.ts'),
  'parse-statements': () => import('./parse-statements.ts'),
  journal: () => import('./journal.ts'),
  'encode-receipt': () => import('./encode-receipt.ts'),
};

const page = path.join(import.meta.dirname, '..', 'docs', 'performance.md');

function formatTable(rows: BenchResult['rows']): string {
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}

function formatResult({ title, rows, notes = [] }: BenchResult): string {
  const list = notes.map((note) => `- ${note}`).join('\n');
  return `## ${title}\n\n${formatTable(rows)}\n${list === '' ? '' : `\n${list}\n`}`;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`no such measurement: ${unknown.join(', ')}; allowed: ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
const sections: string[] = [];
for (const [name, load] of Object.entries(benches)) {
  if (wanted.length === 0 || wanted.includes(name)) {
    const { measure } = await load();
    const section = formatResult(await measure());
    console.log(section);
    sections.push(section);
  }
}
if (wanted.length === 0) {
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.versions.node}`;
  const intro = `# Performance\n\nMeasured by \`npm run build && npm run bench\` on ${machine}. Ratios within one run are what to compare; absolute\ntimes are the machine's.\n`;
  writeFileSync(page, `${intro}\n${sections.join('\n')}`);
}
