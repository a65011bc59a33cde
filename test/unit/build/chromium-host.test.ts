import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { decode, encode } from '../../../build/chromium-host/clone.ts';
import { strict } from '../../../build/chromium-host/strict.ts';
import { projectDir } from '../../../build/paths.ts';

const throughJson = (value: unknown) => decode(JSON.parse(JSON.stringify(encode(value))));

describe('what IPC carries', () => {
  it.each([
    [undefined],
    [null],
    [0],
    [-0],
    [Number.NaN],
    [Number.NEGATIVE_INFINITY],
    [12345678901234567890n],
    ['тест ąčę'],
    [new Date(1_795_171_200_000)],
    [new Map<unknown, unknown>([['a', new Set([1, 'b'])]])],
    [new Uint8Array([0, 127, 255])],
    [[1, undefined, { deep: [null] }]],
    [{ $: 'date', v: 1 }],
    [{ missing: undefined }],
  ])('%o arrives as it was', (value) => {
    expect(throughJson(value)).toStrictEqual(value);
  });

  it('carries an error by name and message', () => {
    const arrived = throughJson(new RangeError('too wide')) as Error;
    expect([arrived.name, arrived.message]).toEqual(['RangeError', 'too wide']);
  });

  it('refuses in Electron’s words what cannot be cloned', () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    for (const value of [() => 1, { a: { f() {} } }, Symbol('s'), Promise.resolve(1), new WeakMap(), cycle]) {
      expect(() => encode(value)).toThrow('An object could not be cloned.');
    }
  });

  it('carries the same object twice, as that is no cycle', () => {
    const twice = { a: 1 };
    expect(throughJson([twice, twice])).toEqual([{ a: 1 }, { a: 1 }]);
  });
});

describe('a part of the API', () => {
  const part = strict('app', { name: 'Till' });

  it('throws by name for what it lacks', () => {
    expect(part.name).toBe('Till');
    expect(() => (part as unknown as { dock: unknown }).dock).toThrow(
      'electron.app.dock is not implemented by the Chromium host',
    );
  });

  it('cannot be given anything', () => {
    expect(() => Object.assign(part, { name: 'Other' })).toThrow('electron.app.name cannot be set');
  });

  it('can be awaited and logged', async () => {
    expect(await part).toBe(part);
    expect(JSON.stringify(part)).toBe('{"name":"Till"}');
  });
});

describe('a debugging port', () => {
  const hostDir = path.join(projectDir, 'build', 'chromium-host');

  it('is named by the test’s own entry and by no other file of the host', () => {
    const naming = readdirSync(hostDir).filter((file) =>
      readFileSync(path.join(hostDir, file), 'utf8').includes('remote-debugging-port'),
    );
    expect(naming).toEqual(['test-entry.ts']);
  });

  it('cannot come from an argument: the host reads none', () => {
    const reading = readdirSync(hostDir).filter((file) =>
      /process\.argv|process\.execArgv/.test(readFileSync(path.join(hostDir, file), 'utf8')),
    );
    expect(reading).toEqual([]);
  });
});
