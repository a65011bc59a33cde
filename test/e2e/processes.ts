// What the system says of a till's processes (Linux).
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';

interface Process {
  readonly pid: number;
  readonly command: string;
}

const read = (file: string): string => {
  // Processes come and go while they are looked at.
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

const parentOf = (pid: number): number => Number(/\) \S (\d+)/.exec(read(`/proc/${pid}/stat`))?.[1] ?? 0);

/** All processes below one, with their command lines; ended ones that nobody waited for are left out. */
export function processesBelow(ancestor: number): Process[] {
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  const children = new Map<number, number[]>();
  for (const pid of pids) {
    const parent = parentOf(pid);
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const below = (pid: number): number[] => (children.get(pid) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(ancestor)
    .map((pid) => ({ pid, command: read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ') }))
    .filter(({ command }) => command !== '');
}

/** Names of a process's variables, as it was started. */
export function variablesOf(pid: number): string[] {
  return read(`/proc/${pid}/environ`)
    .split('\0')
    .flatMap((entry) => (entry === '' ? [] : [entry.split('=')[0] as string]));
}

function socketsOf(pid: number): string[] {
  const dir = `/proc/${pid}/fd`;
  if (!existsSync(dir)) return [];
  return readdirSync(dir).flatMap((fd) => {
    try {
      return /socket:\[(\d+)\]/.exec(readlinkSync(`${dir}/${fd}`))?.[1] ?? [];
    } catch {
      return [];
    }
  });
}

/** Ports on which one of these processes listens, over IPv4 or IPv6. */
export function listeningPorts(pids: readonly number[]): number[] {
  const sockets = new Set(pids.flatMap(socketsOf));
  const listening = '0A';
  return ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) =>
    read(table)
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((columns) => columns[3] === listening && sockets.has(columns[9] ?? ''))
      .map((columns) => Number.parseInt(columns[1]?.split(':')[1] ?? '', 16)),
  );
}
