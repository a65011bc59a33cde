import type { AppError } from '../../shared/errors/app-error.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { ErrorFacts, ErrorSteps } from './error-steps.tsx';

/** Main does not even say what station this is: there is no desk to draw. */
export function StartFailedScreen({ error }: { readonly error: AppError }) {
  const texts = useTexts();
  const text = texts.error(error.code);
  return (
    <main className="start-failed" data-testid="error" data-code={error.code}>
      <div className="hatch edge" />
      <div className="state">
        <div className="sign" data-kind="ask">
          <Icon name="alert" />
        </div>
        <div>
          <h1>{texts.t('app/fault')}</h1>
          <p className="label">
            {text.title}. {text.what}
          </p>
        </div>
      </div>
      <ErrorSteps error={error} />
      <ErrorFacts error={error} />
    </main>
  );
}
