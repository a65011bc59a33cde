import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { apiCoveragePage, renderApiCoverage } from '../../../build/api-coverage.ts';
import { operationNames } from '../../../electron/wallet-api/operations.ts';

test('docs/api-coverage.md is what the declarations say; `npm run api-coverage` writes it anew', () => {
  expect(readFileSync(apiCoveragePage, 'utf8')).toBe(renderApiCoverage());
});

test('the page has a section for every operation', () => {
  const sections = [...renderApiCoverage().matchAll(/^## (.+)$/gm)].map(([, name]) => name);
  expect(sections).toEqual(operationNames);
});
