import { Button, ListBox, ListBoxItem } from 'react-aria-components';
import type { Checking, PrinterChoice } from '../stores/devices-store.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { Segment } from '../ui/segment.tsx';
import { printerWords } from './device-words.ts';
import { SaveOutcome, TestOutcome } from './outcome.tsx';
import { useDevices, useDevicesStore } from './use-devices.ts';

const none: readonly never[] = [];

/** Finds a printer, tries it and makes it the station's. */
export function FindPrinterPanel() {
  const texts = useTexts();
  const draft = useDevices((state) => state.draft);
  return (
    <section className="do" aria-label={texts.t('devices/find')} data-testid="find-printer-panel">
      <div className="pad-in devices-panel scrolls">
        <div className="row between">
          <h2>{texts.t('devices/find')}</h2>
          <kbd>F3</kbd>
        </div>
        <Found />
        <AddressField />
        {draft === null ? null : <Draft draft={draft} />}
      </div>
    </section>
  );
}

function Found() {
  const texts = useTexts();
  const store = useDevicesStore();
  const finding = useDevices((state) => state.finding);
  const chosen = useDevices((state) => state.draft?.place ?? null);
  const printers = finding.kind === 'found' ? finding.printers : none;
  if (finding.kind === 'failed') {
    return <ErrorNote testId="devices-error" error={finding.error} />;
  }
  if (finding.kind !== 'found') {
    return (
      <p className="label soft" role="status">
        {texts.t('devices/looking')}
      </p>
    );
  }
  if (printers.length === 0) {
    return (
      <p className="label soft" role="status" data-testid="no-printers">
        {texts.t('devices/nothingFound')}
      </p>
    );
  }
  return (
    <ListBox
      className="found"
      aria-label={texts.t('devices/found')}
      selectionMode="single"
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => {
        const [place] = keys === 'all' ? [] : keys;
        if (place !== undefined) {
          store.getState().choosePrinter(String(place));
        }
      }}
    >
      {printers.map(({ place, name }) => (
        <ListBoxItem
          key={place}
          id={place}
          className="found-item"
          textValue={name ?? place}
          data-testid="found-printer"
        >
          <b>{name ?? texts.t('devices/nameless')}</b>
          <span className="note soft">{place}</span>
        </ListBoxItem>
      ))}
    </ListBox>
  );
}

function AddressField() {
  const texts = useTexts();
  const store = useDevicesStore();
  const address = useDevices((state) => state.address);
  const isWrong = useDevices((state) => state.addressIsWrong);
  return (
    <form
      className="address"
      onSubmit={(event) => {
        event.preventDefault();
        store.getState().chooseAddress();
      }}
    >
      <label className="note" htmlFor="printer-address">
        {texts.t('devices/address')}
      </label>
      <div className={isWrong ? 'find wrong' : 'find'}>
        <input
          id="printer-address"
          data-testid="printer-address"
          autoComplete="off"
          spellCheck={false}
          placeholder="192.0.2.7:9100"
          aria-invalid={isWrong}
          aria-describedby="printer-address-note"
          value={address}
          onChange={(event) => store.getState().writeAddress(event.target.value)}
        />
        <Button type="submit" className="btn" data-testid="address-go">
          {texts.t('devices/try')}
        </Button>
      </div>
      <p id="printer-address-note" className={isWrong ? 'note wrong' : 'note soft'} aria-live="assertive">
        {texts.t(isWrong ? 'devices/addressWrong' : 'devices/addressSay')}
      </p>
    </form>
  );
}

function CheckOutcome({ checking }: { readonly checking: Checking }) {
  const texts = useTexts();
  switch (checking.kind) {
    case 'idle':
      return null;
    case 'checking':
      return (
        <p className="label soft" role="status">
          {texts.t('devices/asking')}
        </p>
      );
    case 'failed':
      return <ErrorNote testId="devices-error" error={checking.error} />;
    case 'answered': {
      const words = printerWords(checking.state, texts);
      return (
        <p className="label" role="status" data-testid="check-answer" data-state={checking.state.kind}>
          <b>{words.title}</b> {words.next}
        </p>
      );
    }
  }
}

function Draft({ draft }: { readonly draft: PrinterChoice }) {
  const texts = useTexts();
  const store = useDevicesStore();
  const models = useDevices((state) => state.view?.models ?? none);
  const checking = useDevices((state) => state.checking);
  const test = useDevices((state) => state.test);
  const saving = useDevices((state) => state.saving);
  const papers = models.find(({ id }) => id === draft.model)?.papers ?? none;
  return (
    <div className="draft" data-testid="draft">
      <CheckOutcome checking={checking} />
      <label className="note" htmlFor="printer-model">
        {texts.t('devices/model')}
      </label>
      <select
        id="printer-model"
        data-testid="printer-model"
        value={draft.model}
        onChange={(event) => store.getState().change({ model: event.target.value })}
      >
        {models.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <div className="row draft-choices">
        <Segment
          label={texts.t('devices/paper')}
          value={draft.paper === null ? 'usual' : `${draft.paper}`}
          choices={[
            { value: 'usual', text: texts.t('devices/usualPaper') },
            ...papers.map((paper) => ({ value: `${paper}`, text: `${paper} mm` })),
          ]}
          onChoose={(value) => store.getState().change({ paper: value === '58' ? 58 : value === '80' ? 80 : null })}
        />
        <Segment
          label={texts.t('devices/font')}
          value={draft.font}
          choices={[
            { value: 'a', text: texts.t('devices/fontName', { name: 'A' }) },
            { value: 'b', text: texts.t('devices/fontName', { name: 'B' }) },
          ]}
          onChoose={(value) => store.getState().change({ font: value === 'b' ? 'b' : 'a' })}
        />
      </div>
      <p className="note soft">{texts.t('devices/lookAtLetters')}</p>
      <TestOutcome test={test} />
      <SaveOutcome saving={saving} />
      <div className="foot">
        <KeyButton
          className={test.kind === 'printed' ? 'btn wide' : 'btn act wide'}
          testId="try-test-page"
          onPress={() => void store.getState().printTestPage()}
        >
          <Icon name="printer" size="row" />
          <span>{texts.t('devices/testPage')}</span>
          <kbd>F9</kbd>
        </KeyButton>
        <KeyButton
          className={test.kind === 'printed' ? 'btn act wide' : 'btn wide'}
          testId="save-printer"
          onPress={() => void store.getState().savePrinter()}
        >
          <Icon name="check" size="row" bold />
          <span>{texts.t('devices/savePrinter')}</span>
        </KeyButton>
      </div>
    </div>
  );
}
