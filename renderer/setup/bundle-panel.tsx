import type { DiagnosisState } from '../stores/diagnosis-store.ts';
import type { Texts } from '../ui/i18n/i18n.ts';
import type { TextKey } from '../ui/i18n/texts.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';

/** Right: the file for whoever is on the telephone. Where it lies is said whole, to be read out. */
export function BundlePanel({ saving }: Pick<DiagnosisState, 'saving'>) {
  const texts = useTexts();
  return (
    <section className="do" aria-label={texts.t('doctor/bundle')}>
      <div className="pad-in devices-panel">
        <h2>{texts.t('doctor/bundle')}</h2>
        <p>{texts.t('doctor/bundleSay')}</p>
        <Outcome saving={saving} texts={texts} />
      </div>
    </section>
  );
}

function Outcome({ saving, texts }: { readonly saving: DiagnosisState['saving']; readonly texts: Texts }) {
  switch (saving.kind) {
    case 'idle':
      return null;
    case 'saving':
      return (
        <p role="status" className="device-done">
          <i className="dot working" /> {texts.t('doctor/saving')}
        </p>
      );
    case 'saved':
      return (
        <div role="status" className="bundle-saved" data-testid="bundle-saved">
          <p className="device-done">
            <Icon name="check" /> <b>{texts.t('doctor/saved')}</b>
          </p>
          <code data-testid="bundle-file">{saving.file}</code>
          <p>{texts.t('doctor/savedNext')}</p>
          <p className="note soft">{texts.t('doctor/parts', { parts: saving.parts.join(', ') })}</p>
        </div>
      );
    case 'failed': {
      const { title, what, next } = texts.error(saving.error.code);
      const { part, mark, reason } = saving.error.details ?? {};
      const kind = mark === undefined ? '' : texts.t(`doctor/mark/${String(mark)}` as TextKey);
      return (
        <div role="alert" className="bundle-failed" data-testid="bundle-failed" data-code={saving.error.code}>
          <b>{title}</b>
          <p>{what}</p>
          {part === undefined ? null : <p>{texts.t('doctor/markedPart', { part: String(part), mark: kind })}</p>}
          {reason === undefined ? null : <p>{texts.t('doctor/reason', { reason: String(reason) })}</p>}
          <p>{next.join(' ')}</p>
        </div>
      );
    }
  }
}
