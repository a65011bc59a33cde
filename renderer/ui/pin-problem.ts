import type { AppError } from '../../shared/errors/app-error.ts';
import type { Texts } from './i18n/i18n.ts';

const minuteMs = 60_000;

/** Why a PIN was not taken: the tries that are left, or the time to wait. */
export function pinProblem({ code, details }: AppError, texts: Pick<Texts, 't' | 'error'>): string {
  const waitMs = typeof details?.waitMs === 'number' ? details.waitMs : 0;
  if (waitMs >= minuteMs) {
    return texts.t('lock/waitMinutes', { minutes: Math.ceil(waitMs / minuteMs) });
  }
  if (waitMs > 0) {
    return texts.t('lock/wait', { seconds: Math.ceil(waitMs / 1_000) });
  }
  return code === 'operator.pin-wrong' && typeof details?.left === 'number'
    ? texts.t('lock/wrong', { left: details.left })
    : texts.error(code).title;
}
