import type { Manner, Speech } from '../ui/speech.ts';
import type { Choice, Scene, Script } from './script.ts';
import { spokenSentence } from './spoken-money.ts';

/** Scripts in which nothing else may be begun. */
const alone = /^(easier|language|veil|goodbye|voice-missing|card letters)/;

const speedStep = 0.2;
const loudnessStep = 0.2;
/** Below full, so that louder is possible. */
const usualVolume = 0.6;

export function mannerOf({ state: { access } }: Scene): Manner {
  return {
    locale: access.locale,
    rate: 1 + access.speed * speedStep,
    volume: Math.min(1, Math.max(0.1, usualVolume + access.loudness * loudnessStep)),
  };
}

export interface VoiceGuide {
  /** Speaks a screen when another one came; the same one again says nothing. */
  follow(scene: Scene, script: Script): void;
  /** What a key does for somebody who listens; false when it is none of theirs. */
  press(key: string, shift: boolean): boolean;
  /** The voice was turned off. */
  leave(): void;
}

interface Current {
  readonly key: string;
  readonly scene: Scene;
  readonly script: Script;
  readonly choices: readonly Choice[];
}

/** Leads through the kiosk by ear: says what the screen says, and walks through its choices by keys alone. */
export function createVoiceGuide(speech: Speech): VoiceGuide {
  let current: Current | null = null;
  /** Index of the choice that was spoken last; -1 before the first. */
  let at = -1;

  function say(sentences: readonly string[]): void {
    if (current !== null) {
      const { locale } = current.scene.texts;
      speech.say(
        sentences.map((sentence) => spokenSentence(sentence, locale)),
        mannerOf(current.scene),
      );
    }
  }

  function spokenChoice({ scene, choices }: Current): readonly string[] {
    const choice = choices[at];
    const { texts } = scene;
    return choice === undefined
      ? []
      : [texts.t('kiosk/voice/choice', { n: at + 1, of: choices.length, label: choice.label })];
  }

  function sayAll(now: Current): void {
    const { script, choices, scene } = now;
    const count = choices.length === 0 ? [] : [scene.texts.t('kiosk/voice/choices', { n: choices.length })];
    say([script.heading, ...script.lines, ...(at === -1 ? count : spokenChoice(now))]);
  }

  function walk(now: Current, step: 1 | -1): void {
    const { length } = now.choices;
    if (length === 0) {
      sayAll(now);
      return;
    }
    at = at === -1 && step === -1 ? length - 1 : (at + step + length) % length;
    say(spokenChoice(now));
  }

  function choose(now: Current): void {
    const choice = now.choices[at];
    if (choice === undefined) {
      sayAll(now);
      return;
    }
    choice.run();
    // A choice that led nowhere else is said again, louder or faster perhaps.
    if (current !== null && current.key === now.key) {
      if (choice.id.startsWith('letter-')) {
        sayCount();
      } else {
        say(spokenChoice(current));
      }
    }
  }

  /** A code is not read aloud (EN 301 549, 5.1.3.8: nobody can know that only a headset is listening), only counted. */
  function typeCode({ scene }: Current, key: string): boolean {
    const isDeletion = key === 'Backspace' || key === 'Delete';
    if (!isDeletion && !/^[0-9A-Za-z]$/.test(key)) {
      return false;
    }
    if (isDeletion) {
      scene.state.deleteCodeSign();
    } else {
      scene.state.typeCode(key);
    }
    sayCount();
    return true;
  }

  /** Signs of the code so far: `follow` has seen the new state already. */
  function sayCount(): void {
    const served = current?.scene.state.served;
    if (
      current !== null &&
      served?.kind === 'served' &&
      served.task.kind === 'card' &&
      served.task.card.kind === 'code'
    ) {
      say([current.scene.texts.plural('signsTyped', served.task.card.signs)]);
    }
  }

  function type(now: Current, key: string): boolean {
    const { state, texts } = now.scene;
    if (now.script.typing === 'code') {
      return typeCode(now, key);
    }
    if (now.script.typing === null || state.served.kind !== 'served' || state.served.task.kind !== 'amount') {
      return false;
    }
    if (/^[0-9.,]$/.test(key)) {
      state.typeAmount(key);
      say([/[0-9]/.test(key) ? key : texts.t('kiosk/voice/comma')]);
      return true;
    }
    if (key === 'Backspace' || key === 'Delete') {
      const sign = state.served.task.text.at(-1);
      state.deleteAmountSign();
      say([texts.t('kiosk/voice/deleted', { sign: sign ?? texts.t('kiosk/voice/empty') })]);
      return true;
    }
    return false;
  }

  return {
    follow(scene, script) {
      const key = `${scene.state.access.locale} ${script.key}`;
      const easier: Choice = {
        id: 'easier',
        label: scene.texts.t('kiosk/do/easier'),
        icon: 'headset',
        run: () => scene.state.openPanel('easier'),
      };
      const choices = alone.test(script.key) ? script.choices : [...script.choices, easier];
      const isNew = current?.key !== key;
      current = { key, scene, script, choices };
      if (isNew) {
        // The question is answered by one key: its first answer is chosen already.
        at = script.key === 'veil' ? 0 : -1;
        sayAll(current);
      }
    },

    press(key, shift) {
      const now = current;
      if (now === null) {
        return false;
      }
      switch (key) {
        case 'ArrowDown':
        case 'Tab':
          walk(now, shift ? -1 : 1);
          return true;
        case 'ArrowUp':
          walk(now, -1);
          return true;
        case 'ArrowLeft':
        case 'ArrowRight':
          sayAll(now);
          return true;
        case 'Enter':
        case ' ':
          choose(now);
          return true;
        case 'Escape':
          now.script.back?.();
          return true;
        default:
          return type(now, key);
      }
    },

    leave() {
      current = null;
      at = -1;
      speech.hush();
    },
  };
}
