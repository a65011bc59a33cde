import { AccessToken } from '../../shared/domain/access-token.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { credentialsError } from './guarded-file.ts';
import type { SecretStore } from './secret-store.ts';

/** The access token of a station, where its secrets are. */
export interface TokenFile {
  /** Null when there is none. Errors: those of the store; `credentials.unreadable` for what is no token. */
  read(): Result<AccessToken | null>;
  /** Succeeds when the token is on the disk, whole, in the place of the old one. Errors: those of the store. */
  keep(token: AccessToken): Result<null>;
  /** Whether there was one. Errors: those of the store. */
  forget(): Result<boolean>;
}

export function createTokenFile(secrets: SecretStore): TokenFile {
  return {
    read() {
      const text = secrets.read('access-token');
      return !text.ok || text.value === null ? (text as Result<null>) : parseToken(text.value, secrets);
    },
    keep: (token) => secrets.keep('access-token', JSON.stringify(token)),
    forget: () => secrets.forget('access-token'),
  };
}

function parseToken(text: string, secrets: SecretStore): Result<AccessToken> {
  const place = secrets.placeOf('access-token');
  const damaged = err(credentialsError('credentials.unreadable', place, 'damaged; import the token again'));
  try {
    const token = AccessToken.safeParse(JSON.parse(text));
    return token.success ? ok(token.data) : damaged;
  } catch {
    // The parser's own message quotes the text.
    return damaged;
  }
}
