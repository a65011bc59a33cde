import { beforeAll, describe, expect, it } from 'vitest';
import { scriptOf } from '../../../../renderer/kiosk/scripts.ts';
import { createVoiceGuide, mannerOf, type VoiceGuide } from '../../../../renderer/kiosk/voice-guide.ts';
import { startTexts, type Texts, textsOf } from '../../../../renderer/ui/i18n/i18n.ts';
import type { Manner, Speech } from '../../../../renderer/ui/speech.ts';
import { type KioskScene, openKioskScene } from '../stores/fake-kiosk.ts';

/** Remembers what was said last. */
class Mouth implements Speech {
  said: readonly string[] = [];
  manner: Manner | null = null;
  hushed = 0;
  canSpeak = () => true;
  say(sentences: readonly string[], manner: Manner): void {
    this.said = sentences;
    this.manner = manner;
  }
  hush(): void {
    this.hushed += 1;
  }
  onSpeaking(): void {}
}

let texts: Texts;
beforeAll(async () => {
  const instance = await startTexts('en');
  texts = textsOf(instance.getFixedT('en'), 'en');
});

interface Listening extends KioskScene {
  readonly mouth: Mouth;
  readonly guide: VoiceGuide;
}

async function listen(): Promise<Listening> {
  const scene = await openKioskScene();
  const mouth = new Mouth();
  const guide = createVoiceGuide(mouth);
  const follow = () => {
    const state = scene.store.getState();
    guide.follow({ state, texts }, scriptOf({ state, texts }));
  };
  scene.store.subscribe(follow);
  scene.store.getState().toggleVoice();
  return { ...scene, mouth, guide };
}

describe('the voice', () => {
  it('says a screen once: heading, lines, and how many choices there are', async () => {
    const { mouth, store, serve } = await listen();
    serve('a');
    expect(mouth.said[0]).toBe('Your balance');
    expect(mouth.said.join(' ')).toMatch(/22\.99 euros at disposal/);
    expect(mouth.said.at(-1)).toMatch(/^Choices: \d+/);
    const before = mouth.said;
    store.getState().takeStatus({ ...store.getState().status } as never);
    expect(mouth.said).toBe(before);
  });

  it('walks through the choices, around their end, and back', async () => {
    const { mouth, guide, serve } = await listen();
    serve('a');
    guide.press('ArrowDown', false);
    expect(mouth.said[0]).toMatch(/^1 of \d+: /);
    guide.press('ArrowUp', false);
    const last = mouth.said[0];
    expect(last).toMatch(/Voice, text and language$/);
    guide.press('Tab', false);
    expect(mouth.said[0]).toMatch(/^1 of /);
    guide.press('Tab', true);
    expect(mouth.said[0]).toBe(last);
  });

  it('takes the choice that was said last, and none before one was said', async () => {
    const { mouth, guide, store, serve } = await listen();
    serve('a');
    guide.press('Enter', false);
    expect(store.getState().served).toMatchObject({ task: { kind: 'balance' } });
    expect(mouth.said[0]).toBe('Your balance');
    while (!/enough for an amount/.test(mouth.said[0] ?? '')) guide.press('ArrowDown', false);
    guide.press('Enter', false);
    expect(mouth.said[0]).toBe('For which amount?');
  });

  it('reads an amount back as it is typed', async () => {
    const { mouth, guide, store, serve } = await listen();
    serve('a');
    store.getState().openAmount();
    guide.press('7', false);
    expect(mouth.said).toEqual(['7']);
    guide.press('.', false);
    expect(mouth.said).toEqual(['point']);
    guide.press('Backspace', false);
    expect(mouth.said).toEqual(['deleted: .']);
    expect(guide.press('q', false)).toBe(false);
  });

  it('counts a code and never reads it, unless the customer takes its letters one by one', async () => {
    const { main, mouth, guide, store, serve } = await listen();
    serve('a');
    store.getState().presentNewCard();
    main.emit('card/card-scanned', { issuer: 'paysera', masked: '•••• 3154', from: 'contactless-reader' });
    void store.getState().relateCard();
    await main.answer('kiosk/relate-card', { kind: 'related' });
    expect(mouth.said[0]).toMatch(/Type the code/);
    guide.press('Q', false);
    guide.press('7', false);
    expect(mouth.said).toEqual(['2 signs typed']);
    guide.press('Backspace', false);
    expect(mouth.said).toEqual(['1 sign typed']);
    store.getState().spellCode(true);
    guide.press('ArrowDown', false);
    expect(mouth.said[0]).toMatch(/: A$/);
    guide.press('Enter', false);
    expect(mouth.said).toEqual(['2 signs typed']);
  });

  it('asks whether somebody is still there with the first answer chosen already', async () => {
    const { mouth, guide, store, serve } = await listen();
    serve('a');
    store.getState().askPresence(1);
    expect(mouth.said.at(-1)).toMatch(/1 of 2: Yes, go on/);
    guide.press('Enter', false);
    expect(store.getState().presence).toEqual({ kind: 'here' });
  });

  it('speaks faster and louder by steps, within what a voice can do', async () => {
    const { store } = await listen();
    const manner = () => mannerOf({ state: store.getState(), texts });
    expect(manner()).toMatchObject({ rate: 1, volume: 0.6 });
    for (let step = 0; step < 5; step += 1) {
      store.getState().stepSpeed(1);
      store.getState().stepLoudness(1);
    }
    expect(manner().rate).toBeCloseTo(1.6);
    expect(manner().volume).toBe(1);
  });

  it('is silent when it is turned off, and takes no keys', async () => {
    const { mouth, guide, serve } = await listen();
    serve('a');
    guide.leave();
    expect(mouth.hushed).toBe(1);
    expect(guide.press('ArrowDown', false)).toBe(false);
  });
});
