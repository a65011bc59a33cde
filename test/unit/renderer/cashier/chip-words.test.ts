import { expect, test } from 'vitest';
import { linkChip, printerChip, readerChips } from '../../../../renderer/cashier/chip-words.ts';
import { journalChips } from '../../../../renderer/cashier/journal-chip.ts';
import { startTexts, textsOf } from '../../../../renderer/ui/i18n/i18n.ts';
import { locales } from '../../../../shared/domain/locale.ts';

const kinds = [
  'api.no-network',
  'api.host-not-found',
  'api.connection-refused',
  'api.certificate-rejected',
  'api.timed-out',
  'api.server-error',
] as const;

test.each(locales)('in %s each way of being unreachable has a cause and a next step of its own', async (locale) => {
  const texts = textsOf((await startTexts(locale)).t, locale);
  const chips = kinds.map((code) => linkChip({ kind: 'broken', code }, texts));
  const slow = linkChip({ kind: 'reached', latencyMs: 1_900, clockOffsetMs: 0 }, texts);
  expect(chips.every(({ state, next }) => state === 'care' && next !== null && next !== '')).toBe(true);
  expect(new Set(chips.map(({ note }) => note)).size).toBe(kinds.length);
  expect(new Set([...chips.map(({ say }) => say), slow.say]).size).toBe(kinds.length + 1);
  expect(slow.next).not.toBeNull();
});

test.each(locales)(
  'in %s a clock that is off, a printer, a reader and the journal each say cause and next step',
  async (locale) => {
    const texts = textsOf((await startTexts(locale)).t, locale);
    const chips = [
      linkChip({ kind: 'reached', latencyMs: 9, clockOffsetMs: 61_000 }, texts),
      linkChip({ kind: 'reached', latencyMs: 9, clockOffsetMs: -61_000 }, texts),
      printerChip({ kind: 'blocked', reason: 'paper-out' }, false, texts),
      printerChip({ kind: 'absent' }, false, texts),
      ...(['absent', 'no-permission', 'driver-missing', 'service-missing', 'hung'] as const).flatMap((state) =>
        readerChips([{ name: 'hid-scanner', state }], texts),
      ),
      ...(['disk-full', 'read-only', 'unavailable', 'no-key'] as const).flatMap((reason) =>
        journalChips({ kind: 'failing', reason, setAside: null, unsettled: 0 }, texts),
      ),
    ];
    expect(chips).toHaveLength(13);
    expect(chips.every(({ state, next }) => state === 'care' && next !== null && next !== '')).toBe(true);
    expect(new Set(chips.map(({ note }) => note)).size).toBe(13);
  },
);
