import type { Served } from '../stores/kiosk-flows.ts';
import { languageName, screenLocales } from '../ui/i18n/i18n.ts';
import type { OutOfOrder } from './order.ts';
import { type Choice, finishChoice, type Scene, type Script, waitScript } from './script.ts';
import { troubleOf } from './trouble.ts';

function languageChoices({ state }: Scene): readonly Choice[] {
  return screenLocales.map((locale) => ({
    id: `language-${locale}`,
    label: languageName(locale),
    icon: 'globe' as const,
    run: () => {
      state.chooseLocale(locale);
      state.beginPresenting();
    },
    ...(locale === state.access.locale ? { isNext: true as const } : {}),
  }));
}

export function canPrint({ state }: Scene): boolean {
  const printer = state.status?.printer.kind ?? 'unchecked';
  return printer === 'ready' || printer === 'unchecked' || printer === 'in-use';
}

export function welcomeScript(scene: Scene): Script {
  const { state, texts } = scene;
  const isAttract = state.served.kind === 'nobody' && state.served.screen === 'attract';
  if (state.restsUntil !== null) {
    return {
      key: 'resting',
      heading: texts.t('kiosk/present/rest'),
      lines: [texts.t('kiosk/present/restSay', { time: texts.plural('inSeconds', 60) })],
      choices: [],
      back: null,
      typing: null,
    };
  }
  const receipts = canPrint(scene) ? [] : [texts.t('kiosk/attract/noReceipts')];
  return isAttract
    ? {
        key: 'attract',
        heading: texts.t('kiosk/attract/title'),
        lines: [texts.t('kiosk/attract/reader'), ...receipts, texts.t('kiosk/attract/voice')],
        choices: languageChoices(scene),
        back: null,
        typing: null,
      }
    : {
        key: 'present',
        heading: texts.t('kiosk/present/title'),
        lines: [texts.t('kiosk/present/say'), texts.t('kiosk/present/code'), ...receipts],
        choices: [{ id: 'back', label: texts.t('kiosk/do/back'), icon: 'back', run: () => state.finish('idle') }],
        back: () => state.finish('idle'),
        typing: null,
      };
}

export function identifyingScript({ texts }: Scene): Script {
  return waitScript('identifying', texts.t('kiosk/identifying/title'), texts.t('kiosk/identifying/say'));
}

export function failedScript(scene: Scene, served: Extract<Served, { kind: 'failed' | 'rejected' }>): Script {
  const { state, texts } = scene;
  const trouble = troubleOf(served.error);
  const retry: Choice = {
    id: 'again',
    label: texts.t('kiosk/do/again'),
    icon: 'refresh',
    isNext: true,
    run: () => void state.retry(),
  };
  const another: Choice = {
    id: 'another-card',
    label: texts.t('kiosk/do/anotherCard'),
    icon: 'card',
    run: state.beginPresenting,
  };
  const canRetry = trouble.mayRetry && served.kind === 'failed';
  return {
    key: `failed ${served.error.code}`,
    heading: texts.t(trouble.title),
    lines: [texts.t(trouble.say), texts.t('kiosk/trouble/safe'), texts.t('kiosk/trouble/scanAgain')],
    choices: canRetry ? [retry, another, finishChoice(scene)] : [{ ...another, isNext: true }, finishChoice(scene)],
    back: state.beginPresenting,
    typing: null,
  };
}

export function orderScript({ state, texts }: Scene, { part, ...rest }: OutOfOrder): Script {
  const code = 'code' in rest ? rest.code : 'reader.absent';
  const phone = state.station?.supportPhone ?? null;
  return {
    key: `out-of-order ${part}`,
    heading: texts.t('kiosk/order/title'),
    lines: [
      texts.t(`kiosk/order/${part}`),
      texts.t('kiosk/trouble/safe'),
      texts.t('kiosk/order/works'),
      phone === null
        ? texts.t('kiosk/order/supportNoPhone', { code })
        : texts.t('kiosk/order/support', { phone, code }),
      texts.t('kiosk/order/itself'),
    ],
    choices: [],
    back: null,
    typing: null,
  };
}

export function veilScript(scene: Scene): Script {
  const { state, texts } = scene;
  return {
    key: 'veil',
    heading: texts.t('kiosk/veil/title'),
    lines: [texts.t('kiosk/veil/say', { time: texts.plural('inSeconds', 30) })],
    choices: [
      { id: 'go-on', label: texts.t('kiosk/veil/go'), icon: 'check', isNext: true, run: state.confirmPresence },
      { ...finishChoice(scene), run: () => state.finish('idle') },
    ],
    back: state.confirmPresence,
    typing: null,
  };
}

export function goodbyeScript({ state, texts }: Scene, { printed }: Extract<Served, { kind: 'goodbye' }>): Script {
  return {
    key: 'goodbye',
    heading: texts.t('kiosk/goodbye/title'),
    lines: [texts.t(printed ? 'kiosk/goodbye/receipt' : 'kiosk/goodbye/card'), texts.t('kiosk/goodbye/next')],
    choices: [
      { id: 'start', label: texts.t('kiosk/present/start'), icon: 'card', isNext: true, run: state.endGoodbye },
    ],
    back: state.endGoodbye,
    typing: null,
  };
}
