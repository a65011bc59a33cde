import { expect, it } from 'vitest';
import type { Manner, Speech } from '../../../../renderer/ui/speech.ts';
import { createSpeechByMain, eitherSpeech, type FarVoice } from '../../../../renderer/ui/speech-by-main.ts';

const manner: Manner = { locale: 'lt', rate: 1, volume: 0.6 };

async function far(languages: readonly ('en' | 'lt' | 'ru')[] = ['lt']) {
  const said: { sentences: readonly string[]; end: () => void }[] = [];
  let hushed = 0;
  const voice: FarVoice = {
    readLanguages: async () => languages,
    say: (sentences) => new Promise((resolve) => said.push({ sentences, end: () => resolve(null) })),
    hush: () => {
      hushed += 1;
    },
  };
  const speech = createSpeechByMain(voice);
  expect(speech.canSpeak(languages[0] ?? 'lt')).toBe(false);
  await Promise.resolve();
  return { speech, said, hushed: () => hushed };
}

it('speaks what main has a voice for, as soon as that is known, and keeps nobody waiting until then', async () => {
  const { speech } = await far();
  expect(speech.canSpeak('lt')).toBe(true);
  expect(speech.canSpeak('ru')).toBe(false);
});

it('tells when it speaks and when all was said, and is not ended by what it no longer says', async () => {
  const { speech, said, hushed } = await far();
  const heard: boolean[] = [];
  speech.onSpeaking((speaking) => heard.push(speaking));
  speech.say(['One.', ' '], manner);
  speech.say(['Two.'], manner);
  expect(said.map(({ sentences }) => sentences)).toEqual([['One.'], ['Two.']]);
  said[0]?.end();
  await Promise.resolve();
  expect(heard).toEqual([true, true]);
  said[1]?.end();
  await Promise.resolve();
  expect(heard).toEqual([true, true, false]);
  speech.hush();
  expect(hushed()).toBe(1);
});

it('speaks by the browser where that has a voice, and by main where it has none', async () => {
  const { speech, said } = await far(['lt', 'ru']);
  const near: string[] = [];
  const browser: Speech = {
    canSpeak: (locale) => locale === 'en',
    say: (sentences) => near.push(...sentences),
    hush: () => undefined,
    onSpeaking: () => undefined,
  };
  let hasVoices = false;
  const either = eitherSpeech(browser, speech, () => hasVoices);
  expect(either.canSpeak('ru')).toBe(true);
  either.say(['Labas.'], manner);
  hasVoices = true;
  expect(either.canSpeak('ru')).toBe(false);
  either.say(['Hello.'], manner);
  expect(said).toHaveLength(1);
  expect(near).toEqual(['Hello.']);
});
