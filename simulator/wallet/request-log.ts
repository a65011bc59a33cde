export interface LoggedRequest {
  readonly method: string;
  /** With wallet ids; every value of the query, and whatever else could be a person's, is a `*`. */
  readonly path: string;
  /** 0 where no status was sent: silence or a reset. */
  readonly status: number;
}

const maxEntries = 1000;

/** Adds to a log that forgets its oldest entries. */
export function logRequest(log: LoggedRequest[], method: string, target: string, status: number): void {
  log.push({ method, path: maskTarget(target), status });
  if (log.length > maxEntries) log.splice(0, log.length - maxEntries);
}

/** Keeps the words of a path, wallet ids and the names of parameters; masks everything else. */
export function maskTarget(target: string): string {
  const [path = '', ...queries] = target.split('?');
  const maskedPath = path
    .split('/')
    .map((segment) => (/^(?:[a-z-]{0,24}|v1|[0-9]{1,9})$/.test(segment) ? segment : '*'))
    .join('/');
  const names = [...new URLSearchParams(queries.join('?')).keys()].map((name) =>
    /^[a-z_]{1,32}(?:\[[a-z]{0,16}\])?$/i.test(name) ? `${name}=*` : '*=*',
  );
  return names.length === 0 ? maskedPath : `${maskedPath}?${names.join('&')}`;
}
