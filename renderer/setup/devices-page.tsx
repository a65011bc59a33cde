import { useEffect } from 'react';
import type { DevicesStore } from '../stores/devices-store.ts';
import type { KeyStore } from '../stores/key-store.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { useStorePart } from '../ui/store-context.tsx';
import { type PageKey, type PageSurroundings, TechnicianPage } from '../ui/technician-page.tsx';
import { DeviceTable } from './device-table.tsx';
import { FindPrinterPanel } from './find-printer-panel.tsx';
import { KeyPanel } from './key-panel.tsx';
import { LearnPanel } from './learn-panel.tsx';
import { PrinterPanel } from './printer-panel.tsx';
import { ScanPanel } from './scan-panel.tsx';
import { useDevices, useDevicesStore } from './use-devices.ts';

interface DevicesPageProps extends PageSurroundings {
  readonly keys: KeyStore;
  readonly onOpenDoctor: () => void;
}

/** Esc, one step at a time: the panel, then the page. */
function stepBack(store: DevicesStore): void {
  const { panel, close, show } = store.getState();
  if (panel === 'printer') {
    close();
  } else {
    show('printer');
  }
}

function printTestPage(store: DevicesStore): void {
  const { panel, show } = store.getState();
  if (panel !== 'printer' && panel !== 'find') {
    show('printer');
  }
  void store.getState().printTestPage();
}

/** Beside the dock three of them fold away; one of these stands in the panel too. */
function keysOf(store: DevicesStore, hasKey: boolean, onOpenDoctor: () => void): readonly PageKey[] {
  const { show, checkAll } = store.getState();
  const ownKey: PageKey = { cap: 'F7', text: 'key/open', testId: 'devices-key', run: () => show('key') };
  return [
    { cap: 'Esc', text: 'devices/back', testId: 'devices-back', run: () => stepBack(store) },
    { cap: 'F3', text: 'devices/find', testId: 'devices-find', run: () => show('find') },
    { cap: 'F4', text: 'devices/learn', testId: 'devices-learn', run: () => show('learn') },
    { cap: 'F5', text: 'devices/checkAll', testId: 'devices-check', run: () => void checkAll(), folds: true },
    { cap: 'F6', text: 'devices/scanTest', testId: 'devices-scan', run: () => show('scan'), folds: true },
    ...(hasKey ? [ownKey] : []),
    { cap: 'F8', text: 'doctor/open', testId: 'devices-doctor', run: onOpenDoctor, folds: true },
    {
      cap: 'F9',
      text: 'devices/testPage',
      testId: 'devices-test',
      run: () => printTestPage(store),
      icon: 'printer',
      neverByEnter: true,
    },
  ];
}

/** A technician's page: every device, printers found and tried, scanners looked at and learnt. */
export function DevicesPage({ keys, onOpenDoctor, ...around }: DevicesPageProps) {
  const texts = useTexts();
  const store = useDevicesStore();
  // Asked each time the page opens: a training station has no key of its own.
  useEffect(() => void keys.getState().read(), [keys]);
  const hasKey = useStorePart(keys, ({ view }) => view?.kind === 'kept');
  return (
    <TechnicianPage {...around} name="devices" keys={keysOf(store, hasKey, onOpenDoctor)}>
      <Panel keys={keys} />
      <section className="who devices-who" aria-label={texts.t('devices/title')}>
        <h1 className="devices-title">{texts.t('devices/title')}</h1>
        <DeviceTable />
      </section>
    </TechnicianPage>
  );
}

function Panel({ keys }: { readonly keys: KeyStore }) {
  const panel = useDevices((state) => state.panel);
  switch (panel) {
    case 'printer':
      return <PrinterPanel />;
    case 'find':
      return <FindPrinterPanel />;
    case 'scan':
      return <ScanPanel />;
    case 'learn':
      return <LearnPanel />;
    case 'key':
      return <KeyPanel store={keys} />;
  }
}
