import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { TestOutcome } from './outcome.tsx';
import { useDevices, useDevicesStore } from './use-devices.ts';

/** The station's printer, and its test page. */
export function PrinterPanel() {
  const texts = useTexts();
  const store = useDevicesStore();
  const view = useDevices((state) => state.view);
  const test = useDevices((state) => state.test);
  const printer = view?.printer ?? null;
  const model = view?.models.find(({ id }) => id === printer?.model)?.name ?? texts.t('devices/none');
  return (
    <section className="do" aria-label={texts.t('devices/printer')} data-testid="printer-panel">
      <div className="pad-in devices-panel">
        <h2>{texts.t('devices/printer')}</h2>
        <dl className="facts-list">
          <dt>{texts.t('devices/model')}</dt>
          <dd>{model}</dd>
          {printer === null || view?.line == null ? null : (
            <>
              <dt>{texts.t('devices/place')}</dt>
              <dd>{printer.place}</dd>
              <dt>{texts.t('devices/line')}</dt>
              <dd>
                {texts.plural('symbolsPerLine', view.line.columns)}, {texts.t('devices/dots', { dots: view.line.dots })}
              </dd>
            </>
          )}
        </dl>
        <p className="note soft">{texts.t('devices/testPageSay')}</p>
        <TestOutcome test={test} />
        <div className="foot">
          <KeyButton
            className="btn act wide"
            testId="print-test-page"
            offReason={printer === null ? texts.t('devices/none') : null}
            onPress={() => void store.getState().printTestPage()}
          >
            <Icon name="printer" size="row" />
            <span>{texts.t('devices/testPage')}</span>
            <kbd>F9</kbd>
          </KeyButton>
          <KeyButton className="btn wide" testId="open-scan" onPress={() => store.getState().show('scan')}>
            <Icon name="scanner" size="row" />
            <span>{texts.t('devices/scanTestSay')}</span>
            <kbd>F6</kbd>
          </KeyButton>
        </div>
      </div>
    </section>
  );
}
