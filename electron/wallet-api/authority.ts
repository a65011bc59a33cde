import { type AppError, appError } from '../../shared/errors/app-error.ts';
import { ok, type Result } from '../../shared/errors/result.ts';
import { orAborted } from './deadline.ts';
import { type Identity, identityOfToken, nobody } from './identity.ts';
import { createRefresh, type RefreshOptions } from './refresh-token.ts';
import { isClockOff } from './retry.ts';
import { createTokenHolder, type TokenHolder, type TokenKeeper } from './token-holder.ts';

/** What is about to be asked, as far as it matters in whose name. */
export interface Question {
  readonly endpoint: { readonly authenticated: boolean };
  /** About `me`: in the name of whoever granted the access token. */
  readonly aboutMe: boolean;
  readonly signal: AbortSignal;
}

/** What was tried after a 401. */
export type Cure =
  | { readonly kind: 'nothing' }
  /** By how much the correction of our clock moved; null when the API did not tell its time. */
  | { readonly kind: 'clock'; readonly movedSeconds: number | null }
  /** The access token was renewed, or could not be. */
  | { readonly kind: 'token'; readonly error: AppError | null };

export const noCure: Cure = { kind: 'nothing' };

/** Decides in whose name is asked, and what to do when the API does not accept it. */
export interface Authority {
  /** Errors: `credentials.*` and those of a renewal. */
  whoAsks(question: Question): Promise<Result<Identity>>;
  /** After a 401: the clock first, then the token, each once in a call; `tried` remembers which were. */
  cure(identity: Identity, signal: AbortSignal, tried: Set<Cure['kind']>): Promise<Cure>;
}

export interface AuthorityOptions extends Pick<RefreshOptions, 'basePath' | 'nowSeconds' | 'send'> {
  readonly own: Identity | null;
  readonly keeper: TokenKeeper | null;
  /** Asks for the API's time; by how many seconds that moved our correction, null if it was not told. */
  readonly measureClock: (signal: AbortSignal) => Promise<number | null>;
}

/** Makes the authority of one client. What is asked about `me` is signed by the access token, all else by the client. */
export function createAuthority(options: AuthorityOptions): Authority {
  const { own, measureClock } = options;
  const tokens = holderFor(options);

  async function replaceToken(token: NonNullable<Identity['token']>, signal: AbortSignal): Promise<Cure> {
    const replaced = tokens === null ? null : await orAborted(tokens.replace(token), signal);
    return replaced === null ? noCure : { kind: 'token', error: replaced.ok ? null : replaced.error };
  }

  return {
    async whoAsks({ endpoint, aboutMe, signal }) {
      if (!endpoint.authenticated || own === null) {
        return ok(nobody);
      }
      return aboutMe && tokens !== null ? orAborted(identityOfToken(tokens), signal) : ok(own);
    },

    async cure({ token }, signal, tried) {
      if (!tried.has('clock')) {
        tried.add('clock');
        const movedSeconds = await measureClock(signal);
        if (token === null || isClockOff(movedSeconds)) {
          return { kind: 'clock', movedSeconds };
        }
      }
      if (token === null || tried.has('token')) {
        return noCure;
      }
      tried.add('token');
      return replaceToken(token, signal);
    },
  };
}

function holderFor({ keeper, basePath, nowSeconds, send, measureClock }: AuthorityOptions): TokenHolder | null {
  if (keeper === null) {
    return null;
  }
  const correctClock = async (signal: AbortSignal): Promise<boolean> => isClockOff(await measureClock(signal));
  return createTokenHolder({
    keeper,
    nowSeconds,
    refresh: createRefresh({ basePath, nowSeconds, send, correctClock }),
  });
}

/** Says of a refused token what became of its renewal: once it is renewed, a change may simply be asked for again. */
export function explainRenewal(refused: AppError, renewal: AppError | null): AppError {
  if (renewal === null) {
    return appError(refused.code, { ...refused.details, renewed: true });
  }
  return renewal.kind === 'auth' ? renewal : refused;
}
