import type { Readable } from 'node:stream';

const mostCharacters = 4096;
/** A token with all its scopes is a tenth of this. */
const mostOfAll = 65_536;

/** The first line of a stream, without its end; what is there when it ends before that. At most 4096 characters. */
export async function readFirstLine(input: Readable): Promise<string> {
  const text = await readUntil(input, (read) => read.includes('\n') || read.length > mostCharacters);
  return text.slice(0, mostCharacters).split(/\r?\n/, 1)[0] ?? '';
}

/** All of a stream, at most 65536 characters. */
export async function readWhole(input: Readable): Promise<string> {
  const text = await readUntil(input, (read) => read.length > mostOfAll);
  return text.slice(0, mostOfAll);
}

async function readUntil(input: Readable, isEnough: (read: string) => boolean): Promise<string> {
  let text = '';
  for await (const chunk of input.setEncoding('utf8')) {
    text += String(chunk);
    if (isEnough(text)) {
      break;
    }
  }
  return text;
}
