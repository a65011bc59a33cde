import type { ScreenLocale } from '../../../shared/domain/locale.ts';

export interface VoiceManner {
  readonly locale: ScreenLocale;
  /** 1 is the voice's own speed. */
  readonly rate: number;
  /** 0 to 1. */
  readonly volume: number;
}

/** `failed`: the program or the sound did not work, and nobody heard it to its end. */
export type SpokenOutcome = 'said' | 'stopped' | 'failed';

/** A voice that reads aloud. */
export interface Voice {
  /** Languages that this machine can speak; none where no voice is installed. Never rejects. */
  readLanguages(): Promise<readonly ScreenLocale[]>;
  /** Says these sentences instead of whatever is being said. Never rejects. */
  say(sentences: readonly string[], manner: VoiceManner): Promise<SpokenOutcome>;
  stop(): void;
}
