import { type DiagnosisState, type DiagnosisStore, worstFirst, worstOf } from '../stores/diagnosis-store.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { useStorePart } from '../ui/store-context.tsx';
import { type PageKey, type PageSurroundings, TechnicianPage } from '../ui/technician-page.tsx';
import { BundlePanel } from './bundle-panel.tsx';
import { CheckRow } from './check-row.tsx';

const keysOf = ({ close, examine, saveBundle }: DiagnosisState): readonly PageKey[] => [
  { cap: 'Esc', text: 'doctor/back', testId: 'doctor-back', run: close },
  { cap: 'F5', text: 'doctor/again', testId: 'doctor-again', run: () => void examine() },
  { cap: 'F9', text: 'doctor/save', testId: 'doctor-save', run: () => void saveBundle(), icon: 'lower' },
];

/** The whole station, checked: what needs a hand first, and a diagnosis for whoever is on the telephone. */
export function DoctorPage({ store, ...around }: PageSurroundings & { readonly store: DiagnosisStore }) {
  const texts = useTexts();
  const state = useStorePart(store, (whole) => whole);
  return (
    <TechnicianPage
      {...around}
      name="doctor"
      keys={keysOf(state)}
      hasDockOpen={false}
      marks={{ 'data-looking': state.looking.kind }}
    >
      <BundlePanel saving={state.saving} />
      <section className="who devices-who" aria-label={texts.t('doctor/title')}>
        <h1 className="devices-title">{texts.t('doctor/title')}</h1>
        <CheckList looking={state.looking} />
      </section>
    </TechnicianPage>
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
