import type { JournalView } from '../stores/station-slice.ts';
import type { Texts } from '../ui/i18n/i18n.ts';
import type { ChipView } from './chip-words.ts';

/** Only where it needs a hand: a journal that is written is nobody's concern. */
export function journalChips(journal: JournalView | undefined, texts: Texts): readonly ChipView[] {
  const { what, next } = texts.error('journal.not-writable');
  const care = (note: string, say: string, step: string | null): readonly ChipView[] => [
    { state: 'care', icon: 'alert', name: texts.t('journal/name'), note, say, next: step },
  ];
  if (journal === undefined) {
    return [];
  }
  if (journal.kind === 'failing') {
    return care(texts.t(`journal/failing/${journal.reason ?? 'unavailable'}`), what, next[0] ?? null);
  }
  if (journal.unsettled > 0) {
    const note = texts.t('journal/unsettled', { count: journal.unsettled });
    return care(note, note, 'till journal open');
  }
  return journal.setAside === null ? [] : care(texts.t('journal/setAside'), journal.setAside, null);
}
