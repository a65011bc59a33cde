// docs/proof.md: a line for each proof and each of its controls, with the commit that it was run on.
import type { ProofReport } from './proofs.ts';

/** What the page says of a proof. */
export interface ProvenClaim {
  readonly name: string;
  readonly claim: string;
  readonly breaks: readonly string[];
}

export interface ProofRow {
  readonly name: string;
  readonly breaking: string | null;
  readonly commit: string;
  readonly report: ProofReport;
}

const nameOf = (name: string, breaking: string | null): string =>
  breaking === null ? name : `${name}, \`PROOF_BREAK=${breaking}\``;

/** The lines of the page as it is, by what they are of. */
function recordedIn(page: string): Map<string, string> {
  const lines = page.split('\n').filter((line) => /^\| ([^|]+) \|/.test(line));
  return new Map(lines.map((line) => [line.split(' | ')[0]?.slice(2) ?? '', line]));
}

function lineOf({ name, breaking, commit, report }: ProofRow): string {
  const seen = Object.entries(report.seen).map(([what, count]) => `${what} ${count}`);
  const cells = [nameOf(name, breaking), commit, report.runs, report.violations.length, seen.join(', ')];
  return `| ${cells.join(' | ')} |`;
}

/** The page with this row in the place of what was recorded of the same; the others stay, with their own commits. */
export function pageWith(
  page: string,
  row: ProofRow,
  { claims, seed }: { readonly claims: readonly ProvenClaim[]; readonly seed: number },
): string {
  const lines = recordedIn(page).set(nameOf(row.name, row.breaking), lineOf(row));
  const all = claims.flatMap(({ name, breaks }) => [null, ...breaks].map((breaking) => nameOf(name, breaking)));
  return `# Proofs

Written by \`npm run proof\`, seed ${seed}; each line names the commit that it was run on (\`npm run proof -- NAME\` writes
the lines of one, each as soon as it is known). Each claim is run in full, and again with each of its guards broken by a
switch that only the proof's own wiring knows: a line with \`PROOF_BREAK\` must have violations, every other line none.
\`npm test\` runs a sample of each.

${claims.map(({ name, claim }) => `- **${name}**: ${claim}`).join('\n')}

| proof | commit | runs | violations | seen |
| --- | --- | ---: | ---: | --- |
${all.flatMap((name) => lines.get(name) ?? []).join('\n')}
`;
}
