import { locales } from '../shared/domain/locale.ts';
import { type MarkBreak, markBreaks } from '../test/e2e/marks.ts';
import { runMarksOnDisplays } from '../test/e2e/marks-side-by-side.ts';
import { killBreaks, runKills } from '../test/flow/journal-kills.ts';
import { powerBreaks, runPowerCuts } from '../test/flow/journal-power-cuts.ts';
import { lostAnswerBreaks, runLostAnswers, trialNames } from '../test/flow/mutation-lost-answers.ts';
import { runPrintFaults } from '../test/flow/print-faults.ts';
import { printGuards } from '../test/flow/print-guards.ts';
import { runScanFuzz, scanGuards } from '../test/flow/scan-fuzz.ts';
import { richStatements, streamStatements } from '../test/flow/streamed-statements.ts';
import { proveTheWire } from '../test/flow/wire-proof.ts';
import { wireBreaks } from '../test/flow/wire-round-trip.ts';
import { galleryBreaks, proveTheGallery } from '../test/gallery/look-around.ts';
import { proveNoResidue, residueBreaks } from '../test/gallery/residue.ts';
import { displayResidueBreaks, proveNoDisplayResidue } from '../test/gallery/residue-display.ts';
import type { TellProgress } from '../test/progress.ts';
import { buildAll } from './build.ts';
import { isBuildStale } from './staleness.ts';

export interface ProofReport {
  readonly runs: number;
  /** What was seen besides, for docs/proof.md: counts, never contents. */
  readonly seen: Readonly<Record<string, number>>;
  /** Each time that the claim did not hold. */
  readonly violations: readonly string[];
}

export interface ProofRun {
  readonly seed: number;
  readonly breaking: string | null;
  readonly tell: TellProgress;
}

/** A claim that is run in full, and again with its guard broken: then it must fail. */
export interface Proof {
  readonly name: string;
  readonly claim: string;
  /** What `PROOF_BREAK` may be set to; each is a control. */
  readonly breaks: readonly string[];
  run(options: ProofRun): Promise<ProofReport>;
}

const fullRuns = 1_000;
const fullScans = 100_000;
/** A desk without its guards violates the claim within the first few. */
const controlScans = 10_000;

/** Whether the environment's word is one of a proof's own. */
function oneOf<B extends string>(breaks: readonly B[], breaking: string | null): B | null {
  return breaks.find((known) => known === breaking) ?? null;
}

const lostAnswers: readonly Proof[] = trialNames.map((trial) => {
  // An idempotent change that was repeated, or read and not found, did no harm that a look at the end could show.
  const isIdempotent = trial.startsWith('description.');
  const breaks = isIdempotent ? lostAnswerBreaks.slice(0, 1) : lostAnswerBreaks;
  return {
    name: `lost-answer ${trial}`,
    claim:
      'A connection reset at a random byte: never sent twice, never told as failed when it happened, nor as done when not.',
    breaks,
    async run({ seed, breaking, tell }) {
      const { runs, told, happened, violations } = await runLostAnswers({
        trial,
        runs: fullRuns,
        seed,
        breaking: oneOf(breaks, breaking),
        tell,
      });
      return { runs, seen: { ...told, happened }, violations };
    },
  };
});

const wire: Proof = {
  name: 'wire',
  claim:
    'Any identifier, list and body means on the wire what was meant, under a MAC and a body hash of the very bytes.',
  breaks: wireBreaks,
  async run({ seed, breaking }) {
    const report = await proveTheWire({ runs: fullRuns, seed, breaking: oneOf(wireBreaks, breaking) });
    return { ...report, seen: {} };
  },
};

const mostPagesAtHand = 2;

const stream: Proof = {
  name: 'stream',
  claim: 'Ten thousand statements stream through, each once, with no more than the page at hand in memory.',
  breaks: ['keep-pages'],
  async run({ breaking }) {
    const seen = await streamStatements({ keepPages: breaking === 'keep-pages' });
    const violations = [
      ...(seen.rows === richStatements && seen.distinctIds === richStatements ? [] : ['not each statement once']),
      ...(seen.mostPagesKept <= mostPagesAtHand ? [] : [`${seen.mostPagesKept} pages were kept`]),
    ];
    return { runs: 1, seen: { ...seen }, violations };
  },
};

const printing: Proof = {
  name: 'print',
  claim:
    'A receipt with a fault at a random byte: never told as printed when it is not, never out twice, never out later.',
  breaks: printGuards,
  run: ({ seed, breaking, tell }) =>
    runPrintFaults({ runs: fullRuns, seed, breaking: oneOf(printGuards, breaking), tell }),
};

const scans: Proof = {
  name: 'scan',
  claim:
    'A hundred thousand scans by wedge, HID and serial line, with 0 to 150 ms of jitter, in three layouts, among typing, changing focus, dialogs, prints and a busy thread: none lost, split, leaked into a field or answered with another customer.',
  breaks: scanGuards,
  run: ({ seed, breaking, tell }) =>
    runScanFuzz({
      scans: breaking === null ? fullScans : controlScans,
      seed,
      breaking: oneOf(scanGuards, breaking),
      tell,
    }),
};

/** A language each: it takes long enough for somebody to want to end it between two. */
const galleries = locales.map(
  (locale): Proof => ({
    name: `gallery ${locale}`,
    claim: `Every screen in every state, theme and size, in the language ${locale}: axe-core finds nothing (WCAG 2.2 AA), and no word is cut off.`,
    breaks: galleryBreaks,
    run: ({ breaking, tell }) => proveTheGallery({ locale, breaking: oneOf(galleryBreaks, breaking), tell }),
  }),
);

const kills: Proof = {
  name: 'kill',
  claim:
    'A till killed at random points of a thousand journaled operations: no entry lost or torn, no change or print repeated, every open intent settled.',
  breaks: killBreaks,
  run: ({ seed, breaking, tell }) =>
    runKills({ operations: fullRuns, seed, breaking: oneOf(killBreaks, breaking), tell }),
};

/** Each is followed by some twenty starts. */
const fullCommits = 250;
/** A control loses something at once, at every second commit or so. */
const controlCommits = 20;

const powerCuts: Proof = {
  name: 'power',
  claim:
    'The power goes at any page that 250 commits write, and within it: the journal opens, holds what it said it had written and nothing in part, verifies, and goes on.',
  breaks: powerBreaks,
  run: async ({ seed, breaking, tell }) =>
    runPowerCuts({
      commits: breaking === null ? fullCommits : controlCommits,
      seed,
      breaking: oneOf(powerBreaks, breaking),
      tell,
    }),
};

/** A till without one of its guards leaves marks with its first visits. */
const controlVisits = 8;
/** Side by side, each with its own world and display: one waits for a key or an answer while the other works. */
const stationsAtOnce = 2;

const marks: Proof = {
  name: 'marks',
  claim:
    'A thousand visits at the desk, at the kiosk and by command, with marked customers and secrets, faults and kills: no mark in the data folder, the logs, passing files, the home folder, what was written, arguments of processes or variables of children.',
  breaks: markBreaks,
  async run({ seed, breaking, tell }) {
    if (isBuildStale()) await buildAll();
    const full = breaking === null;
    const visits = full ? fullRuns : controlVisits;
    const stations = full ? stationsAtOnce : 1;
    return runMarksOnDisplays({ visits, stations, seed, breaking: oneOf<MarkBreak>(markBreaks, breaking), tell });
  },
};

const residue: Proof = {
  name: 'residue',
  claim:
    'Two hundred marked customers at the kiosk, each through every task: after each the heap and the document of its page hold nothing of them, and an answer that comes late is dropped.',
  breaks: residueBreaks,
  run: ({ breaking, tell }) => proveNoResidue(oneOf(residueBreaks, breaking), tell),
};

const displayResidue: Proof = {
  name: 'residue display',
  claim:
    'Fifty marked customers at a desk with a display of their own: once a code was typed there the page’s heap and document hold nothing of it, and once its customer has gone nothing of the amount either.',
  breaks: displayResidueBreaks,
  run: ({ breaking }) => proveNoDisplayResidue(oneOf(displayResidueBreaks, breaking)),
};

/** Every proof of the project; `npm run proof` runs them in this order. */
export const proofs: readonly Proof[] = [
  ...lostAnswers,
  wire,
  stream,
  printing,
  scans,
  ...galleries,
  residue,
  displayResidue,
  kills,
  powerCuts,
  marks,
];
