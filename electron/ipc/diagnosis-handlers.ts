import type { diagnosisCalls, KeptScreen } from '../../shared/contract/diagnosis.ts';
import { ok } from '../../shared/errors/result.ts';
import type { Doctor } from '../services/doctor.ts';
import type { Handlers } from './register-calls.ts';

/** Where the page is; kept here because the page may die. */
export interface ScreenKeeper {
  /** The page died: the next one asks where it was. */
  pageGone(): void;
}

export interface DiagnosisHandlerOptions {
  readonly doctor: Doctor;
  /** Milliseconds that never go back. */
  readonly monotonic: () => number;
  /** The page after a death stands where the one before was. */
  readonly onPageBack: (durationMs: number) => void;
}

/** What each call of the doctor's page does, and the page's place over its own death. */
export function createDiagnosisHandlers({
  doctor,
  monotonic,
  onPageBack,
}: DiagnosisHandlerOptions): Handlers<typeof diagnosisCalls> & { readonly keeper: ScreenKeeper } {
  let kept: KeptScreen | null = null;
  let isBack = false;
  let goneAt: number | null = null;
  const handlers: Handlers<typeof diagnosisCalls> = {
    'diagnosis/examine': async () => {
      const { checks, at } = await doctor.examine();
      return ok({ checks: [...checks], at });
    },
    'diagnosis/save-bundle': async () => {
      const saved = await doctor.saveBundle();
      return saved.ok ? ok({ ...saved.value, parts: [...saved.value.parts] }) : saved;
    },
    'station/keep-screen': (screen) => {
      kept = screen;
      if (goneAt !== null) {
        onPageBack(Math.round(monotonic() - goneAt));
        goneAt = null;
      }
      return ok({});
    },
    'station/read-screen': () => ok({ screen: isBack ? kept : null }),
  };
  return Object.assign(handlers, {
    keeper: {
      pageGone() {
        isBack = true;
        goneAt = monotonic();
      },
    },
  });
}
