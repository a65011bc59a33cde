// Listens to a kiosk: a voice that is heard at once, and remembers what it said and in which language.
import type { Page } from '@playwright/test';

export interface Heard {
  readonly lang: string;
  readonly text: string;
}

interface HearingWindow {
  heard: Heard[];
  speechSynthesis: unknown;
  SpeechSynthesisUtterance: unknown;
}

/** Puts the voices of these languages into the page, in the place of the machine's own. */
export async function giveVoices(page: Page, languages: readonly string[]): Promise<void> {
  await page.evaluate((langs) => {
    const room = globalThis as unknown as HearingWindow;
    room.heard = [];
    class Utterance {
      lang = '';
      onend: (() => void) | null = null;
      readonly text: string;
      constructor(text: string) {
        this.text = text;
      }
    }
    const synthesis = {
      getVoices: () => langs.map((lang) => ({ lang, name: lang })),
      cancel: () => undefined,
      speak: (utterance: Utterance) => {
        room.heard.push({ lang: utterance.lang, text: utterance.text });
        setTimeout(() => utterance.onend?.(), 0);
      },
    };
    Object.defineProperty(globalThis, 'speechSynthesis', { value: synthesis, configurable: true });
    Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', { value: Utterance, configurable: true });
  }, languages);
}

/** All that was said so far, and nothing of it is kept. */
export function takeHeard(page: Page): Promise<readonly Heard[]> {
  return page.evaluate(() => {
    const room = globalThis as unknown as HearingWindow;
    const { heard } = room;
    room.heard = [];
    return heard;
  });
}

/** Waits until something was said that has these words in it; answers with everything since. */
export async function hear(page: Page, words: RegExp): Promise<readonly Heard[]> {
  const all: Heard[] = [];
  const until = Date.now() + 10_000;
  while (Date.now() < until) {
    all.push(...(await takeHeard(page)));
    if (all.some(({ text }) => words.test(text))) {
      return all;
    }
    await page.waitForTimeout(50);
  }
  throw new Error(`never heard ${words}, but: ${all.map(({ text }) => text).join(' | ')}`);
}

/** Walks down the choices by ear until one with these words is spoken, and takes it. */
export async function chooseByEar(page: Page, words: RegExp, most = 12): Promise<void> {
  await takeHeard(page);
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('ArrowDown');
    const said = (await takeHeard(page)).map(({ text }) => text);
    if (said.some((text) => words.test(text))) {
      await page.keyboard.press('Enter');
      return;
    }
  }
  throw new Error(`no choice sounds like ${words}`);
}
