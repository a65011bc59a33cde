import type { CustomerDisplayView } from '../stores/station-slice.ts';
import type { Texts } from '../ui/i18n/i18n.ts';
import type { ChipView } from './chip-words.ts';

/** Only where it needs a hand: a display that stands where it should is seen. */
export function customerDisplayChips(display: CustomerDisplayView | undefined, texts: Texts): readonly ChipView[] {
  if (display !== 'no-display' && display !== 'failing') {
    return [];
  }
  const say = texts.t(`display/station/${display}`);
  const name = texts.t('display/station/name');
  return [{ state: 'care', icon: 'alert', name, note: say, say, next: texts.t(`display/station/${display}-next`) }];
}
