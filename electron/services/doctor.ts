import type { CheckResult } from '../../shared/domain/station-findings.ts';
import type { Result } from '../../shared/errors/result.ts';

export interface Examination {
  readonly checks: readonly CheckResult[];
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Looks at the whole station, for whoever has to repair it. */
export interface Doctor {
  /** Some seconds: the API, the printer and the journal are asked. Never rejects. */
  examine(): Promise<Examination>;
  /** Errors: `bundle.marked`, `bundle.not-written`. */
  saveBundle(): Promise<Result<{ readonly file: string; readonly bytes: number; readonly parts: readonly string[] }>>;
}
