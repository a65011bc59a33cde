import { type ErrorCode, type ErrorKind, errorKinds, errorTable } from './error-table.ts';

/** Facts that a screen or a script may show: never a secret, a full card number, a balance or receipt text. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** An expected failure as plain data: crosses IPC and the command line unchanged. */
export interface AppError {
  readonly code: ErrorCode;
  readonly kind: ErrorKind;
  readonly details?: ErrorDetails;
}

/** Makes an error from its code; the kind comes from the table and cannot disagree with it. */
export function appError(code: ErrorCode, details?: ErrorDetails): AppError {
  const { kind } = errorTable[code];
  return details === undefined ? { code, kind } : { code, kind, details };
}

/** Exit status of the command line for an error (house style, "Errors"). */
export function exitStatusOf(error: AppError): number {
  return errorKinds[error.kind].exit;
}
