import type { KioskState } from '../stores/kiosk-store.ts';
import type { Texts } from '../ui/i18n/i18n.ts';
import type { IconName } from '../ui/icons/strokes.ts';

/** Something that can be done now: a slab on the screen, an entry in what is spoken. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  readonly run: () => void;
  /** The one next action: the black slab. */
  readonly isNext?: true;
  /** The way out: the slab without an outline. */
  readonly isQuiet?: true;
}

/**
 * All that a screen says and offers, drawn or spoken: what is on the screen and not in here cannot be heard, so
 * both come from here.
 */
export interface Script {
  /** Another key is another screen: the focus goes to it, and it is spoken from its beginning. */
  readonly key: string;
  readonly heading: string;
  /** What is spoken after the heading, sentence by sentence. */
  readonly lines: readonly string[];
  readonly choices: readonly Choice[];
  readonly back: (() => void) | null;
  /** What digit keys write into. */
  readonly typing: 'amount' | 'code' | 'pin' | null;
}

export interface Scene {
  readonly state: KioskState;
  readonly texts: Texts;
}

export const finishChoice = ({ state, texts }: Scene): Choice => ({
  id: 'finish',
  label: texts.t('kiosk/do/finish'),
  icon: 'door',
  isQuiet: true,
  run: () => state.finish('done'),
});

export const balanceChoice = ({ state, texts }: Scene): Choice => ({
  id: 'balance',
  label: texts.t('kiosk/do/balance'),
  icon: 'wallet',
  run: state.openBalance,
});

/** The script's own words without anything to do: while something is waited for. */
export function waitScript(key: string, heading: string, line: string): Script {
  return { key, heading, lines: [line], choices: [], back: null, typing: null };
}
