export type SoundName = 'scan' | 'yes' | 'no' | 'trouble' | 'paper';

interface Note {
  readonly hertz: number;
  readonly startMs: number;
  readonly lengthMs: number;
}

const high = 1_760;
const middle = 880;
const low = 220;

/** Pitch and length say which: they are drawn the same way by `SoundGlyph`. */
export const sounds: Readonly<Record<SoundName, readonly Note[]>> = {
  scan: [{ hertz: high, startMs: 0, lengthMs: 70 }],
  yes: [
    { hertz: middle, startMs: 0, lengthMs: 110 },
    { hertz: high, startMs: 140, lengthMs: 110 },
  ],
  no: [
    { hertz: middle, startMs: 0, lengthMs: 110 },
    { hertz: low * 1.5, startMs: 140, lengthMs: 260 },
  ],
  trouble: [0, 1, 2].map((index) => ({ hertz: low, startMs: index * 180, lengthMs: 120 })),
  paper: [{ hertz: low, startMs: 0, lengthMs: 500 }],
};

export interface SoundPlayer {
  /** Opens the sound card ahead of the first sound: that takes tens of milliseconds, which no scan may wait for. */
  prepare(): void;
  play(name: SoundName): void;
}

/** Plays through Web Audio: no sound file, nothing to load. A machine without sound stays silent. */
export function createSoundPlayer(makeContext: () => AudioContext): SoundPlayer {
  let context: AudioContext | null = null;

  /** Every sound has its sign on the screen; a till without a sound card works. */
  function whereThereIsSound(use: (context: AudioContext) => void): void {
    try {
      context ??= makeContext();
      use(context);
    } catch {
      context = null;
    }
  }

  return {
    prepare: () => whereThereIsSound(() => undefined),
    play: (name) =>
      whereThereIsSound((ready) => {
        void ready.resume();
        for (const note of sounds[name]) {
          playNote(ready, note);
        }
      }),
  };
}

function playNote(context: AudioContext, { hertz, startMs, lengthMs }: Note): void {
  const begin = context.currentTime + startMs / 1_000;
  const end = begin + lengthMs / 1_000;
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.type = 'triangle';
  oscillator.frequency.value = hertz;
  // Ramps keep the speaker from clicking.
  gain.gain.setValueAtTime(0, begin);
  gain.gain.linearRampToValueAtTime(0.25, begin + 0.008);
  gain.gain.setValueAtTime(0.25, Math.max(begin + 0.008, end - 0.02));
  gain.gain.linearRampToValueAtTime(0, end);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(begin);
  oscillator.stop(end + 0.01);
}
