import type { AccessToken } from '../../shared/domain/access-token.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';

/** Where the access token is kept. It is read for every use: another process may have renewed, replaced or forgotten it. */
export interface TokenKeeper {
  /** Null when there is none. Errors: `credentials.*`. */
  read(): Result<AccessToken | null>;
  /** Succeeds when the token would outlive a crash. Errors: `credentials.not-kept`. */
  keep(token: AccessToken): Result<null>;
}

export interface TokenHolder {
  /** The token to sign with, renewed first if it is about to expire. Errors: `credentials.*`, `api.*`. */
  current(): Promise<Result<AccessToken>>;
  /** A token in the place of one that the API refused. Errors: `api.unauthorized` with `details.next`, `api.*`. */
  replace(refused: AccessToken): Promise<Result<AccessToken>>;
}

export interface TokenHolderOptions {
  readonly keeper: TokenKeeper;
  /** By the API's clock. */
  readonly nowSeconds: () => number;
  /** Asks for a new token; `api.unauthorized` with `details.code` of `invalid_grant` when the refresh token is no good. */
  readonly refresh: (token: AccessToken, refreshToken: string) => Promise<Result<AccessToken>>;
}

/** A request takes seconds at most: what expires within a minute may expire under way. */
const marginSeconds = 60;
/** What an operator does when a token cannot be renewed any more. */
const next = 'till token import';

/**
 * Holds the access token: renews it shortly before it expires, one renewal at a time, and lets nobody sign with a new one
 * before it is kept, because its refresh token is then the only one that works.
 */
export function createTokenHolder({ keeper, nowSeconds, refresh }: TokenHolderOptions): TokenHolder {
  let renewing: Promise<Result<AccessToken>> | null = null;
  let notYetKept: { readonly token: AccessToken; readonly instead: string } | null = null;

  function read(): Result<AccessToken> {
    const kept = keeper.read();
    if (!kept.ok) {
      return kept;
    }
    return kept.value === null ? err(appError('credentials.token-missing', { next })) : ok(kept.value);
  }

  /** Keeps a new token, unless the one that it replaces was forgotten or replaced by somebody else meanwhile. */
  function keep(token: AccessToken, instead: string): Result<AccessToken> {
    const kept = read();
    if (!kept.ok || kept.value.accessToken !== instead) {
      notYetKept = null;
      return kept;
    }
    const result = keeper.keep(token);
    notYetKept = result.ok ? null : { token, instead };
    return result.ok ? ok(token) : result;
  }

  async function renew(token: AccessToken): Promise<Result<AccessToken>> {
    if (token.refreshToken === null) {
      return err(appError('api.unauthorized', { reason: 'no refresh token', next }));
    }
    const fresh = await refresh(token, token.refreshToken);
    if (fresh.ok) {
      return keep(fresh.value, token.accessToken);
    }
    if (fresh.error.details?.code !== 'invalid_grant') {
      return fresh;
    }
    // Another process of this station may have used it up a moment ago; then its new token is kept by now.
    const kept = read();
    return kept.ok && kept.value.accessToken !== token.accessToken
      ? kept
      : err(appError('api.unauthorized', { ...fresh.error.details, reason: 'the refresh token is used up', next }));
  }

  function renewOnce(token: AccessToken): Promise<Result<AccessToken>> {
    renewing ??= renew(token).finally(() => {
      renewing = null;
    });
    return renewing;
  }

  return {
    async current() {
      if (renewing !== null) {
        await renewing;
      }
      const kept = notYetKept === null ? read() : keep(notYetKept.token, notYetKept.instead);
      if (!kept.ok) {
        return kept;
      }
      const { expiresAt, refreshToken } = kept.value;
      const leftSeconds = expiresAt === null ? Number.POSITIVE_INFINITY : expiresAt - nowSeconds();
      if (leftSeconds > marginSeconds || refreshToken === null) {
        return kept;
      }
      const fresh = await renewOnce(kept.value);
      // A renewal that failed costs nothing while the old token is good; one that could not be kept is used by nobody.
      return !fresh.ok && leftSeconds > 0 && notYetKept === null ? kept : fresh;
    },

    async replace(refused) {
      const kept = read();
      return !kept.ok || kept.value.accessToken !== refused.accessToken ? kept : renewOnce(refused);
    },
  };
}
