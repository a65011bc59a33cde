import { err, ok, type Result } from '../../shared/errors/result.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy of this station: the one that its settings name (`direct` for none), else the one of the usual variables.
 * Null when there is none, or for a loopback address.
 */
export function stationProxy(target: URL, setting: string | null, env: Environment): Result<string | null, string> {
  if (setting === null) {
    return proxyFor(target, env);
  }
  const isNone = setting === 'direct' || target.protocol !== 'https:' || isLoopbackAddress(target.hostname);
  return ok(isNone ? null : new URL(setting).href);
}

/**
 * The proxy that the usual variables name for an https address; null when there is none or the host is exempt.
 * The lower-case name wins, as in curl. The error is a sentence without the value, which may hold a password.
 */
function proxyFor(target: URL, env: Environment): Result<string | null, string> {
  const name = ['https_proxy', 'HTTPS_PROXY'].find((candidate) => (env[candidate] ?? '') !== '');
  if (name === undefined || target.protocol !== 'https:' || isLoopbackAddress(target.hostname)) {
    return ok(null);
  }
  const url = URL.parse(env[name] ?? '');
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.hostname === '') {
    return err(`${name} has a value that is not allowed; allowed: http://host:port or https://host:port`);
  }
  return ok(isExempt(target, env.no_proxy || env.NO_PROXY || '') ? null : url.href);
}

/** `*`, a host, a domain with everything below it (with or without a dot in front), each with a port or without. */
function isExempt(target: URL, list: string): boolean {
  const port = target.port === '' ? '443' : target.port;
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      const [, pattern = '', entryPort] = /^(.*?)(?::([0-9]+))?$/.exec(entry) ?? [];
      const domain = pattern.replace(/^\*?\.?/, '');
      const hostMatches = domain === '' || target.hostname === domain || target.hostname.endsWith(`.${domain}`);
      return (entry === '*' || pattern !== '') && hostMatches && (entryPort === undefined || entryPort === port);
    });
}

/** A literal address of this machine. `localhost` is a name, and names can be made to lead elsewhere. */
export function isLoopbackAddress(hostname: string): boolean {
  return hostname === '[::1]' || /^127(?:\.[0-9]{1,3}){3}$/.test(hostname);
}
