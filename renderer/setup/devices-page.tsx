import { type ComponentType, type ReactNode, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { Toolbar } from 'react-aria-components';
import type { DevicesStore } from '../stores/devices-store.ts';
import type { KeyStore } from '../stores/key-store.ts';
import type { Texts } from '../ui/i18n/i18n.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { DeviceTable } from './device-table.tsx';
import { FindPrinterPanel } from './find-printer-panel.tsx';
import { KeyPanel } from './key-panel.tsx';
import { LearnPanel } from './learn-panel.tsx';
import { PrinterPanel } from './printer-panel.tsx';
import { ScanPanel } from './scan-panel.tsx';
import { useDevices, useDevicesStore } from './use-devices.tsx';

interface DevicesPageProps {
  /** Stands above everything: training, a test server. */
  readonly bands: ReactNode;
  readonly strip: ReactNode;
  readonly isTraining: boolean;
  readonly Dock: ComponentType<{ readonly onClose: () => void }> | null;
  /** Null where the station has no key of its own. */
  readonly keys?: KeyStore | null;
  /** To all that can be checked; F8 where it is given. */
  readonly onOpenDoctor?: () => void;
}

const actions = [
  { key: 'Escape', cap: 'Esc', text: 'devices/back', testId: 'devices-back', run: stepBack },
  {
    key: 'F3',
    cap: 'F3',
    text: 'devices/find',
    testId: 'devices-find',
    run: (s: DevicesStore) => s.getState().show('find'),
  },
  {
    key: 'F4',
    cap: 'F4',
    text: 'devices/learn',
    testId: 'devices-learn',
    run: (s: DevicesStore) => s.getState().show('learn'),
  },
  {
    key: 'F5',
    cap: 'F5',
    text: 'devices/checkAll',
    testId: 'devices-check',
    run: (s: DevicesStore) => void s.getState().checkAll(),
  },
  {
    key: 'F6',
    cap: 'F6',
    text: 'devices/scanTest',
    testId: 'devices-scan',
    run: (s: DevicesStore) => s.getState().show('scan'),
  },
  {
    key: 'F7',
    cap: 'F7',
    text: 'key/open',
    testId: 'devices-key',
    run: (s: DevicesStore) => s.getState().show('key'),
  },
  { key: 'F9', cap: 'F9', text: 'devices/testPage', testId: 'devices-test', run: printTestPage },
] as const;

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

type Action = (typeof actions)[number];

interface Beside {
  readonly toggleDock: () => void;
  readonly onOpenDoctor: (() => void) | undefined;
}

function usePageKeys(store: DevicesStore, offered: readonly Action[], { toggleDock, onOpenDoctor }: Beside): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const target = event.target instanceof Element ? event.target : null;
      const action = offered.find(({ key }) => key === event.key);
      const other = event.key === 'F11' ? toggleDock : event.key === 'F8' ? onOpenDoctor : undefined;
      if (target?.closest('[role="dialog"], [role="menu"]') || (action === undefined && other === undefined)) {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) {
        other?.();
        action?.run(store);
      }
    }
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [store, offered, toggleDock, onOpenDoctor]);
}

/** A technician's page: every device, printers found and tried, scanners looked at and learnt. */
export function DevicesPage({ bands, strip, isTraining, Dock, keys = null, onOpenDoctor }: DevicesPageProps) {
  const texts = useTexts();
  const store = useDevicesStore();
  const [dockWanted, setDockWanted] = useState(true);
  const toggleDock = useRef(() => setDockWanted((wanted) => !wanted)).current;
  const work = useRef<HTMLElement>(null);
  const hasKey = useHasKey(keys);
  const offered = useMemo(() => actions.filter(({ cap }) => cap !== 'F7' || hasKey), [hasKey]);
  usePageKeys(store, offered, { toggleDock, onOpenDoctor });
  useEffect(() => work.current?.focus({ preventScroll: true }), []);
  const dockOpen = Dock !== null && dockWanted;
  const names = ['till', isTraining ? 'training' : '', dockOpen ? 'dock-open' : ''].filter(Boolean).join(' ');
  return (
    <div className={names}>
      <header className="bands">{bands}</header>
      <main ref={work} className="work" tabIndex={-1} data-testid="devices">
        <Panel keys={keys} />
        <section className="who devices-who" aria-label={texts.t('devices/title')}>
          <h1 className="devices-title">{texts.t('devices/title')}</h1>
          <DeviceTable />
        </section>
      </main>
      <nav className="keys-nav" aria-label={texts.t('keys/label')}>
        <Toolbar
          className={hasKey ? 'keys devices-keys with-key' : 'keys devices-keys'}
          aria-label={texts.t('keys/label')}
        >
          {offered.slice(0, -1).map((action) => keyOf(action, store, texts))}
          {onOpenDoctor === undefined ? null : (
            <KeyButton className="key folds" testId="devices-doctor" onPress={onOpenDoctor}>
              <kbd>F8</kbd>
              <span>{texts.t('doctor/open')}</span>
            </KeyButton>
          )}
          {offered.slice(-1).map((action) => keyOf(action, store, texts))}
        </Toolbar>
      </nav>
      {Dock !== null && dockOpen ? <Dock onClose={toggleDock} /> : null}
      {strip}
    </div>
  );
}

function keyOf({ cap, text, testId, run }: Action, store: DevicesStore, texts: Texts) {
  return (
    <KeyButton
      key={cap}
      className={cap === 'F9' ? 'key main' : cap === 'F5' || cap === 'F6' ? 'key folds' : 'key'}
      testId={testId}
      neverByEnter={cap === 'F9'}
      onPress={() => run(store)}
    >
      {cap === 'F9' ? (
        <>
          <Icon name="printer" />
          <span className="name">{texts.t(text)}</span>
          <kbd>{cap}</kbd>
        </>
      ) : (
        <>
          <kbd>{cap}</kbd>
          <span>{texts.t(text)}</span>
        </>
      )}
    </KeyButton>
  );
}

const nothingToHear = () => () => {};

/** Asked each time the page opens: a training station has no key of its own. */
function useHasKey(keys: KeyStore | null): boolean {
  useEffect(() => void keys?.getState().read(), [keys]);
  return useSyncExternalStore(keys?.subscribe ?? nothingToHear, () => keys?.getState().view?.kind === 'kept');
}

function Panel({ keys }: { readonly keys: KeyStore | null }) {
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
      return keys === null ? <PrinterPanel /> : <KeyPanel store={keys} />;
  }
}
