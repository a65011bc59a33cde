import type { ScreenLocale } from '../../shared/domain/locale.ts';
import type { Theme } from '../../shared/domain/theme.ts';
import type { Access, TextSize } from './kiosk-flows.ts';
import type { KioskDeps, KioskSlice } from './kiosk-state.ts';

export interface KioskAccessSlice {
  openPanel(panel: Access['panel']): void;
  chooseLocale(locale: ScreenLocale): void;
  chooseSize(size: TextSize): void;
  chooseTheme(theme: Theme): void;
  chooseReach(reach: Access['reach']): void;
  /** Speaks everything from now on, or stops. Where the language has no voice, says so instead. */
  toggleVoice(): void;
  stepSpeed(step: 1 | -1): void;
  stepLoudness(step: 1 | -1): void;
}

const mostSteps = 3;
const stepped = (value: number, step: number) => Math.min(Math.max(value + step, -mostSteps), mostSteps);

export const createKioskAccessSlice =
  (deps: KioskDeps): KioskSlice<KioskAccessSlice> =>
  (set) => {
    const change = (part: Partial<Access>) => set((state) => ({ access: { ...state.access, ...part } }));
    const voiceIn = (locale: ScreenLocale): Access['voice'] => (deps.canSpeak(locale) ? 'on' : 'missing');

    return {
      openPanel: (panel) => change({ panel }),
      chooseLocale: (locale) =>
        set(({ access }) => ({
          access: { ...access, locale, panel: 'none', voice: access.voice === 'off' ? 'off' : voiceIn(locale) },
        })),
      chooseSize: (size) => change({ size }),
      chooseTheme: (theme) => change({ theme }),
      chooseReach: (reach) => change({ reach }),
      toggleVoice: () =>
        set(({ access }) => ({
          access: { ...access, panel: 'none', voice: access.voice === 'off' ? voiceIn(access.locale) : 'off' },
        })),
      stepSpeed: (step) => set(({ access }) => ({ access: { ...access, speed: stepped(access.speed, step) } })),
      stepLoudness: (step) =>
        set(({ access }) => ({ access: { ...access, loudness: stepped(access.loudness, step) } })),
    };
  };
