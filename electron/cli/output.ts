import type { Writable } from 'node:stream';

/** What became of a text for standard output. */
export type Written =
  | { readonly kind: 'written' }
  /** Its reader went away (`till … | head`) and has seen enough: no trouble of ours. */
  | { readonly kind: 'unread' }
  /** A full disk, say; `reason` is the system's code. What was to be read is lost. */
  | { readonly kind: 'failed'; readonly reason: string };

const readerGone: ReadonlySet<string | undefined> = new Set(['EPIPE', 'ERR_STREAM_DESTROYED']);

/** Makes the way to a stream. Never rejects, and no error of the stream ends the process. */
export function createOutput(stream: Writable): (text: string) => Promise<Written> {
  // Each write hears of its own error below; without a listener the stream would throw it a second time.
  stream.on('error', () => {});
  return (text) =>
    new Promise((resolve) => {
      stream.write(text, (error: NodeJS.ErrnoException | null | undefined) => resolve(outcomeOf(error)));
    });
}

function outcomeOf(error: NodeJS.ErrnoException | null | undefined): Written {
  if (!error) {
    return { kind: 'written' };
  }
  return readerGone.has(error.code) ? { kind: 'unread' } : { kind: 'failed', reason: error.code ?? error.name };
}
