import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSpeech } from '../../../../renderer/ui/speech.ts';

/** What a browser offers; it speaks when the test says so. */
class Synthesis {
  readonly spoken: { text: string; lang: string; rate: number; volume: number; end(): void; fail(): void }[] = [];
  cancelled = 0;
  readonly langs: string[];
  constructor(langs: string[]) {
    this.langs = langs;
  }
  getVoices = () => this.langs.map((lang) => ({ lang, name: lang })) as unknown as SpeechSynthesisVoice[];
  cancel = () => {
    this.cancelled += 1;
  };
  speak = (utterance: SpeechSynthesisUtterance) => {
    this.spoken.push({
      text: utterance.text,
      lang: utterance.lang,
      rate: utterance.rate,
      volume: utterance.volume,
      end: () => utterance.onend?.({} as never),
      fail: () => utterance.onerror?.({} as never),
    });
  };
}

class Utterance {
  lang = '';
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

beforeEach(() => vi.stubGlobal('SpeechSynthesisUtterance', Utterance));
afterEach(() => vi.unstubAllGlobals());

const lithuanian = { locale: 'lt', rate: 1.2, volume: 0.6 } as const;

it('speaks a language that has a voice, however the voice is named', () => {
  const speech = createSpeech(() => new Synthesis(['lt_LT', 'en-GB', 'ru']));
  expect((['lt', 'en', 'ru'] as const).map(speech.canSpeak)).toEqual([true, true, true]);
  expect(createSpeech(() => new Synthesis(['lt-LT'])).canSpeak('ru')).toBe(false);
  expect(createSpeech(() => undefined).canSpeak('en')).toBe(false);
});

it('finds a voice that came later than the page', () => {
  const synthesis = new Synthesis([]);
  const speech = createSpeech(() => synthesis);
  expect(speech.canSpeak('lt')).toBe(false);
  synthesis.langs.push('lt');
  expect(speech.canSpeak('lt')).toBe(true);
});

it('says sentence after sentence in that voice, instead of what is being said', () => {
  const synthesis = new Synthesis(['en-GB', 'lt-LT']);
  createSpeech(() => synthesis).say(['Labas.', ' ', 'Kortelę.'], lithuanian);
  expect(synthesis.cancelled).toBe(1);
  expect(synthesis.spoken.map(({ text, lang, rate, volume }) => [text, lang, rate, volume])).toEqual([
    ['Labas.', 'lt-LT', 1.2, 0.6],
    ['Kortelę.', 'lt-LT', 1.2, 0.6],
  ]);
});

it.each(['end', 'fail'] as const)('tells when all was said: %s of the last sentence', (how) => {
  const synthesis = new Synthesis(['lt']);
  const speech = createSpeech(() => synthesis);
  const heard: boolean[] = [];
  speech.onSpeaking((speaking) => heard.push(speaking));
  speech.say(['One.', 'Two.'], lithuanian);
  synthesis.spoken[0]?.end();
  expect(heard).toEqual([true]);
  synthesis.spoken[1]?.[how]();
  expect(heard).toEqual([true, false]);
});

it('is not ended by what it no longer says', () => {
  const synthesis = new Synthesis(['lt']);
  const speech = createSpeech(() => synthesis);
  const heard: boolean[] = [];
  speech.onSpeaking((speaking) => heard.push(speaking));
  speech.say(['One.'], lithuanian);
  speech.say(['Two.'], lithuanian);
  synthesis.spoken[0]?.end();
  expect(heard).toEqual([true, true]);
  speech.hush();
  expect(heard).toEqual([true, true, false]);
});

it('says nothing where there is no voice', () => {
  const synthesis = new Synthesis(['en']);
  createSpeech(() => synthesis).say(['Labas.'], lithuanian);
  expect(synthesis.spoken).toEqual([]);
});
