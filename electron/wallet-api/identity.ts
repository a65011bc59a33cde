import type { AccessToken } from '../../shared/domain/access-token.ts';
import { ok, type Result } from '../../shared/errors/result.ts';
import { createSigner, type MacCredentials, type Signer } from './signer.ts';
import type { TokenHolder } from './token-holder.ts';

/** Certificate and private key in PEM, shown in the TLS handshake in place of a MAC in every request. */
export interface ClientCertificate {
  readonly cert: string;
  readonly key: string;
}

export type ClientCredentials = MacCredentials | ClientCertificate;

/** In whose name a request is made. */
export interface Identity {
  /** What the API counts its limits by, as far as we can know. */
  readonly id: string;
  /** Null where the connection's certificate says enough, or where nobody needs to know. */
  readonly sign: Signer | null;
  /** The token that signs; null for the client itself. */
  readonly token: AccessToken | null;
}

/** For what needs no credentials. */
export const nobody: Identity = { id: '', sign: null, token: null };

/** The identity of the client itself. Throws on a client id that no header can carry. */
export function identityOf(credentials: ClientCredentials): Identity {
  return isCertificate(credentials)
    ? { id: 'certificate', sign: null, token: null }
    : { id: credentials.clientId, sign: createSigner(credentials), token: null };
}

export function isCertificate(credentials: ClientCredentials): credentials is ClientCertificate {
  return 'cert' in credentials;
}

/** The identity of a user's access token. Errors: those of `TokenHolder`. Source: wallet-api.md, "Authentication". */
export async function identityOfToken(holder: TokenHolder): Promise<Result<Identity>> {
  const token = await holder.current();
  if (!token.ok) {
    return token;
  }
  const { accessToken, macKey } = token.value;
  return ok({ id: accessToken, sign: createSigner({ clientId: accessToken, macKey }), token: token.value });
}

/** `me` is whoever granted the access token; without one it is nobody. */
export function asksForOwnWallet(parameters: unknown): boolean {
  return (parameters as { readonly walletId?: unknown } | null)?.walletId === 'me';
}
