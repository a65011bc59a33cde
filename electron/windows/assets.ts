import path from 'node:path';

/** No `unsafe-*`, nothing from elsewhere: what the page loads is what was built with it. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * The file below `folder` that a request's path names; null for what is outside it or has a type we do not serve.
 * `pathname` is percent-encoded, as in a URL.
 */
export function resolveAsset(folder: string, pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  const file = path.join(folder, decoded);
  const inside = file.startsWith(folder + path.sep) && !decoded.includes('\0');
  return inside && path.extname(file) in mimeTypes ? file : null;
}
