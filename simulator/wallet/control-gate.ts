import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

interface Gate {
  readonly token: string;
  readonly port: number;
}

/**
 * Why a request to the control endpoint is refused, with its status; null where it may pass. A page in a browser must
 * never move this simulator: its requests carry an Origin or Sec-Fetch-Site, and one that rebinds its own name to
 * 127.0.0.1 carries that name as Host.
 */
export function refuseControl(headers: IncomingHttpHeaders, gate: Gate): { status: number; reason: string } | null {
  const hosts = [`127.0.0.1:${gate.port}`, `localhost:${gate.port}`];
  if (!hosts.includes((headers.host ?? '').toLowerCase())) {
    return { status: 403, reason: `Host must be ${hosts.join(' or ')}` };
  }
  if (headers.origin !== undefined || !['none', undefined].includes(headers['sec-fetch-site'] as string | undefined)) {
    return { status: 403, reason: 'pages in a browser may not ask here' };
  }
  const given = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
  if (!equals(given, gate.token))
    return { status: 401, reason: 'Authorization: Bearer with the control token is needed' };
  return null;
}

function equals(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.byteLength === b.byteLength && timingSafeEqual(a, b);
}
