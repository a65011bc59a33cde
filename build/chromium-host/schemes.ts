// `protocol`: an app's own scheme. Chromium knows no foreign standard scheme, so the page lives at
// https://HOST.SCHEME.invalid and the app sees SCHEME://HOST; `.invalid` never resolves (RFC 2606).
import { app } from './app.ts';
import { strict } from './strict.ts';
import type { Protocol } from './surface.ts';

type SchemeHandler = Parameters<Protocol['handle']>[1];

const privileged = new Set<string>();
const handlers = new Map<string, SchemeHandler>();

/** `app://till/x` to `https://till.app.invalid/x`; any other address stays as it is. */
export function toBrowserUrl(url: string): string {
  return url.replace(/^([a-z][a-z0-9-]*):\/\/([^/?#]+)/i, (whole, scheme: string, host: string) =>
    privileged.has(scheme) ? `https://${host}.${scheme}.invalid` : whole,
  );
}

/** The way back from `toBrowserUrl`. */
export function toAppUrl(url: string): string {
  return url.replace(
    /^https:\/\/([^/?#]+)\.([a-z][a-z0-9-]*)\.invalid(?=[/?#]|$)/i,
    (whole, host: string, scheme: string) => (privileged.has(scheme) ? `${scheme}://${host}` : whole),
  );
}

export function schemeHandler(url: string): SchemeHandler | undefined {
  return handlers.get(url.slice(0, url.indexOf(':')));
}

export const protocol: Protocol = strict<Protocol>('protocol', {
  registerSchemesAsPrivileged(schemes) {
    if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme } of schemes) privileged.add(scheme);
  },
  handle(scheme, handler) {
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    if (!privileged.has(scheme)) throw new Error(`The Chromium host handles privileged schemes only, not ${scheme}`);
    handlers.set(scheme, handler);
  },
});
