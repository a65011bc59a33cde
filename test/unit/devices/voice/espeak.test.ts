import { expect, test } from 'vitest';
import { createEspeakVoice } from '../../../../electron/devices/voice/espeak-over-process.ts';
import { type SpeechProgram, speechProgram } from '../../../../electron/devices/voice/speech-program.ts';

interface Run {
  readonly argv: readonly string[];
  readonly text: string;
  stopped: boolean;
  end(status: number | null, output?: string): void;
}

/** A program that speaks as long as the test wants. */
function fakeProgram() {
  const runs: Run[] = [];
  const program: SpeechProgram = {
    run(argv, text) {
      const { promise, resolve } = Promise.withResolvers<{ status: number | null; output: string }>();
      const run: Run = { argv, text, stopped: false, end: (status, output = '') => resolve({ status, output }) };
      runs.push(run);
      return {
        ended: promise,
        stop() {
          run.stopped = true;
          run.end(null);
        },
      };
    },
  };
  return { program, runs };
}

const manner = { locale: 'lt', rate: 1.5, volume: 0.5 } as const;
const voices = `Pty Language       Age/Gender VoiceName          File                 Other Languages
 2  en-gb           --/M      English_(Great_Britain) gmw/en               (en 2)
 5  lt              --/M      Lithuanian         bat/lt
 5  lv              --/M      Latvian            bat/lv`;

test('it speaks the languages that are installed, and none where the program is not', async () => {
  const { program, runs } = fakeProgram();
  const voice = createEspeakVoice(program);
  const found = voice.readLanguages();
  runs[0]?.end(0, voices);
  expect(await found).toEqual(['en', 'lt', 'lv']);
  const missing = voice.readLanguages();
  runs[1]?.end(null);
  expect(await missing).toEqual([]);
});

test('what is said goes to standard input, and stands in no argument', async () => {
  const { program, runs } = fakeProgram();
  const said = createEspeakVoice(program).say(['Jūsų likutis.', '22,99 EUR'], manner);
  expect(runs[0]).toMatchObject({ text: 'Jūsų likutis.\n22,99 EUR' });
  expect(runs[0]?.argv).toEqual(['-v', 'lt', '-s', '240', '-a', '100', '-b', '1', '--stdin']);
  runs[0]?.end(0);
  expect(await said).toBe('said');
});

test('the next words end the ones before, and a program that fails is told', async () => {
  const { program, runs } = fakeProgram();
  const voice = createEspeakVoice(program);
  const first = voice.say(['One.'], manner);
  const second = voice.say(['Two.'], manner);
  expect(runs[0]?.stopped).toBe(true);
  expect(await first).toBe('stopped');
  voice.stop();
  expect(await second).toBe('stopped');
  const third = voice.say(['Three.'], manner);
  runs[2]?.end(1);
  expect(await third).toBe('failed');
});

test('a program that is not there is no voice, and fails without a fault', async () => {
  const voice = createEspeakVoice(speechProgram('no-such-speaking-program'));
  expect(await voice.readLanguages()).toEqual([]);
  expect(await voice.say(['One.'], manner)).toBe('failed');
});

test('a program sees what it is given and none of our variables', async () => {
  process.env.TILL_MARK = 'a secret';
  const run = speechProgram(process.execPath).run(
    ['-e', 'process.stdin.pipe(process.stdout); console.log(Object.keys(process.env).join(","))'],
    'Labas',
  );
  const { status, output } = await run.ended;
  delete process.env.TILL_MARK;
  expect(status).toBe(0);
  expect(output).toContain('Labas');
  expect(output).not.toContain('TILL_');
});

const isInstalled = (await speechProgram('espeak-ng').run(['--version'], '').ended).status === 0;
const sentences = {
  lt: 'Jūsų likutis: dvidešimt du eurai.',
  en: 'Your balance: twenty-two euros.',
  ru: 'Ваш баланс: двадцать два евро.',
};

test.skipIf(!isInstalled).each(['lt', 'en', 'ru'] as const)(
  'the installed program makes sound of %s',
  async (locale) => {
    expect(await createEspeakVoice(speechProgram('espeak-ng')).readLanguages()).toContain(locale);
    const { status, output } = await speechProgram('espeak-ng').run(
      ['-v', locale, '--stdin', '--stdout'],
      sentences[locale],
    ).ended;
    expect(status).toBe(0);
    expect(output.startsWith('RIFF')).toBe(true);
    // Two seconds of sound at least, cut off where the pipe keeps no more.
    expect(output.length).toBeGreaterThan(40_000);
  },
);
