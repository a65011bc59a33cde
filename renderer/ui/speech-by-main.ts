import type { ScreenLocale } from '../../shared/domain/locale.ts';
import type { Manner, Speech } from './speech.ts';

/** This machine's voice, as far as the page can ask for it. */
export interface FarVoice {
  readLanguages(): Promise<readonly ScreenLocale[]>;
  /** Answers when all was said, was stopped, or failed. */
  say(sentences: readonly string[], manner: Manner): Promise<unknown>;
  hush(): void;
}

/** Speaks by main. Which languages there are is asked once, ahead: nobody waits for it, and until then there are none. */
export function createSpeechByMain(voice: FarVoice): Speech {
  let languages: ReadonlySet<ScreenLocale> = new Set();
  void voice.readLanguages().then((known) => {
    languages = new Set(known);
  });
  let listener: (speaking: boolean) => void = () => undefined;
  let turn = 0;
  return {
    canSpeak: (locale) => languages.has(locale),
    say(sentences, manner) {
      const said = sentences.filter((sentence) => sentence.trim() !== '');
      turn += 1;
      const mine = turn;
      listener(said.length > 0);
      void voice.say(said, manner).then(() => {
        if (mine === turn) {
          listener(false);
        }
      });
    },
    hush() {
      turn += 1;
      voice.hush();
      listener(false);
    },
    onSpeaking(heard) {
      listener = heard;
    },
  };
}

/** The browser's voices where it has any, else this machine's: one source at a time, so that nobody hears two. */
export function eitherSpeech(near: Speech, far: Speech, hasNear: () => boolean): Speech {
  const chosen = () => (hasNear() ? near : far);
  return {
    canSpeak: (locale) => chosen().canSpeak(locale),
    say: (sentences, manner) => chosen().say(sentences, manner),
    hush: () => chosen().hush(),
    onSpeaking(listener) {
      near.onSpeaking(listener);
      far.onSpeaking(listener);
    },
  };
}
