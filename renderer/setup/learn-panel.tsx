import type { LearningView } from '../stores/devices-store.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import type { Texts } from '../ui/i18n/i18n.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { SaveOutcome } from './outcome.tsx';
import { ShownReadingView } from './shown-reading.tsx';
import { useDevices, useDevicesStore } from './use-devices.ts';

/** Learns a scanner from three scans of one code. */
export function LearnPanel() {
  const texts = useTexts();
  const store = useDevicesStore();
  const learning = useDevices((state) => state.learning);
  const isListening = useDevices((state) => state.isListening);
  const notListening = useDevices((state) => state.notListening);
  const shown = useDevices((state) => state.shown);
  const saving = useDevices((state) => state.saving);
  const isLearnt = learning.kind === 'learnt';
  return (
    <section
      className="do"
      aria-label={texts.t('devices/learn')}
      data-testid="learn-panel"
      data-learning={learning.kind}
    >
      <div className="pad-in devices-panel scrolls">
        <div className="row between">
          <h2>{texts.t('devices/learn')}</h2>
          <kbd>F4</kbd>
        </div>
        {isListening ? null : <ExpectedField />}
        <p className="label" role="status">
          {learningText(learning, isListening, texts)}
        </p>
        {isLearnt ? <Learnt scanner={learning.scanner} /> : null}
        {isLearnt && shown !== null ? <ShownReadingView reading={shown} /> : null}
        {notListening === null ? null : <ErrorNote testId="devices-error" error={notListening} />}
        <SaveOutcome saving={saving} />
        <div className="foot">
          {isLearnt ? (
            <KeyButton className="btn act wide" testId="keep-learnt" onPress={() => void store.getState().keepLearnt()}>
              <Icon name="check" size="row" bold />
              <span>{texts.t('devices/keepLearnt')}</span>
            </KeyButton>
          ) : null}
          {learning.kind === 'collecting' && isListening ? null : (
            <KeyButton
              className={isLearnt ? 'btn wide' : 'btn act wide'}
              testId="start-learning"
              onPress={() => void store.getState().listen()}
            >
              <Icon name="scanner" size="row" />
              <span>
                {texts.t(isLearnt || learning.kind === 'refused' ? 'devices/learnAgain' : 'devices/startLearning')}
              </span>
            </KeyButton>
          )}
        </div>
      </div>
    </section>
  );
}

function learningText(learning: LearningView, isListening: boolean, texts: Texts): string {
  switch (learning.kind) {
    case 'off':
      return texts.t('devices/learnSay');
    case 'collecting':
      return isListening
        ? texts.t('devices/scanOneOf', { number: learning.taken + 1, all: learning.wanted })
        : texts.t('devices/notListening');
    case 'refused':
      return texts.t(`devices/problem/${learning.problem}`);
    case 'learnt':
      return texts.t('devices/learnt');
  }
}

function ExpectedField() {
  const texts = useTexts();
  const store = useDevicesStore();
  const expected = useDevices((state) => state.expected);
  return (
    <div className="address">
      <label className="note" htmlFor="expected">
        {texts.t('devices/expected')}
      </label>
      <div className="find">
        <input
          id="expected"
          data-testid="expected"
          autoComplete="off"
          spellCheck={false}
          aria-describedby="expected-note"
          value={expected}
          onChange={(event) => store.getState().writeExpected(event.target.value)}
        />
      </div>
      <p id="expected-note" className="note soft">
        {texts.t('devices/expectedSay')}
      </p>
    </div>
  );
}

type Scanner = Extract<LearningView, { kind: 'learnt' }>['scanner'];

/** Control characters have no shape of their own. */
const visible = (text: string): string => JSON.stringify(text).slice(1, -1);

function Learnt({ scanner }: { readonly scanner: Scanner }) {
  const texts = useTexts();
  const { keyboard } = scanner;
  const nothing = texts.t('devices/nothing');
  const front = [keyboard?.firstKey ?? '', visible(scanner.prefix ?? '')].filter(Boolean).join(' ') || nothing;
  const behind = [visible(scanner.suffix ?? ''), ...(keyboard?.lastKeys ?? [])].filter(Boolean).join(' ') || nothing;
  return (
    <dl className="facts-list" data-testid="learnt">
      <dt>{texts.t('devices/reader')}</dt>
      <dd>{texts.t(`strip/reader/${scanner.reader}`)}</dd>
      <dt>{texts.t('devices/inFront')}</dt>
      <dd data-testid="learnt-front">{front}</dd>
      <dt>{texts.t('devices/behind')}</dt>
      <dd data-testid="learnt-behind">{behind}</dd>
      <dt>{texts.t('devices/rhythm')}</dt>
      <dd>
        {keyboard === null
          ? texts.t('devices/comesWhole')
          : texts.t('devices/gapRule', {
              longest: Math.round(keyboard.longestGapMs),
              allowed: keyboard.maxGapMs,
            })}
      </dd>
    </dl>
  );
}
