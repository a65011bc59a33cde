import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { writeCpio } from '../../../build/hardware/cpio.ts';
import { readTap, testsOfOutput } from '../../../build/hardware/machine.ts';

describe('what the machine’s tests say', () => {
  it('is read line by line, with the reason of a skip and the report behind a failure', () => {
    const output = [
      'TAP version 13',
      'ok 1 - a scanner is read',
      'not ok 2 - a stripe is read',
      "  error: 'no number'",
      'ok 3 - a printer prints # SKIP no printer',
      'ok 4 - a title with \\# in it',
      '1..4',
    ].join('\r\n');
    expect(readTap(output).map(({ title, kind }) => [title, kind])).toEqual([
      ['a scanner is read', 'passed'],
      ['a stripe is read', 'failed'],
      ['a printer prints', 'skipped'],
      ['a title with # in it', 'passed'],
    ]);
    expect(readTap(output)[1]?.detail).toContain('no number');
    expect(readTap(output)[2]?.detail).toBe('no printer');
  });

  it.each([
    ['the machine never came up', 'Kernel panic - not syncing'],
    ['it stopped before the end', 'ok 1 - a scanner is read\n1..1\n'],
    ['a test is missing', 'ok 1 - a scanner is read\n1..2\n=== guest ended 0\n'],
    ['there was no test at all', '1..0\n=== guest ended 0\n'],
  ])('is a failure when %s', (_, output) => {
    expect(testsOfOutput(output).at(-1)).toMatchObject({ kind: 'failed', detail: output });
  });

  it('is what was said when all of it was said', () => {
    const tests = testsOfOutput('ok 1 - a scanner is read\r\n1..1\r\n=== guest ended 0\r\n');
    expect(tests.map(({ kind }) => kind)).toEqual(['passed', 'passed']);
  });
});

describe('the first root’s archive', () => {
  it('has the form that a kernel unpacks', () => {
    const archive = writeCpio([
      { name: 'bin', mode: 0o040755 },
      { name: 'bin/init', mode: 0o100755, data: Buffer.from('#!/bin/sh\n') },
    ]);
    const listing = spawnSync('cpio', ['-t', '--quiet'], { input: archive, encoding: 'utf8' });
    // Not every system has cpio; the form is then judged by its own marks.
    expect(listing.error === undefined ? listing.stdout.trim().split('\n') : ['bin', 'bin/init']).toEqual([
      'bin',
      'bin/init',
    ]);
    expect(archive.toString('latin1').match(/070701/g)).toHaveLength(3);
    expect(archive.length % 4).toBe(0);
  });
});
