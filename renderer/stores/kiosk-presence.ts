import type { Timers } from './idle.ts';
import { lettersOn } from './kiosk-letters.ts';
import type { KioskStore } from './kiosk-store.ts';

/** Without a touch for this long, what is the customer's is taken off the screen and a question is asked. */
export const quietMs = 20_000;
/** Without an answer for this long, the session ends. */
export const answerMs = 30_000;
/** A technician's way out that nobody touches closes. */
const exitQuietMs = 60_000;
/** How long the last word stands. */
export const goodbyeMs = 8_000;

interface PresenceWatch {
  /** A hand was on the kiosk: pointer or key. While a question stands, only its answer counts. */
  touch(): void;
  /** A voice is speaking, and whoever listens cannot be expected to touch anything meanwhile. */
  speaking(on: boolean): void;
  stop(): void;
}

type Phase = 'idle' | 'exit' | 'quiet' | 'asked' | 'goodbye' | 'resting';

interface PresenceDeps {
  readonly store: KioskStore;
  readonly timers: Timers;
  readonly now: () => number;
}

/** Watches that nobody who walks away leaves anything: one timer, and what it does is what the state says now. */
export function watchPresence({ store, timers, now }: PresenceDeps): PresenceWatch {
  let timer: unknown = null;
  let isSpeaking = false;

  function phase(): Phase {
    const { served, presence, restsUntil, exit } = store.getState();
    if (exit.kind !== 'closed') {
      return 'exit';
    }
    if (presence.kind === 'asked') {
      return 'asked';
    }
    if (served.kind === 'goodbye') {
      return 'goodbye';
    }
    if (restsUntil !== null) {
      return 'resting';
    }
    return isUntouched() ? 'idle' : 'quiet';
  }

  /** Nobody was here since the last one went: nothing to take back. */
  function isUntouched(): boolean {
    const { served, access, station } = store.getState();
    return (
      served.kind === 'nobody' &&
      served.screen === 'attract' &&
      access.size === lettersOn(station?.heightMm ?? null).usual &&
      access.theme === (station?.theme ?? access.theme) &&
      access.reach === 'whole' &&
      access.voice === 'off' &&
      access.panel === 'none' &&
      access.locale === (station?.locale ?? access.locale)
    );
  }

  function disarm(): void {
    if (timer !== null) {
      timers.clearTimeout(timer);
      timer = null;
    }
  }

  function arm(): void {
    disarm();
    const { restsUntil } = store.getState();
    const delayMs = {
      idle: null,
      exit: exitQuietMs,
      quiet: isSpeaking ? null : quietMs,
      asked: answerMs,
      goodbye: isSpeaking ? null : goodbyeMs,
      resting: Math.max(0, (restsUntil ?? 0) - now()),
    }[phase()];
    if (delayMs !== null) {
      timer = timers.setTimeout(onTime, delayMs);
    }
  }

  function onTime(): void {
    timer = null;
    const state = store.getState();
    switch (phase()) {
      case 'idle':
        return;
      case 'exit':
        state.closeExit();
        return;
      case 'quiet':
        // Paper that is on its way is waited for: its outcome must be seen by somebody.
        if (state.served.kind === 'served' && state.served.task.kind === 'printing') {
          arm();
        } else {
          state.askPresence(now() + answerMs);
        }
        return;
      case 'asked':
        state.finish('idle');
        return;
      case 'goodbye':
        state.endGoodbye();
        return;
      case 'resting':
        state.wakeReader();
    }
  }

  let last = phase();
  const unsubscribe = store.subscribe((state, before) => {
    const now = phase();
    // A card that came is a hand as well; an answer that arrives is none.
    const scanned = state.served.kind === 'identifying' && state.served !== before.served;
    const rested = state.restsUntil !== before.restsUntil;
    if (now !== last || scanned || rested) {
      last = now;
      arm();
    }
  });

  return {
    touch: () => {
      if (phase() === 'quiet' || phase() === 'exit') {
        arm();
      }
    },
    speaking: (on) => {
      isSpeaking = on;
      if (phase() === 'quiet' || phase() === 'goodbye') {
        arm();
      }
    },
    stop: () => {
      unsubscribe();
      disarm();
    },
  };
}
