import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { projectDir } from '../../../build/paths.ts';

const exampleDir = path.join(import.meta.dirname, 'host-surface');

it('an API of Electron outside the frozen list does not compile against the host, and one on it does', () => {
  const compiler = path.join(projectDir, 'node_modules', 'typescript', 'bin', 'tsc');
  const { stdout } = spawnSync(process.execPath, [compiler, '-p', exampleDir, '--pretty', 'false'], {
    encoding: 'utf8',
  });
  const refusedLines = [...stdout.matchAll(/(\w+)\.ts\((\d+),\d+\): error/g)].map(
    ([, file, line]) => `${file}:${line}`,
  );

  const unlisted = readFileSync(path.join(exampleDir, 'unlisted.ts'), 'utf8').split('\n');
  const marked = unlisted.flatMap((line, index) => (line.endsWith('// refused') ? [`unlisted:${index + 1}`] : []));
  expect(marked).toHaveLength(11);
  expect([...new Set(refusedLines)].sort()).toEqual(marked.sort());
});
