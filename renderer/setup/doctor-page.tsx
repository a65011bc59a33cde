import { type ComponentType, type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Toolbar } from 'react-aria-components';
import { type DiagnosisState, type DiagnosisStore, worstFirst, worstOf } from '../stores/diagnosis-store.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { BundlePanel } from './bundle-panel.tsx';
import { CheckRow } from './check-row.tsx';

interface DoctorPageProps {
  readonly store: DiagnosisStore;
  /** Stands above everything: training, a test server. */
  readonly bands: ReactNode;
  readonly strip: ReactNode;
  readonly isTraining: boolean;
  readonly Dock: ComponentType<{ readonly onClose: () => void }> | null;
}

const actions = [
  { cap: 'Esc', key: 'Escape', text: 'doctor/back', testId: 'doctor-back', run: (s: DiagnosisState) => s.close() },
  { cap: 'F5', key: 'F5', text: 'doctor/again', testId: 'doctor-again', run: (s: DiagnosisState) => void s.examine() },
  { cap: 'F9', key: 'F9', text: 'doctor/save', testId: 'doctor-save', run: (s: DiagnosisState) => void s.saveBundle() },
] as const;

function usePageKeys(store: DiagnosisStore, toggleDock: () => void): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const target = event.target instanceof Element ? event.target : null;
      const action = actions.find(({ key }) => key === event.key);
      const isDock = event.key === 'F11';
      if (target?.closest('[role="dialog"], [role="menu"]') || (action === undefined && !isDock)) {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) {
        if (isDock) {
          toggleDock();
        } else {
          action?.run(store.getState());
        }
      }
    }
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [store, toggleDock]);
}

/** The whole station, checked: what needs a hand first, and a diagnosis for whoever is on the telephone. */
export function DoctorPage({ store, bands, strip, isTraining, Dock }: DoctorPageProps) {
  const texts = useTexts();
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const [dockWanted, setDockWanted] = useState(false);
  const toggleDock = useRef(() => setDockWanted((wanted) => !wanted)).current;
  const work = useRef<HTMLElement>(null);
  usePageKeys(store, toggleDock);
  useEffect(() => work.current?.focus({ preventScroll: true }), []);
  const dockOpen = Dock !== null && dockWanted;
  const names = ['till', isTraining ? 'training' : '', dockOpen ? 'dock-open' : ''].filter(Boolean).join(' ');
  return (
    <div className={names}>
      <header className="bands">{bands}</header>
      <main ref={work} className="work" tabIndex={-1} data-testid="doctor" data-looking={state.looking.kind}>
        <BundlePanel saving={state.saving} />
        <section className="who devices-who" aria-label={texts.t('doctor/title')}>
          <h1 className="devices-title">{texts.t('doctor/title')}</h1>
          <CheckList looking={state.looking} />
        </section>
      </main>
      <nav className="keys-nav" aria-label={texts.t('keys/label')}>
        <Toolbar className="keys doctor-keys" aria-label={texts.t('keys/label')}>
          {actions.map(({ cap, text, testId, run }) => (
            <KeyButton
              key={cap}
              className={cap === 'F9' ? 'key main' : 'key'}
              testId={testId}
              onPress={() => run(store.getState())}
            >
              {cap === 'F9' ? (
                <>
                  <Icon name="lower" />
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
          ))}
        </Toolbar>
      </nav>
      {Dock !== null && dockOpen ? <Dock onClose={toggleDock} /> : null}
      {strip}
    </div>
  );
}

function CheckList({ looking }: { readonly looking: DiagnosisState['looking'] }) {
  const texts = useTexts();
  if (looking.kind === 'looking') {
    return (
      <p className="doctor-looking" role="status">
        <i className="dot working" /> {texts.t('doctor/looking')}
      </p>
    );
  }
  if (looking.kind === 'failed') {
    return (
      <p className="doctor-looking" role="alert" data-code={looking.error.code}>
        {texts.error(looking.error.code).title}
      </p>
    );
  }
  return (
    <>
      <p className="doctor-worst" role="status" data-verdict={worstOf(looking.checks)} data-testid="doctor-worst">
        <b>{texts.t(`doctor/worst/${worstOf(looking.checks)}`)}</b>
        <span className="note soft">{texts.t('doctor/at', { time: texts.time(looking.at) })}</span>
      </p>
      {/* Longer than its place: whoever has no wheel must reach the rest too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <ul className="device-list" tabIndex={0} aria-label={texts.t('doctor/title')}>
        {worstFirst(looking.checks).map((result) => (
          <CheckRow key={`${result.check} ${result.about} ${result.finding}`} result={result} />
        ))}
      </ul>
    </>
  );
}
