import { type FormEvent, useEffect } from 'react';
import { readerWords } from '../setup/device-words.ts';
import { LearnPanel } from '../setup/learn-panel.tsx';
import { ScanPanel } from '../setup/scan-panel.tsx';
import { useDevices, useDevicesStore } from '../setup/use-devices.ts';
import type { SetupReader } from '../stores/training-setup-store.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { SetupCheck } from './setup-check.tsx';
import { SetupTrouble, wordsOf } from './setup-trouble.tsx';
import { useSetup, useSetupStore } from './use-setup.ts';

const none: readonly never[] = [];

/** Third step: the readers that are there, with a scan to try each; what was found is used. */
export function ReadersStep() {
  const texts = useTexts();
  const store = useSetupStore();
  const devices = useDevicesStore();
  const readers = useDevices((state) => state.status?.readers ?? none);
  const problem = useSetup((state) => state.readersProblem);
  useEffect(() => {
    devices.getState().show('scan');
    void store
      .getState()
      .openReaders()
      .then(() => devices.getState().checkAll());
    return () => devices.getState().stopListening();
  }, [devices, store]);
  return (
    <div className="setup-form">
      <p>{texts.t('setup/readersSay')}</p>
      <ul className="setup-readers" aria-label={texts.t('setup/step/readers')}>
        {readers.map((reader) => (
          <ReaderRow key={reader.name} reader={reader} />
        ))}
      </ul>
      <SerialField />
      {problem === null ? null : <SetupTrouble outcome={problem.code} {...wordsOf(problem, texts)} />}
      <div className="setup-stand setup-foot">
        <KeyButton className="btn act" testId="setup-next" onPress={() => store.getState().show('station')}>
          <Icon name="check" size="row" bold />
          <span>{texts.t('setup/next')}</span>
        </KeyButton>
      </div>
    </div>
  );
}

function ReaderRow({ reader }: { readonly reader: Parameters<typeof readerWords>[0] }) {
  const texts = useTexts();
  const store = useSetupStore();
  const used = useSetup((state) => state.choices?.readers ?? none) as readonly string[];
  const words = readerWords(reader, texts);
  const isAlways = reader.name === 'keyboard-wedge' || reader.name === 'serial-scanner';
  return (
    <li className="setup-reader" data-testid={`setup-reader-${reader.name}`} data-state={reader.state}>
      <div>
        <strong>{texts.t(`strip/reader/${reader.name}`)}</strong>
        <span className="note soft">{texts.t(`devices/readerAbout/${reader.name}`)}</span>
      </div>
      <div>
        <b>{words.title}</b>
        <span className="note soft">{words.next}</span>
      </div>
      {isAlways ? (
        <span className="note soft">{texts.t('setup/alwaysUsed')}</span>
      ) : (
        <SetupCheck
          label={texts.t('setup/use')}
          isOn={used.includes(reader.name)}
          onChange={(wanted) => store.getState().useReader(reader.name as SetupReader, wanted)}
          testId={`setup-use-${reader.name}`}
        />
      )}
    </li>
  );
}

function SerialField() {
  const texts = useTexts();
  const store = useSetupStore();
  const devices = useDevicesStore();
  const port = useSetup((state) => state.choices?.serialScanner ?? '');
  function look(event: FormEvent): void {
    event.preventDefault();
    void store
      .getState()
      .openReaders()
      .then(() => devices.getState().checkAll());
  }
  return (
    <form className="setup-serial" onSubmit={look}>
      <TextField
        label={texts.t('setup/serial')}
        testId="setup-serial"
        value={port}
        onChange={(event) => store.getState().change({ serialScanner: event.target.value.trim() || null })}
        note={texts.t('setup/serialSay')}
      />
      <button type="submit" className="btn" data-testid="setup-look">
        <Icon name="scanner" size="row" />
        <span>{texts.t('setup/look')}</span>
      </button>
    </form>
  );
}

/** What arrives, or how a scanner is learnt. */
export function ReadersSide() {
  const panel = useDevices((state) => state.panel);
  return panel === 'learn' ? <LearnPanel /> : <ScanPanel />;
}
