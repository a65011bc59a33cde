import { describe, expect, it } from 'vitest';
import { createCrashCounter } from '../../../electron/windows/crash-limit.ts';
import { crashNotice } from '../../../electron/windows/crash-notice.ts';
import { locales } from '../../../shared/domain/locale.ts';

function crashesAt(times: readonly number[]): boolean[] {
  let now = 0;
  const counter = createCrashCounter(() => now);
  return times.map((at) => {
    now = at;
    return counter.mayComeBack();
  });
}

describe('a page that crashed', () => {
  it('comes back after the first crash and after the second', () => {
    expect(crashesAt([0, 10_000])).toEqual([true, true]);
  });

  it('does not come back after the third within a minute', () => {
    expect(crashesAt([0, 30_000, 59_999])).toEqual([true, true, false]);
  });

  it('comes back for ever where crashes are rare', () => {
    expect(crashesAt([0, 30_000, 60_000, 90_000, 120_000])).toEqual([true, true, true, true, true]);
  });
});

describe('the notice of a page that keeps crashing', () => {
  it.each(locales)('says in %s whom to call, and the code for support', (locale) => {
    const { title, text } = crashNotice({ locale, supportPhone: '+370 5 000 0000' });
    expect(title.length).toBeGreaterThan(10);
    expect(text).toContain('+370 5 000 0000');
    expect(text).toContain('app.page-keeps-crashing');
  });

  it('names no telephone where none is set', () => {
    expect(crashNotice({ locale: 'en', supportPhone: null }).text).not.toContain('Support:');
  });
});
