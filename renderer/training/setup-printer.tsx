import { useEffect } from 'react';
import { printerWords } from '../setup/device-words.ts';
import { FindPrinterPanel } from '../setup/find-printer-panel.tsx';
import { useDevices, useDevicesStore } from '../setup/use-devices.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { useSetup, useSetupStore } from './use-setup.ts';

/** Second step: the real printer, found and tried on the right; what was chosen on the left. */
export function PrinterStep() {
  const texts = useTexts();
  const store = useSetupStore();
  const devices = useDevicesStore();
  const printer = useDevices((state) => state.view?.printer ?? null);
  const models = useDevices((state) => state.view?.models ?? null);
  const columns = useDevices((state) => state.view?.line?.columns ?? null);
  const step = useSetup((state) => state.step);
  useEffect(() => {
    if (step === 'printer') {
      void devices
        .getState()
        .open()
        .then(() => devices.getState().show('find'));
    }
  }, [devices, step]);
  const name = models?.find(({ id }) => id === printer?.model)?.name ?? '';
  return (
    <div className="setup-form">
      <p>{texts.t('setup/printerSay')}</p>
      {printer === null ? (
        <p className="label" data-testid="setup-printer-none">
          {printerWords({ kind: 'not-configured' }, texts).title}
        </p>
      ) : (
        <p className="label device-done" role="status" data-testid="setup-printer-chosen">
          <Icon name="done" size="row" />
          {texts.t('setup/printerChosen', { name, place: printer.place, columns: columns ?? 0 })}
        </p>
      )}
      <div className="setup-stand setup-foot">
        <KeyButton
          className={printer === null ? 'btn' : 'btn act'}
          testId="setup-next"
          onPress={() => store.getState().show('readers')}
        >
          <Icon name="check" size="row" bold />
          <span>{texts.t(printer === null ? 'setup/withoutPrinter' : 'setup/next')}</span>
        </KeyButton>
      </div>
    </div>
  );
}

export const PrinterSide = FindPrinterPanel;
