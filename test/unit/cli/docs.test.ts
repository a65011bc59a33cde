import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandNames, optionsOf } from '../../../electron/cli/commands.ts';
import { knownVariables, settingNames, settingRows } from '../../../electron/settings/setting-rows.ts';
import { errorKinds } from '../../../shared/errors/error-table.ts';

const page = (name: string) => readFileSync(path.join(import.meta.dirname, '../../../docs', name), 'utf8');

describe('the page on configuration', () => {
  const text = page('configuration.md');

  it.each([...settingNames])('has a row for %s with its variable and its name in the file', (name) => {
    expect(text).toContain(`| \`${settingRows[name].variable}\` | \`${name}\` |`);
  });

  it('names no variable that does not exist', () => {
    const named = new Set(text.match(/\bTILL_[A-Z_]*[A-Z]\b/g));
    expect([...named].filter((name) => !knownVariables.includes(name))).toEqual([]);
    expect(knownVariables.filter((name) => !named.has(name))).toEqual([]);
  });
});

describe('the page on the command line', () => {
  const text = page('command-line.md');

  it.each([...commandNames])('shows %s with every option', (name) => {
    for (const option of Object.keys(optionsOf(name))) {
      expect(text).toContain(`--${option}`);
    }
    expect(text).toContain(name);
  });

  it('has a row for the exit status of every kind', () => {
    for (const [kind, { exit }] of Object.entries(errorKinds)) {
      expect(text).toContain(`| ${exit} | ${kind} |`);
    }
  });
});
