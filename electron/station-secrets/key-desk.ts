import type { GivenText, GivenTextName } from '../../shared/domain/given-text.ts';
import { ok, type Result } from '../../shared/errors/result.ts';
import type { GivenTexts } from './given-texts.ts';
import type { GivenSecret } from './replace-secret.ts';
import type { SecretsView, StationSecrets } from './station-secrets.ts';

/** A new key as it comes from a screen. */
export type KeyOnScreen =
  | { readonly kind: 'mac'; readonly macKey: GivenText }
  | { readonly kind: 'certificate'; readonly cert: GivenText; readonly key: GivenText };

/** What a supervisor can do about the station's key at its screen. */
export interface KeyDesk {
  readonly view: SecretsView;
  readonly canChoose: boolean;
  choose(what: GivenTextName): Promise<string | null>;
  /** Errors: those of `StationSecrets.replace`. */
  replace(given: KeyOnScreen): Promise<Result<{ readonly latencyMs: number }>>;
}

export function createKeyDesk(
  secrets: StationSecrets,
  texts: GivenTexts,
  onReplaced: (result: Result<unknown>) => void,
): KeyDesk {
  function readGiven(given: KeyOnScreen): Result<GivenSecret> {
    if (given.kind === 'mac') {
      const macKey = texts.read('mac-key', given.macKey);
      return macKey.ok ? ok({ kind: 'mac', macKey: macKey.value }) : macKey;
    }
    const cert = texts.read('certificate', given.cert);
    const key = texts.read('certificate-key', given.key);
    if (!cert.ok || !key.ok) {
      return cert.ok ? (key as Result<never>) : cert;
    }
    return ok({ kind: 'certificate', cert: cert.value, key: key.value });
  }

  return {
    view: secrets.view,
    canChoose: texts.canChoose,
    choose: texts.choose,
    async replace(given) {
      const secret = readGiven(given);
      if (!secret.ok) {
        return secret;
      }
      const replaced = await secrets.replace(secret.value);
      onReplaced(replaced);
      if (replaced.ok) {
        texts.forget();
      }
      return replaced;
    },
  };
}
