// Looks for marks in what is left on the disk, in what was written, and in what the system shows of processes.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { processesBelow } from './processes.ts';

export interface Places {
  readonly folders: readonly string[];
  /** What was written, by where. */
  readonly texts: Readonly<Record<string, string>>;
}

export interface Found {
  readonly files: number;
  readonly bytes: number;
  /** Each with its place. */
  readonly marks: readonly string[];
}

/** What each mark but a key has in it; all marks would be too many to look for everywhere. */
const candidate = /zqvk|[0-9]{7}|[0-9],[0-9]{3},[0-9]{3}/gi;
const reach = 48;

/** Marks in a text of one byte a sign, or of two as Windows and Chromium write it. */
export function marksIn(bytes: string, marks: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const text of [bytes, bytes.replaceAll('\0', '')]) {
    for (const { index } of text.matchAll(candidate)) {
      const around = text.slice(Math.max(0, index - reach), index + reach);
      for (const mark of marks) if (around.includes(mark)) found.add(mark);
    }
    for (const mark of marks) {
      candidate.lastIndex = 0;
      if (!candidate.test(mark) && text.includes(mark)) found.add(mark);
    }
  }
  return [...found];
}

function read(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return ''; // a socket, or gone meanwhile
  }
}

const zipSignature = 'PK\x03\x04';

/** A file's own bytes, and of an archive what is packed in it. */
function contentsOf(file: string): readonly string[] {
  const content = read(file);
  if (!content.startsWith(zipSignature)) return [content];
  const packed = unzipSync(Buffer.from(content, 'latin1'));
  return [content, ...Object.values(packed).map((part) => strFromU8(part, true))];
}

export function searchPlaces({ folders, texts }: Places, marks: readonly string[]): Found {
  const found: string[] = [];
  let [files, bytes] = [0, 0];
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath, entry.name);
      found.push(...marksIn(entry.name, marks).map((mark) => `${mark} in a file's name`));
      if (!entry.isFile()) continue;
      files += 1;
      for (const content of contentsOf(file)) {
        bytes += content.length;
        found.push(...marksIn(content, marks).map((mark) => `${mark} in ${path.relative(folder, file)}`));
      }
    }
  }
  for (const [where, text] of Object.entries(texts)) {
    found.push(...marksIn(Buffer.from(text).toString('latin1'), marks).map((mark) => `${mark} in ${where}`));
  }
  return { files, bytes, marks: found };
}

/** Arguments of a process and all below it, and what its children were given of variables. */
export function searchProcesses(main: number, marks: readonly string[]): Found {
  const children = processesBelow(main);
  const shown = [
    ['arguments of main', read(`/proc/${main}/cmdline`)],
    ...children.flatMap(({ pid }) => [
      ['arguments of a child', read(`/proc/${pid}/cmdline`)],
      ['variables of a child', read(`/proc/${pid}/environ`)],
    ]),
  ] as const;
  const found = shown.flatMap(([where, text]) => marksIn(text, marks).map((mark) => `${mark} in the ${where}`));
  return { files: children.length, bytes: 0, marks: found };
}
