import { ErrorNote } from '../ui/error-note.tsx';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { ShownReadingView } from './shown-reading.tsx';
import { useDevices, useDevicesStore } from './use-devices.ts';

/** "Scan something": what arrives, and what it becomes. It acts on nobody. */
export function ScanPanel() {
  const texts = useTexts();
  const store = useDevicesStore();
  const shown = useDevices((state) => state.shown);
  const isListening = useDevices((state) => state.isListening);
  const notListening = useDevices((state) => state.notListening);
  return (
    <section className="do" aria-label={texts.t('devices/scanTest')} data-testid="scan-panel">
      <div className="pad-in devices-panel">
        <div className="row between">
          <h2>{texts.t('devices/scanTest')}</h2>
          <kbd>F6</kbd>
        </div>
        <p className="label" role="status" data-testid="listening" data-on={isListening}>
          {texts.t(isListening ? 'devices/listeningSay' : 'devices/notListening')}
        </p>
        {notListening === null ? null : <ErrorNote testId="devices-error" error={notListening} />}
        {shown === null ? null : <ShownReadingView reading={shown} />}
        <p className="note soft">{texts.t('devices/maskedSay')}</p>
        <div className="foot">
          {isListening ? null : (
            <KeyButton className="btn act wide" testId="listen-again" onPress={() => store.getState().show('scan')}>
              <Icon name="scanner" size="row" />
              <span>{texts.t('devices/listenAgain')}</span>
              <kbd>F6</kbd>
            </KeyButton>
          )}
          <KeyButton className="btn wide" testId="open-learn" onPress={() => store.getState().show('learn')}>
            <Icon name="scanner" size="row" />
            <span>{texts.t('devices/learn')}</span>
            <kbd>F4</kbd>
          </KeyButton>
        </div>
      </div>
    </section>
  );
}
