import { type ComponentType, type ReactNode, useEffect, useRef, useState } from 'react';
import { Toolbar } from 'react-aria-components';
import { type OfficePart, type OfficeStore, officeParts } from '../stores/office-store.ts';
import type { TextKey } from '../ui/i18n/texts.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import type { IconName } from '../ui/icons/strokes.ts';
import { KeyButton } from '../ui/key-button.tsx';
import { OutcomesList, OutcomesPanel } from './outcomes-panel.tsx';
import { ReportPanel } from './report-panel.tsx';
import { ReportView } from './report-view.tsx';
import { StaffList } from './staff-list.tsx';
import { StaffPanel } from './staff-panel.tsx';
import { useOffice, useOfficeStore } from './use-office.tsx';

interface OfficePageProps {
  /** Stands above everything: training, a test server. */
  readonly bands: ReactNode;
  readonly strip: ReactNode;
  readonly isTraining: boolean;
  readonly Dock: ComponentType<{ readonly onClose: () => void }> | null;
}

const partKeys = { F3: 'reports', F4: 'outcomes', F5: 'staff' } as const satisfies Readonly<Record<string, OfficePart>>;

const mainSteps = {
  reports: { text: 'office/report/print', icon: 'printer', run: (s: OfficeStore) => void s.getState().printReport() },
  outcomes: { text: 'office/outcomes/lookUp', icon: 'link', run: (s: OfficeStore) => void s.getState().lookUp() },
  staff: { text: 'office/staff/add', icon: 'plus', run: (s: OfficeStore) => s.getState().showStaff({ kind: 'add' }) },
} as const satisfies Readonly<
  Record<OfficePart, { readonly text: TextKey; readonly icon: IconName; readonly run: (store: OfficeStore) => void }>
>;

function runKey(store: OfficeStore, key: string): boolean {
  const { part, show, stepBack } = store.getState();
  if (key === 'Escape') {
    stepBack();
  } else if (key === 'F9') {
    mainSteps[part].run(store);
  } else if (Object.hasOwn(partKeys, key)) {
    show(partKeys[key as keyof typeof partKeys]);
  } else {
    return false;
  }
  return true;
}

const pageKeys: readonly string[] = ['Escape', 'F9', 'F11', ...Object.keys(partKeys)];

function usePageKeys(store: OfficeStore, toggleDock: () => void): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const target = event.target instanceof Element ? event.target : null;
      if (!pageKeys.includes(event.key) || target?.closest('[role="dialog"], [role="menu"]')) {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      // A held key acts once.
      if (!event.repeat && !runKey(store, event.key)) {
        toggleDock();
      }
    }
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [store, toggleDock]);
}

/** What is done at a station beside serving: reports, outcomes that only somebody who looked can know, the operators. */
export function OfficePage({ bands, strip, isTraining, Dock }: OfficePageProps) {
  const texts = useTexts();
  const store = useOfficeStore();
  const part = useOffice((state) => state.part);
  const [dockWanted, setDockWanted] = useState(true);
  const toggleDock = useRef(() => setDockWanted((wanted) => !wanted)).current;
  const work = useRef<HTMLElement>(null);
  usePageKeys(store, toggleDock);
  useEffect(() => work.current?.focus({ preventScroll: true }), []);
  const dockOpen = Dock !== null && dockWanted;
  const names = ['till', isTraining ? 'training' : '', dockOpen ? 'dock-open' : ''].filter(Boolean).join(' ');
  return (
    <div className={names}>
      <header className="bands">{bands}</header>
      <main ref={work} className="work" tabIndex={-1} data-testid="office" data-part={part}>
        <Right part={part} />
        <section className="who office-who" aria-label={texts.t('office/title')}>
          <Left part={part} />
        </section>
      </main>
      <PageKeys part={part} />
      {Dock !== null && dockOpen ? <Dock onClose={toggleDock} /> : null}
      {strip}
    </div>
  );
}

function Left({ part }: { readonly part: OfficePart }) {
  switch (part) {
    case 'reports':
      return <ReportView />;
    case 'outcomes':
      return <OutcomesList />;
    case 'staff':
      return <StaffList />;
  }
}

function Right({ part }: { readonly part: OfficePart }) {
  switch (part) {
    case 'reports':
      return <ReportPanel />;
    case 'outcomes':
      return <OutcomesPanel />;
    case 'staff':
      return <StaffPanel />;
  }
}

function PageKeys({ part }: { readonly part: OfficePart }) {
  const texts = useTexts();
  const store = useOfficeStore();
  const main = mainSteps[part];
  return (
    <nav className="keys-nav" aria-label={texts.t('keys/label')}>
      <Toolbar className="keys office-keys" aria-label={texts.t('keys/label')}>
        <KeyButton className="key" testId="office-back" onPress={() => store.getState().stepBack()}>
          <kbd>Esc</kbd>
          <span>{texts.t('office/back')}</span>
        </KeyButton>
        {officeParts.map((each, index) => (
          <KeyButton
            key={each}
            className={each === part ? 'key office-here' : 'key'}
            testId={`office-${each}`}
            onPress={() => store.getState().show(each)}
          >
            <kbd>F{index + 3}</kbd>
            <span>{texts.t(`office/part/${each}`)}</span>
          </KeyButton>
        ))}
        <KeyButton className="key main" testId="office-main" neverByEnter onPress={() => main.run(store)}>
          <Icon name={main.icon} />
          <span className="name">{texts.t(main.text)}</span>
          <kbd>F9</kbd>
        </KeyButton>
      </Toolbar>
    </nav>
  );
}
