import { type CardIssuer, cardIssuers } from '../../shared/domain/identifier.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { KioskCard } from '../stores/kiosk-card-flow.ts';
import { balanceChoice, type Choice, finishChoice, type Scene, type Script, waitScript } from './script.ts';
import { troubleOf } from './trouble.ts';

// Relating a card, step by step: what is said and offered at each.

type Of<K extends KioskCard['kind']> = Extract<KioskCard, { kind: K }>;

const laterChoice = ({ state, texts }: Scene): Choice => ({
  id: 'later',
  label: texts.t('kiosk/card/later'),
  icon: 'mail',
  run: state.confirmCardLater,
});

const anotherCardChoice = ({ state, texts }: Scene): Choice => ({
  id: 'another-card',
  label: texts.t('kiosk/do/anotherCard'),
  icon: 'card',
  run: state.presentNewCard,
});

const hasCodeChoice = ({ state, texts }: Scene, label: 'hasCode' | 'codeCame'): Choice => ({
  id: 'has-code',
  label: texts.t(`kiosk/card/${label}`),
  icon: 'hash',
  run: () => void state.findRelatedCard(),
});

const typeCodeChoice = ({ state, texts }: Scene, label: 'typeCode' | 'onceMore'): Choice => ({
  id: 'type-code',
  label: texts.t(`kiosk/card/${label}`),
  icon: 'hash',
  run: state.askForCode,
});

function presentingScript(scene: Scene, { error }: Of<'presenting'>): Script {
  const { state, texts } = scene;
  const trouble = error === null ? null : troubleOf(error);
  return {
    key: `card presenting ${error?.code ?? ''}`,
    heading: texts.t('kiosk/card/present'),
    lines: [
      ...(trouble === null ? [] : [`${texts.t(trouble.title)}. ${texts.t(trouble.say)}`]),
      texts.t('kiosk/card/presentSay'),
    ],
    choices: [
      { id: 'back', label: texts.t('kiosk/do/back'), icon: 'back', run: state.openBalance },
      finishChoice(scene),
    ],
    back: state.openBalance,
    typing: null,
  };
}

function chosenScript(scene: Scene, { card }: Of<'chosen'>): Script {
  const { state, texts } = scene;
  const nameOf = (issuer: CardIssuer) => texts.t(`find/issuers/${issuer}`);
  return {
    key: `card chosen ${card.masked} ${card.issuer}`,
    heading: texts.t('kiosk/card/chosen'),
    lines: [
      texts.t('kiosk/card/chosenSay', { card: card.masked }),
      texts.t('kiosk/card/issuerIs', { issuer: nameOf(card.issuer) }),
    ],
    choices: [
      {
        id: 'relate',
        label: texts.t('kiosk/card/relate'),
        icon: 'card',
        isNext: true,
        run: () => void state.relateCard(),
      },
      ...cardIssuers
        .filter((issuer) => issuer !== card.issuer)
        .map((issuer) => ({
          id: `issuer-${issuer}`,
          label: `${texts.t('kiosk/card/issuer')}: ${nameOf(issuer)}`,
          icon: 'card' as const,
          run: () => state.chooseIssuer(issuer),
        })),
      anotherCardChoice(scene),
      balanceChoice(scene),
      finishChoice(scene),
    ],
    back: state.openBalance,
    typing: null,
  };
}

interface CardTrouble {
  readonly title: string;
  readonly lines: readonly string[];
  readonly mayRetry: boolean;
}

/** What a refusal means here, where it is about the new card and not about the customer. */
function cardTroubleOf({ error, of }: Of<'refused'>, { texts }: Scene): CardTrouble {
  if (error.code === 'card.already-assigned') {
    return { title: texts.t('kiosk/card/assigned'), lines: [texts.t('kiosk/card/assignedSay')], mayRetry: false };
  }
  if (error.code === 'card.other-account') {
    return { title: texts.t('kiosk/card/assigned'), lines: [texts.t('kiosk/card/otherAccountSay')], mayRetry: false };
  }
  if (error.code === 'card.nothing-to-confirm') {
    return { title: texts.t('kiosk/card/nothing'), lines: [texts.t('kiosk/card/nothingSay')], mayRetry: false };
  }
  if (error.code === 'wallet.access-revoked') {
    return { title: texts.t('kiosk/card/notAllowed'), lines: [texts.t('kiosk/card/notAllowedSay')], mayRetry: false };
  }
  if (error.code === 'wallet.not-found' && of === 'finding') {
    return { title: texts.t('kiosk/card/notFound'), lines: [texts.t('kiosk/card/notFoundSay')], mayRetry: false };
  }
  const { title, say, mayRetry } = troubleOf(error);
  const wasSent = of === 'relating' ? [texts.t('kiosk/card/notSent')] : [];
  return { title: texts.t(title), lines: [texts.t(say), ...wasSent], mayRetry };
}

function refusedScript(scene: Scene, step: Of<'refused'>): Script {
  const { state, texts } = scene;
  const { title, lines, mayRetry } = cardTroubleOf(step, scene);
  const again: Choice = {
    id: 'again',
    label: texts.t('kiosk/do/again'),
    icon: 'refresh',
    run: () => void (step.of === 'relating' ? state.relateCard() : state.findRelatedCard()),
  };
  const [first, ...rest] = [
    ...(mayRetry ? [again] : []),
    ...(step.error.code === 'card.already-assigned' && step.of === 'relating' ? [hasCodeChoice(scene, 'hasCode')] : []),
    anotherCardChoice(scene),
    balanceChoice(scene),
  ];
  return {
    key: `card refused ${step.error.code}`,
    heading: title,
    lines,
    choices: [...(first === undefined ? [] : [{ ...first, isNext: true as const }]), ...rest, finishChoice(scene)],
    back: state.openBalance,
    typing: null,
  };
}

function unknownScript(scene: Scene, { looking }: Of<'unknown'>): Script {
  const { state, texts } = scene;
  if (looking) {
    return waitScript('card looking', texts.t('kiosk/card/settling'), texts.t('kiosk/card/relatingSay'));
  }
  return {
    key: 'card unknown',
    heading: texts.t('kiosk/card/unknown'),
    lines: [texts.t('kiosk/card/unknownSay')],
    choices: [
      {
        id: 'look-again',
        label: texts.t('kiosk/card/lookAgain'),
        icon: 'search',
        isNext: true,
        run: () => void state.lookUpCard(),
      },
      hasCodeChoice(scene, 'codeCame'),
      laterChoice(scene),
      finishChoice(scene),
    ],
    back: null,
    typing: null,
  };
}

/** Why the last code was none; null before the first. */
export function wrongCode(error: AppError | null, { texts }: Pick<Scene, 'texts'>): string | null {
  if (error === null) {
    return null;
  }
  if (error.code !== 'card.invalid-code') {
    const trouble = troubleOf(error);
    return `${texts.t(trouble.title)}. ${texts.t(trouble.say)}`;
  }
  const left = error.details?.attemptsLeft;
  const attempts = typeof left === 'number' ? ` ${texts.plural('kioskAttempts', left)}` : '';
  return `${texts.t('kiosk/card/wrong')}${attempts}`;
}

function codeScript(scene: Scene, step: Of<'code'>): Script {
  const { state, texts } = scene;
  const wrong = wrongCode(step.error, scene);
  return {
    key: `card code ${step.error?.code ?? ''}`,
    heading: texts.t('kiosk/card/code'),
    lines: [
      ...(wrong === null ? [] : [wrong]),
      texts.t('kiosk/card/codeSay', { card: step.card.masked }),
      texts.t('kiosk/card/codeKeys'),
      `${texts.plural('signsTyped', step.signs)}.`,
    ],
    choices: [
      {
        id: 'confirm',
        label: texts.t('kiosk/card/confirm'),
        icon: 'check',
        isNext: true,
        run: () => void state.submitCode(),
      },
      // Seen, the letters are keys on the pad.
      ...(state.access.voice === 'on'
        ? [
            {
              id: 'letters',
              label: texts.t('kiosk/card/letters'),
              icon: 'text' as const,
              run: () => state.spellCode(true),
            },
          ]
        : []),
      { id: 'not-arrived', label: texts.t('kiosk/card/notArrived'), icon: 'question', run: state.openNotArrived },
      laterChoice(scene),
      finishChoice(scene),
    ],
    back: state.openNotArrived,
    typing: 'code',
  };
}

export const capitals = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** For ears and a keyboard that has no letters: each is a choice. Chosen, it is heard: the customer asked for it. */
function lettersScript(scene: Scene): Script {
  const { state, texts } = scene;
  const close = () => state.spellCode(false);
  return {
    key: 'card letters',
    heading: texts.t('kiosk/card/letters'),
    lines: [texts.t('kiosk/card/lettersSay')],
    choices: [
      ...capitals.map(
        (letter): Choice => ({
          id: `letter-${letter}`,
          label: letter,
          icon: 'text',
          run: () => state.typeCode(letter),
        }),
      ),
      { id: 'close', label: texts.t('kiosk/card/lettersDone'), icon: 'cross', run: close },
    ],
    back: close,
    typing: 'code',
  };
}

function notArrivedScript(scene: Scene): Script {
  const { state, texts } = scene;
  return {
    key: 'card not-arrived',
    heading: texts.t('kiosk/card/notArrived'),
    lines: [texts.t('kiosk/card/notArrivedSay'), texts.t('kiosk/card/notArrivedLater')],
    choices: [{ ...typeCodeChoice(scene, 'typeCode'), isNext: true }, laterChoice(scene), finishChoice(scene)],
    back: state.askForCode,
    typing: null,
  };
}

function codeWaitScript(scene: Scene, { error }: Of<'code-wait'>): Script {
  const { texts } = scene;
  const { waitMs, ours } = error.details ?? {};
  const isOurs = ours === true && typeof waitMs === 'number';
  return {
    key: `card code-wait ${isOurs ? 'ours' : 'theirs'}`,
    heading: texts.t(isOurs ? 'kiosk/card/ourWait' : 'kiosk/card/serviceWait'),
    lines: [
      isOurs
        ? texts.t('kiosk/card/ourWaitSay', { time: texts.plural('minutes', Math.ceil(waitMs / 60_000)) })
        : texts.t('kiosk/card/serviceWaitSay'),
      texts.t('kiosk/card/notArrivedLater'),
    ],
    choices: [{ ...laterChoice(scene), isNext: true }, typeCodeChoice(scene, 'onceMore'), finishChoice(scene)],
    back: null,
    typing: null,
  };
}

function unclearScript(scene: Scene): Script {
  const { texts } = scene;
  return {
    key: 'card unclear',
    heading: texts.t('kiosk/card/unclear'),
    lines: [texts.t('kiosk/card/unclearSay')],
    choices: [{ ...typeCodeChoice(scene, 'onceMore'), isNext: true }, laterChoice(scene), finishChoice(scene)],
    back: null,
    typing: null,
  };
}

function doneScript(scene: Scene, { how }: Of<'done'>): Script {
  const { state, texts } = scene;
  const isConfirmed = how === 'confirmed';
  return {
    key: `card done ${how}`,
    heading: texts.t(isConfirmed ? 'kiosk/card/done' : 'kiosk/card/doneLater'),
    lines: [texts.t(isConfirmed ? 'kiosk/card/doneSay' : 'kiosk/card/doneLaterSay')],
    choices: [{ ...balanceChoice(scene), isNext: true }, finishChoice(scene)],
    back: state.openBalance,
    typing: null,
  };
}

export function cardScript(scene: Scene, card: KioskCard): Script {
  const { texts } = scene;
  switch (card.kind) {
    case 'presenting':
      return presentingScript(scene, card);
    case 'chosen':
      return chosenScript(scene, card);
    case 'relating':
      return card.settling
        ? waitScript('card settling', texts.t('kiosk/card/settling'), texts.t('kiosk/card/settlingSay'))
        : waitScript('card relating', texts.t('kiosk/card/relating'), texts.t('kiosk/card/relatingSay'));
    case 'finding':
      return waitScript('card finding', texts.t('kiosk/card/finding'), texts.t('kiosk/card/relatingSay'));
    case 'refused':
      return refusedScript(scene, card);
    case 'unknown':
      return unknownScript(scene, card);
    case 'code':
      return card.spelling ? lettersScript(scene) : codeScript(scene, card);
    case 'not-arrived':
      return notArrivedScript(scene);
    case 'confirming':
      return waitScript('card confirming', texts.t('kiosk/card/confirming'), texts.t('kiosk/card/relatingSay'));
    case 'code-wait':
      return codeWaitScript(scene, card);
    case 'unclear':
      return unclearScript(scene);
    case 'done':
      return doneScript(scene, card);
  }
}
