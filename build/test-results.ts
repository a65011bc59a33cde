// What the runners' JSON reports say, in one shape.

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** Each with its reason, for a person to read. */
  readonly skipped: readonly string[];
}

/** A check that has no parts: it passed or it did not. */
export function singleOutcome(didPass: boolean): Outcome {
  return { passed: didPass ? 1 : 0, failed: didPass ? 0 : 1, skipped: [] };
}

export function sumOf(outcomes: readonly Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
    skipped: outcomes.flatMap(({ skipped }) => skipped),
  };
}

/** The plain last line of every run. */
export function summaryLine({ passed, failed, skipped }: Outcome): string {
  return `${passed} passed, ${failed} failed, ${skipped.length} skipped`;
}

/** A runner that ended badly although no test of it failed (it crashed, or a file did not load) has failed all the same. */
function atLeastOneFailure(outcome: Outcome, exitStatus: number): Outcome {
  return exitStatus !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
}

interface VitestReport {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Reads vitest's JSON report; no report at all is a failure. */
export function vitestOutcome(report: string | null, exitStatus: number): Outcome {
  if (report === null) return singleOutcome(false);
  const { testResults } = JSON.parse(report) as VitestReport;
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const outcome = {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(({ status }) => status === 'failed').length,
    skipped: tests
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ fullName, status }) => `${fullName} (${status})`),
  };
  return atLeastOneFailure(outcome, exitStatus);
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly projectName: string;
      readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
      readonly annotations: readonly { readonly type: string; readonly description?: string }[];
    }[];
  }[];
}

/** Reads Playwright's JSON report; no report at all is a failure, and so is a test that passed only when repeated. */
export function playwrightOutcome(report: string | null, exitStatus: number): Outcome {
  if (report === null) return singleOutcome(false);
  const collect = (suite: PlaywrightSuite): Outcome[] => [
    ...(suite.suites ?? []).flatMap(collect),
    ...(suite.specs ?? []).flatMap(({ title, tests }) =>
      tests.map(({ projectName, status, annotations }): Outcome => {
        if (status !== 'skipped') return singleOutcome(status === 'expected');
        const reason = annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given';
        return { passed: 0, failed: 0, skipped: [`${title} [${projectName}]: ${reason}`] };
      }),
    ),
  ];
  return atLeastOneFailure(sumOf(collect(JSON.parse(report) as PlaywrightSuite)), exitStatus);
}
