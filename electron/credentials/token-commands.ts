import { type AccessToken, readTokenText } from '../../shared/domain/access-token.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import type { TokenFile } from './token-file.ts';

export type TokenAction = 'import' | 'show' | 'forget';

export interface TokenCommandOptions {
  readonly file: TokenFile;
  /** All of standard input. */
  readonly readAll: () => Promise<string>;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/**
 * Imports, shows or forgets the station's access token; what is shown could sign nothing.
 * Errors: `identifier.malformed` with rule `token.json` or `token.fields`; `credentials.*`.
 */
export async function runTokenCommand(action: TokenAction, options: TokenCommandOptions): Promise<Result<unknown>> {
  const { file, readAll, clock } = options;
  switch (action) {
    case 'import': {
      const token = readTokenText(await readAll(), Math.floor(clock() / 1000));
      if (!token.ok) {
        return token;
      }
      const kept = file.keep(token.value);
      return kept.ok ? ok(shown(token.value)) : kept;
    }
    case 'show': {
      const token = file.read();
      if (!token.ok) {
        return token;
      }
      return token.value === null
        ? err(appError('credentials.token-missing', { next: 'till token import' }))
        : ok(shown(token.value));
    }
    case 'forget': {
      const forgotten = file.forget();
      return forgotten.ok ? ok({ forgotten: forgotten.value }) : forgotten;
    }
  }
}

function shown({ expiresAt, scopes, refreshToken }: AccessToken) {
  return {
    expires_at: expiresAt === null ? null : new Date(expiresAt * 1000).toISOString(),
    scopes,
    renews_itself: refreshToken !== null,
  };
}
