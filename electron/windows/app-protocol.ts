import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';
import { appOrigin, appScheme } from './app-origin.ts';
import { contentSecurityPolicy, mimeTypes, resolveAsset } from './assets.ts';

/** Must run before the app is ready: Electron fixes the schemes then. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: false, codeCache: true } },
  ]);
}

/** Serves the built page from `folder`, each file under the same policy. */
export function serveApp(folder: string): void {
  protocol.handle(appScheme, async (request) => {
    const url = new URL(request.url);
    const file = url.host === new URL(appOrigin).host ? resolveAsset(folder, url.pathname) : null;
    if (file === null || request.method !== 'GET') {
      return new Response(null, { status: 403 });
    }
    try {
      return new Response(new Uint8Array(await readFile(file)), {
        headers: {
          'content-type': mimeTypes[path.extname(file)] ?? 'application/octet-stream',
          'content-security-policy': contentSecurityPolicy,
          'x-content-type-options': 'nosniff',
        },
      });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}
