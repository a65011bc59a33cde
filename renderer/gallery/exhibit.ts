import type { ReactElement } from 'react';
import type { Locale } from '../../shared/domain/locale.ts';
import type { Theme } from '../../shared/domain/theme.ts';

/** A window or display, in CSS pixels: `1366x768`. */
export type Size = `${number}x${number}`;

/** One screen in one state, alone: no main process, no device, no network. */
export interface Exhibit {
  /** `face/state`; also the picture's file name. */
  readonly name: string;
  /** What `data-face` says on the root element. */
  readonly face: 'desk' | 'kiosk' | 'display';
  /** The first is the usual one. */
  readonly sizes: readonly Size[];
  readonly themes: readonly Theme[];
  /** One look of many that a screen has: `npm test` leaves it to the proof, which takes every combination. */
  readonly isOneOfMany?: true | undefined;
  readonly show: (locale: Locale) => ReactElement;
}
