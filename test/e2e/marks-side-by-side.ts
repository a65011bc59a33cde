// The visits of the mark test at several stations at once, each with a display, a world and a service of its own.
import { startVirtualDisplay } from '../../build/virtual-display.ts';
import { sayNothing } from '../progress.ts';
import { type MarksReport, type MarksRun, runMarks } from './marks.ts';

/** What several stations saw; each of them knows the same marks but for its own key. */
function sumOf(reports: readonly MarksReport[]): Readonly<Record<string, number>> {
  const seen: Record<string, number> = {};
  for (const [name, more] of reports.flatMap((report) => Object.entries(report.seen))) {
    seen[name] = name === 'marks' ? Math.max(seen.marks ?? 0, more) : (seen[name] ?? 0) + more;
  }
  return seen;
}

/** Shares the visits out among so many stations; each is seeded apart. */
export async function runMarksOnDisplays({
  stations,
  ...run
}: Omit<MarksRun, 'from' | 'display'> & { readonly stations: number }): Promise<MarksReport> {
  const { visits, seed, tell = sayNothing } = run;
  const displays = await Promise.all(Array.from({ length: stations }, startVirtualDisplay));
  const done = displays.map(() => 0);
  const each = Math.ceil(visits / stations);
  try {
    const reports = await Promise.all(
      displays.map(({ name }, station) =>
        runMarks({
          ...run,
          visits: Math.min(each, visits - station * each),
          seed: seed + station,
          from: station * each,
          display: name,
          tell: (served) => {
            done[station] = served;
            tell(
              done.reduce((sum, part) => sum + part, 0),
              visits,
            );
          },
        }),
      ),
    );
    return {
      runs: reports.reduce((sum, { runs }) => sum + runs, 0),
      seen: sumOf(reports),
      violations: reports.flatMap(({ violations }) => violations),
    };
  } finally {
    for (const { stop } of displays) stop();
  }
}
