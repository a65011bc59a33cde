import type { ScreenLocale } from '../../shared/domain/locale.ts';

export interface Manner {
  readonly locale: ScreenLocale;
  /** 1 is the voice's own speed. */
  readonly rate: number;
  /** 0 to 1. */
  readonly volume: number;
}

/** A voice that reads aloud. */
export interface Speech {
  /** Whether this machine has a voice of that language. */
  canSpeak(locale: ScreenLocale): boolean;
  /** Says these sentences one after another, instead of whatever is being said. */
  say(sentences: readonly string[], manner: Manner): void;
  hush(): void;
  /** Told when speaking begins and when all was said. */
  onSpeaking(listener: (speaking: boolean) => void): void;
}

type Synthesis = Pick<SpeechSynthesis, 'speak' | 'cancel' | 'getVoices'>;

function voiceOf(synthesis: Synthesis, locale: ScreenLocale): SpeechSynthesisVoice | undefined {
  // Voices are named `lt`, `lt-LT` or `lt_LT`.
  return synthesis.getVoices().find(({ lang }) => lang.toLowerCase().split(/[-_]/)[0] === locale);
}

/**
 * The browser's own speech (Web Speech API). On Linux its voices are those of speech-dispatcher. `synthesis` is asked
 * for at each use: voices come some time after the page does.
 */
export function createSpeech(synthesis: () => Synthesis | undefined): Speech {
  let listener: (speaking: boolean) => void = () => undefined;
  let turn = 0;
  // Asked once ahead, because the first answer is an empty list.
  synthesis()?.getVoices();

  return {
    canSpeak(locale) {
      const engine = synthesis();
      return engine !== undefined && voiceOf(engine, locale) !== undefined;
    },

    say(sentences, { locale, rate, volume }) {
      const engine = synthesis();
      const voice = engine === undefined ? undefined : voiceOf(engine, locale);
      if (engine === undefined || voice === undefined) {
        return;
      }
      turn += 1;
      const mine = turn;
      engine.cancel();
      const said = sentences.filter((sentence) => sentence.trim() !== '');
      listener(said.length > 0);
      said.forEach((sentence, index) => {
        const utterance = new SpeechSynthesisUtterance(sentence);
        utterance.voice = voice;
        utterance.lang = voice.lang;
        utterance.rate = rate;
        utterance.volume = volume;
        if (index === said.length - 1) {
          const end = () => {
            if (mine === turn) {
              listener(false);
            }
          };
          utterance.onend = end;
          utterance.onerror = end;
        }
        engine.speak(utterance);
      });
    },

    hush() {
      turn += 1;
      synthesis()?.cancel();
      listener(false);
    },

    onSpeaking(heard) {
      listener = heard;
    },
  };
}
