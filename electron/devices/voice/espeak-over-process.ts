import type { ScreenLocale } from '../../../shared/domain/locale.ts';
import type { SpokenOutcome, Voice } from './port.ts';
import type { SpeechProgram, SpeechRun } from './speech-program.ts';

const usualWordsPerMinute = 160;
const fullAmplitude = 200;

/** Second column of `--voices`: the language of each, `lt` or `en-gb`. */
function languagesIn(list: string): readonly ScreenLocale[] {
  const languages = list.split('\n').map((line) => line.trim().split(/\s+/)[1]?.split('-')[0] ?? '');
  return [...new Set(languages)].filter((language) => /^[a-z]{2,3}$/.test(language));
}

/**
 * The voices of espeak-ng, which every distribution packages with Lithuanian, English and Russian in it.
 * Source: espeak-ng(1).
 */
export function createEspeakVoice(program: SpeechProgram): Voice {
  let speaking: SpeechRun | null = null;

  function stop(): void {
    const run = speaking;
    speaking = null;
    run?.stop();
  }

  return {
    async readLanguages() {
      const { status, output } = await program.run(['--voices'], '').ended;
      return status === 0 ? languagesIn(output) : [];
    },

    async say(sentences, { locale, rate, volume }): Promise<SpokenOutcome> {
      stop();
      const speed = String(Math.round(usualWordsPerMinute * rate));
      const amplitude = String(Math.round(fullAmplitude * volume));
      const run = program.run(['-v', locale, '-s', speed, '-a', amplitude, '-b', '1', '--stdin'], sentences.join('\n'));
      speaking = run;
      const { status } = await run.ended;
      if (speaking !== run) {
        return 'stopped';
      }
      speaking = null;
      return status === 0 ? 'said' : 'failed';
    },

    stop,
  };
}
