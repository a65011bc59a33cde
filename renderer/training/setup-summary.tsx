import { useDevices } from '../setup/use-devices.ts';
import { languageName } from '../ui/i18n/i18n.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { SetupTrouble, wordsOf } from './setup-trouble.tsx';
import { useSetup, useSetupStore } from './use-setup.ts';

/** Last step: all of it at a glance, then live. */
export function SummaryStep() {
  const texts = useTexts();
  const store = useSetupStore();
  const going = useSetup((state) => state.going);
  return (
    <>
      <Facts />
      <p className="note soft">{texts.t('setup/summarySay')}</p>
      <div className="setup-stand">
        {going.kind === 'failed' ? <SetupTrouble outcome={going.error.code} {...wordsOf(going.error, texts)} /> : null}
        {going.kind === 'restarting' ? (
          <p className="label" role="status">
            {texts.t('setup/restarting')}
          </p>
        ) : null}
        <div className="setup-foot">
          <KeyButton className="btn act" testId="setup-go-live" onPress={() => void store.getState().goLive()}>
            <Icon name="check" size="row" bold />
            <span>{texts.t('setup/goLive')}</span>
          </KeyButton>
        </div>
      </div>
    </>
  );
}

function Facts() {
  const texts = useTexts();
  const choices = useSetup((state) => state.choices);
  const all = useSetup((state) => state.view?.operations.length ?? 0);
  const by = useSetup((state) => state.by);
  const place = useSetup((state) => state.place);
  const supervisor = useSetup((state) => state.supervisor);
  const printer = useDevices((state) => state.view?.printer ?? null);
  if (choices === null) {
    return null;
  }
  const none = texts.t('setup/none');
  const readers = [
    texts.t('strip/reader/keyboard-wedge'),
    ...choices.readers.map((name) => texts.t(`strip/reader/${name}`)),
    ...(choices.serialScanner === null ? [] : [choices.serialScanner]),
  ];
  const face = texts.t(`setup/${choices.face}`);
  const rows = [
    [texts.t('setup/step/credentials'), `${texts.t(`setup/${by}`)}; ${texts.t(`setup/store/${place ?? 'file'}`)}`],
    [texts.t('setup/step/printer'), printer?.place ?? none],
    [texts.t('setup/step/readers'), readers.join(', ')],
    [texts.t('setup/shopName'), choices.shopName ?? none],
    [texts.t('setup/stationName'), choices.stationName],
    [texts.t('setup/supportPhone'), choices.supportPhone ?? none],
    [texts.t('setup/locale'), languageName(choices.locale)],
    [texts.t('setup/face'), choices.customerDisplay ? `${face} + ${texts.t('setup/customerDisplay')}` : face],
    [texts.t('setup/currency'), choices.currency],
    [texts.t('setup/width'), choices.receiptWidth === null ? texts.t('setup/printersOwn') : `${choices.receiptWidth}`],
    [texts.t('setup/operations'), texts.t('setup/operationsOf', { used: choices.operations?.length ?? all, all })],
    [texts.t('setup/supervisorName'), supervisor.kind === 'named' ? supervisor.name : none],
  ] as const;
  return (
    <dl className="facts-list" data-testid="setup-summary">
      {rows.map(([name, value]) => (
        <div key={name} className="setup-row">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
