import { type AppError, appError } from '../../shared/errors/app-error.ts';
import { readTrustedCertificates } from './read-trusted-certificates.ts';
import type { LoadSettingsOptions } from './setting-layers.ts';
import type { Settings } from './settings.ts';

/**
 * Why a station does not start with settings that are valid one by one: found at the start and before anything is written,
 * not at the first customer. Null when it starts. Errors: `settings.invalid`.
 */
export function whyNotStarted(
  settings: Settings,
  { readFile, lineOf }: Pick<LoadSettingsOptions, 'readFile' | 'lineOf'>,
): AppError | null {
  const { receiptWidth, mode } = settings;
  const line = lineOf?.(settings);
  if (receiptWidth !== null && line !== undefined && receiptWidth > line.columns) {
    const allowed = `8 to ${line.columns}, the columns of ${line.name}`;
    const problem = `TILL_RECEIPT_WIDTH (receiptWidth) is not allowed; allowed: ${allowed}`;
    return appError('settings.invalid', { problems: [problem] });
  }
  const trusted = mode === 'live' ? readTrustedCertificates(settings, readFile) : null;
  return trusted === null || trusted.ok ? null : trusted.error;
}
