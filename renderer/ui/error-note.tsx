import type { ReactNode } from 'react';
import type { AppError } from '../../shared/errors/app-error.ts';
import { useTexts } from './i18n/use-texts.tsx';
import { Icon } from './icons/icon.tsx';

interface ErrorNoteProps {
  readonly error: AppError;
  readonly testId: string;
  /** Instead of the sentence of the code, where more is known. */
  readonly children?: ReactNode;
  /** Where what the code says to do next cannot be done now. */
  readonly withoutStep?: boolean;
}

/** What went wrong and what to do first, beside what it is about. */
export function ErrorNote({ error, testId, children, withoutStep = false }: ErrorNoteProps) {
  const texts = useTexts();
  const { title, what, next } = texts.error(error.code);
  const problems = error.details?.problems;
  return (
    <div className="error-note" role="alert" data-testid={testId} data-code={error.code}>
      <Icon name="alert" size="row" />
      <div>
        <b>{title}</b>
        <p className="note">{children ?? (Array.isArray(problems) ? problems.join(' ') : what)}</p>
        {withoutStep ? null : <p className="note">{next[0]}</p>}
      </div>
    </div>
  );
}
