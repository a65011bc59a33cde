import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

/** Together never more than five megabytes, some thirty thousand lines. */
const logLimits = { mostBytes: 1024 * 1024, mostFiles: 5 } as const;

export const logFolderName = 'logs';

/** The newest first: `till.log`, `till.1.log` … */
export function logFileNames(mostFiles: number = logLimits.mostFiles): readonly string[] {
  return Array.from({ length: mostFiles }, (_, age) => (age === 0 ? 'till.log' : `till.${age}.log`));
}

export interface LogFilesOptions {
  /** Made where it is missing, for this user alone. */
  readonly folder: string;
  /** Of one file; a line that would pass it begins the next. */
  readonly mostBytes?: number;
  readonly mostFiles?: number;
  /** Says of so many lines that they could not be written, once they can. */
  readonly describeLost: (count: number) => string;
}

export interface LogFiles {
  /** On the disk when it returns, or lost and counted: a log is no reason to end. Never throws. */
  write(line: string): void;
}

/** Keeps the log in files of bounded size and number; the oldest goes. */
export function createLogFiles(options: LogFilesOptions): LogFiles {
  const { folder, mostBytes = logLimits.mostBytes, mostFiles = logLimits.mostFiles, describeLost } = options;
  const files = logFileNames(mostFiles).map((name) => path.join(folder, name));
  const [newest, oldest] = [files[0] as string, files.at(-1) as string];
  let size: number | null = null;
  let lost = 0;

  function open(): number {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return statSync(newest, { throwIfNoEntry: false })?.size ?? 0;
  }

  function rotate(): void {
    rmSync(oldest, { force: true });
    for (let age = files.length - 2; age >= 0; age -= 1) {
      const file = files[age] as string;
      if (statSync(file, { throwIfNoEntry: false }) !== undefined) {
        renameSync(file, files[age + 1] as string);
      }
    }
  }

  function append(text: string): void {
    const bytes = Buffer.byteLength(text);
    size ??= open();
    if (size > 0 && size + bytes > mostBytes) {
      rotate();
      size = 0;
    }
    appendFileSync(newest, text, { mode: 0o600 });
    size += bytes;
  }

  return {
    write(line) {
      try {
        // What a full disk took of a line before is ended first, so that one broken line stays one.
        append(lost === 0 ? line : `\n${describeLost(lost)}${line}`);
        lost = 0;
      } catch {
        lost += 1;
        size = null;
      }
    },
  };
}
