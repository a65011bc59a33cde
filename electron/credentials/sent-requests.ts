import { createHash, randomBytes } from 'node:crypto';
import { appendFileSync, closeSync, mkdirSync, openSync, readdirSync, readSync, rmSync } from 'node:fs';
import path from 'node:path';

const folderName = 'sent-requests';
const hourMs = 3_600_000;
const lineForm = /^(\d{1,15}) ([0-9a-f]{12}) ([0-9a-f]{8})$/;

interface Heard {
  readonly name: string;
  readonly agoMs: number;
}

export interface SentRequests {
  nameOf(token: string): string;
  hear(): readonly Heard[];
  tell(name: string): void;
}

export interface SentRequestsOptions {
  /** Milliseconds since the epoch: processes have no other clock in common. */
  readonly clock?: () => number;
  /** Eight hexadecimal digits that no other process has. */
  readonly mark?: string;
}

/**
 * How the processes of one data folder tell each other what they sent: a file for each hour, a short line for each
 * request, with when, a hash of whose, and which process. Lines are appended whole, so that nobody waits for anybody;
 * two that ask at the same moment may each take the last one. What cannot be read or written is counted alone.
 */
export function createSentRequestsFolder(dataDir: string, options: SentRequestsOptions = {}): SentRequests {
  const { clock = Date.now, mark = randomBytes(4).toString('hex') } = options;
  const folder = path.join(dataDir, folderName);
  const readUntil = new Map<string, number>();
  let lastFile: string | null = null;

  function hearFile(file: string, now: number): readonly Heard[] {
    const begun = readUntil.get(file) ?? 0;
    const text = readFrom(path.join(folder, file), begun);
    // A line that is still being written is read the next time.
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    readUntil.set(file, begun + whole.length);
    return whole.split('\n').flatMap((line) => {
      const [, at, name, who] = lineForm.exec(line) ?? [];
      const agoMs = now - Number(at);
      return name === undefined || who === mark || agoMs >= hourMs ? [] : [{ name, agoMs: Math.max(0, agoMs) }];
    });
  }

  return {
    nameOf: (token) => createHash('sha256').update(token).digest('hex').slice(0, 12),
    hear() {
      const now = clock();
      return [fileOf(now - hourMs), fileOf(now)].flatMap((file) => hearFile(file, now));
    },
    tell(name) {
      const now = clock();
      const file = fileOf(now);
      if (file !== lastFile) {
        lastFile = file;
        prepare(folder, [fileOf(now - hourMs), file]);
      }
      append(path.join(folder, file), `${now} ${name} ${mark}\n`);
    },
  };
}

const fileOf = (at: number): string => `${Math.floor(at / hourMs)}.txt`;

/** From an offset to the end; nothing where there is no such file. All of it is ASCII. */
function readFrom(file: string, offset: number): string {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(file, 'r');
    const buffer = Buffer.alloc(65_536);
    let text = '';
    for (let read = -1; read !== 0; ) {
      read = readSync(descriptor, buffer, 0, buffer.length, offset + text.length);
      text += buffer.toString('latin1', 0, read);
    }
    return text;
  } catch {
    return '';
  } finally {
    if (descriptor !== null) {
      closeSync(descriptor);
    }
  }
}

/** Makes the folder, and removes what no window reaches any more. */
function prepare(folder: string, kept: readonly string[]): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const file of readdirSync(folder)) {
      if (!kept.includes(file)) {
        rmSync(path.join(folder, file), { force: true });
      }
    }
  } catch {
    // Counted alone then: no reason to send nothing.
  }
}

function append(file: string, line: string): void {
  try {
    appendFileSync(file, line, { mode: 0o600 });
  } catch {
    // As above.
  }
}
