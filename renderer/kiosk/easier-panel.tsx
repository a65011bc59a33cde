import { useState } from 'react';
import { type Theme, themes } from '../../shared/domain/theme.ts';
import { lettersOn } from '../stores/kiosk-letters.ts';
import { languageName } from '../ui/i18n/i18n.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import type { IconName } from '../ui/icons/strokes.ts';
import { OneOf } from '../ui/one-of.tsx';
import { Press } from '../ui/press.tsx';
import { Pager } from './balance-screen.tsx';
import { Heading } from './parts.tsx';
import { useKiosk, useKioskStore } from './use-kiosk.ts';

const themeNames: Readonly<Record<Theme, 'light' | 'dark' | 'strongest'>> = {
  light: 'light',
  dark: 'dark',
  contrast: 'strongest',
};

/** Everything that makes the screen easier. The customer's data is not in the page meanwhile. */
export function EasierPanel() {
  const texts = useTexts();
  const store = useKioskStore();
  const isBig = useKiosk((state) => state.access.size >= 3);
  const [page, setPage] = useState(0);
  const at = isBig ? page : 0;
  return (
    <main className="k-main k-panel" data-testid="easier-panel">
      <div className="k-head">
        <Heading className="k-title" />
        <Press className="k-small" onPress={() => store.getState().openPanel('none')} testId="close-panel">
          <Icon name="cross" />
          {texts.t('kiosk/do/close')}
        </Press>
      </div>
      {isBig ? null : <p className="k-sample">{texts.t('kiosk/access/sample')}</p>}
      {at === 0 ? (
        <>
          <Sizes />
          <Themes />
        </>
      ) : null}
      {!isBig || at === 1 ? (
        <>
          <Voice />
          <Reach />
        </>
      ) : null}
      {isBig ? (
        <>
          {at === 2 ? <Language /> : null}
          <Pager page={at} pages={3} onTurn={() => setPage((at + 1) % 3)} />
        </>
      ) : null}
      <p className="strong">{texts.t('kiosk/access/lasts')}</p>
    </main>
  );
}

interface PickProps<Value extends string> {
  readonly icon: IconName;
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly text: string; readonly className?: string }[];
  readonly onChoose: (value: Value) => void;
}

function Pick<Value extends string>({ icon, label, value, choices, onChoose }: PickProps<Value>) {
  return (
    <section>
      <h2 className="minor">
        <Icon name={icon} />
        {label}
      </h2>
      <OneOf
        className="k-pick"
        label={label}
        value={value}
        choices={choices.map((choice) => ({
          ...choice,
          className: `pick ${choice.className ?? ''}`,
          testId: `pick-${choice.value}`,
        }))}
        onChoose={onChoose}
        draw={({ text }) => (
          <>
            <span>{text}</span>
            <span className="chosen">
              <Icon name="check" bold />
            </span>
          </>
        )}
      />
    </section>
  );
}

function Sizes() {
  const texts = useTexts();
  const store = useKioskStore();
  const size = useKiosk((state) => state.access.size);
  const heightMm = useKiosk((state) => state.station?.heightMm ?? null);
  const { sizes } = lettersOn(heightMm);
  return (
    <Pick
      icon="text"
      label={texts.t('kiosk/access/size')}
      value={`size-${size}`}
      choices={sizes.map(({ size: step, mm }) => ({
        value: `size-${step}` as const,
        text: texts.t('kiosk/access/mm', { mm: texts.number(mm, Number.isInteger(mm) ? 0 : 1) }),
        className: `of-size-${step}`,
      }))}
      onChoose={(value) => {
        const chosen = sizes.find(({ size: step }) => value === `size-${step}`);
        if (chosen !== undefined) {
          store.getState().chooseSize(chosen.size);
        }
      }}
    />
  );
}

function Themes() {
  const texts = useTexts();
  const store = useKioskStore();
  const theme = useKiosk((state) => state.access.theme);
  return (
    <Pick
      icon="contrast"
      label={texts.t('kiosk/access/colours')}
      value={theme}
      choices={themes.map((value) => ({
        value,
        text: texts.t(`kiosk/access/${themeNames[value]}`),
        className: `of-${value}`,
      }))}
      onChoose={(value) => store.getState().chooseTheme(value)}
    />
  );
}

function Reach() {
  const texts = useTexts();
  const store = useKioskStore();
  const reach = useKiosk((state) => state.access.reach);
  return (
    <Pick
      icon="lower"
      label={texts.t('kiosk/access/reach')}
      value={reach}
      choices={[
        { value: 'whole', text: texts.t('kiosk/access/whole') },
        { value: 'low', text: texts.t('kiosk/access/everythingLower') },
      ]}
      onChoose={(value) => store.getState().chooseReach(value)}
    />
  );
}

function Voice() {
  const texts = useTexts();
  const store = useKioskStore();
  const kiosk = () => store.getState();
  return (
    <section>
      <h2 className="minor">
        <Icon name="headset" />
        {texts.t('kiosk/access/voice')}
      </h2>
      <div className="k-steps">
        <Press className="step" onPress={() => kiosk().toggleVoice()} testId="voice-on">
          {texts.t('kiosk/access/voiceOn')}
        </Press>
        <Press className="step" onPress={() => kiosk().stepLoudness(-1)} testId="voice-softer">
          {texts.t('kiosk/access/softer')}
        </Press>
        <Press className="step" onPress={() => kiosk().stepLoudness(1)} testId="voice-louder">
          {texts.t('kiosk/access/louder')}
        </Press>
        <Press className="step" onPress={() => kiosk().stepSpeed(-1)} testId="voice-slower">
          {texts.t('kiosk/access/slower')}
        </Press>
        <Press className="step" onPress={() => kiosk().stepSpeed(1)} testId="voice-faster">
          {texts.t('kiosk/access/faster')}
        </Press>
      </div>
      <p className="k-note">{texts.t('kiosk/access/headset')}</p>
    </section>
  );
}

function Language() {
  const texts = useTexts();
  const store = useKioskStore();
  return (
    <section>
      <Press className="slab" onPress={() => store.getState().openPanel('language')} testId="panel-language">
        <Icon name="globe" />
        <span>{`${texts.t('kiosk/access/language')}: ${languageName(texts.locale)}`}</span>
      </Press>
    </section>
  );
}
