import type { Readable } from 'node:stream';

const mostCharacters = 4096;

/** The first line of a stream, without its end; what is there when it ends before that. At most 4096 characters. */
export async function readFirstLine(input: Readable): Promise<string> {
  let text = '';
  for await (const chunk of input.setEncoding('utf8')) {
    text += String(chunk);
    if (text.includes('\n') || text.length > mostCharacters) {
      break;
    }
  }
  return text.slice(0, mostCharacters).split(/\r?\n/, 1)[0] ?? '';
}
