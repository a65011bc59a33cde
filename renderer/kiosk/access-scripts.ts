import { languageName, screenLocales } from '../ui/i18n/i18n.ts';
import type { Choice, Scene, Script } from './script.ts';

const closeChoice = ({ state, texts }: Scene): Choice => ({
  id: 'close',
  label: texts.t('kiosk/do/close'),
  icon: 'cross',
  run: () => state.openPanel('none'),
});

/** What somebody who listens can change; letters and colours are chosen by whoever sees them. */
export function easierScript(scene: Scene): Script {
  const { state, texts } = scene;
  const spoken = state.access.voice === 'on';
  const step = (id: string, label: string, run: () => void): Choice => ({ id, label, icon: 'sound', run });
  return {
    key: 'easier',
    heading: texts.t('kiosk/access/label'),
    lines: [],
    choices: [
      {
        id: 'language',
        label: texts.t('kiosk/access/language'),
        icon: 'globe',
        run: () => state.openPanel('language'),
      },
      ...(spoken
        ? [
            step('slower', texts.t('kiosk/access/slower'), () => state.stepSpeed(-1)),
            step('faster', texts.t('kiosk/access/faster'), () => state.stepSpeed(1)),
            step('softer', texts.t('kiosk/access/softer'), () => state.stepLoudness(-1)),
            step('louder', texts.t('kiosk/access/louder'), () => state.stepLoudness(1)),
          ]
        : []),
      {
        id: 'voice',
        label: `${texts.t('kiosk/access/voice')}: ${texts.t(spoken ? 'kiosk/access/voiceOff' : 'kiosk/access/voiceOn')}`,
        icon: 'headset',
        run: state.toggleVoice,
      },
      closeChoice(scene),
    ],
    back: () => state.openPanel('none'),
    typing: null,
  };
}

export function languageScript(scene: Scene): Script {
  const { state, texts } = scene;
  return {
    key: 'language',
    heading: texts.t('kiosk/access/chooseLanguage'),
    lines: [],
    choices: [
      ...screenLocales.map((locale) => ({
        id: `language-${locale}`,
        label: languageName(locale),
        icon: 'globe' as const,
        run: () => state.chooseLocale(locale),
        ...(locale === state.access.locale ? { isNext: true as const } : {}),
      })),
      closeChoice(scene),
    ],
    back: () => state.openPanel('none'),
    typing: null,
  };
}

/** No voice of that language is installed: said on the screen, where somebody else may read it. */
export function missingVoiceScript({ state, texts }: Scene): Script {
  return {
    key: 'voice-missing',
    heading: texts.t('kiosk/voice/missing'),
    lines: [texts.t('kiosk/voice/missingSay'), texts.t('kiosk/voice/missingStaff')],
    choices: [
      { id: 'without', label: texts.t('kiosk/voice/without'), icon: 'check', isNext: true, run: state.toggleVoice },
      {
        id: 'language',
        label: texts.t('kiosk/access/chooseLanguage'),
        icon: 'globe',
        run: () => state.openPanel('language'),
      },
    ],
    back: state.toggleVoice,
    typing: null,
  };
}
