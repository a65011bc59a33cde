import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetOutcome, readOutcome, writeOutcome } from '../../../build/outcome-file.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'outcomes-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

describe('what a runner leaves for the sum', () => {
  it('is read as it was written', () => {
    const outcome = { passed: 3, failed: 1, skipped: ['a: why'] };
    writeOutcome('hardware', outcome, dir);
    expect(readOutcome('hardware', dir)).toEqual(outcome);
  });

  it('is a failure when it left nothing', () => {
    expect(readOutcome('hardware', dir)).toEqual({ passed: 0, failed: 1, skipped: [] });
  });

  it('is a failure when only an earlier run left something', () => {
    writeOutcome('hardware', { passed: 3, failed: 0, skipped: [] }, dir);
    forgetOutcome('hardware', dir);
    expect(readOutcome('hardware', dir).failed).toBe(1);
  });
});
