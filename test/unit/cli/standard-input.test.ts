import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { readFirstLine } from '../../../electron/cli/standard-input.ts';

it.each([
  [['paysera:1\nmore'], 'paysera:1'],
  [['pays', 'era:1', '\r\n'], 'paysera:1'],
  [['no end'], 'no end'],
  [[], ''],
  [['\n'], ''],
  [['x'.repeat(5000)], 'x'.repeat(4096)],
])('the first line of %j is read without its end', async (chunks, line) => {
  expect(
    await readFirstLine(
      Readable.from(
        chunks.map((chunk) => Buffer.from(chunk)),
        { objectMode: false },
      ),
    ),
  ).toBe(line);
});
