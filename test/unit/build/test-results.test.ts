import { expect, it } from 'vitest';
import { playwrightOutcome, singleOutcome, summaryLine, sumOf, vitestOutcome } from '../../../build/test-results.ts';

const vitestReport = (...statuses: string[]) =>
  JSON.stringify({
    testResults: [{ assertionResults: statuses.map((status, index) => ({ status, fullName: `test ${index}` })) }],
  });

const playwrightReport = JSON.stringify({
  suites: [
    {
      specs: [{ title: 'a', tests: [{ projectName: 'chromium-host', status: 'expected', annotations: [] }] }],
      suites: [
        {
          specs: [
            { title: 'b', tests: [{ projectName: 'chromium-host', status: 'flaky', annotations: [] }] },
            {
              title: 'c',
              tests: [
                {
                  projectName: 'electron',
                  status: 'skipped',
                  annotations: [{ type: 'skip', description: 'no binary' }],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
});

it('counts vitest’s tests and names the skipped ones', () => {
  expect(vitestOutcome(vitestReport('passed', 'failed', 'pending', 'todo', 'passed'), 1)).toEqual({
    passed: 2,
    failed: 1,
    skipped: ['test 2 (pending)', 'test 3 (todo)'],
  });
});

it('counts Playwright’s tests at any depth, a flaky one as failed, a skipped one with its reason', () => {
  expect(playwrightOutcome(playwrightReport, 1)).toEqual({
    passed: 1,
    failed: 1,
    skipped: ['c [electron]: no binary'],
  });
});

it('takes a runner that ended badly without a failed test, or left no report, for a failure', () => {
  expect(vitestOutcome(vitestReport('passed'), 1).failed).toBe(1);
  expect(vitestOutcome(null, 0).failed).toBe(1);
  expect(playwrightOutcome(null, 0).failed).toBe(1);
  expect(playwrightOutcome(JSON.stringify({ suites: [] }), 1).failed).toBe(1);
});

it('sums every runner into the plain last line', () => {
  const sum = sumOf([singleOutcome(true), singleOutcome(false), { passed: 7, failed: 0, skipped: ['x: why'] }]);
  expect(summaryLine(sum)).toBe('8 passed, 1 failed, 1 skipped');
});
