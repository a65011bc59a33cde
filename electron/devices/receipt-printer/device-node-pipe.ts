import type { FileHandle } from 'node:fs/promises';
import type { BytePipe, PipeListener, PipeSource } from './byte-pipe.ts';
import { openDeviceNode } from './device-node.ts';
import { exclusiveSource } from './exclusive-opening.ts';

/** One write to a USB printer is one transfer; the kernel's driver takes no more than this at a time. */
const largestWrite = 4096;
const readSize = 512;
// Node cannot wait for such a device, so it is looked at again and again: often while an answer is due, else seldom.
const busyPollMs = 4;
const idlePollMs = 50;
const busyForMs = 2_000;
/** A device that is gone may read as empty for ever instead of failing; a printer's empty packets are not that many. */
const mostEmptyReads = 10;
/** Bytes that a printer never takes must not keep a polite goodbye waiting. */
const longestGoodbyeMs = 1_000;

/** A printer at a device node, usually `/dev/usb/lp0`. It is ours alone while it is open. */
export function deviceNodeSource(path: string): PipeSource {
  return exclusiveSource(async (listener, onClosing) => {
    const handle = await openDeviceNode(path);
    return 'kind' in handle ? handle : { kind: 'open', pipe: pipeOver(handle, listener, onClosing) };
  });
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

interface Waiting {
  readonly bytes: Uint8Array;
  readonly onTaken: (() => void) | undefined;
}

function pipeOver(handle: FileHandle, listener: PipeListener, onClosing: (done: Promise<void>) => void): BytePipe {
  let isOpen = true;
  let waiting: Waiting[] = [];
  let offset = 0;
  let lastSentMs = performance.now();
  let isWriting = false;
  let leavesWhenTaken: NodeJS.Timeout | null = null;
  let pollTimer: NodeJS.Timeout | null = null;
  let emptyReads = 0;
  const buffer = Buffer.alloc(readSize);

  function end(): void {
    if (!isOpen) return;
    isOpen = false;
    waiting = [];
    if (pollTimer !== null) clearTimeout(pollTimer);
    if (leavesWhenTaken !== null) clearTimeout(leavesWhenTaken);
    onClosing(handle.close().catch(() => {}));
    listener.onClosed();
  }

  /** True when the device is still there after this error. */
  function survives(error: unknown): boolean {
    const code = codeOf(error);
    // ENOSPC is how usblp says that the printer has no paper; EINTR that nothing happened.
    return code === 'EAGAIN' || code === 'EWOULDBLOCK' || code === 'EINTR' || code === 'ENOSPC';
  }

  async function readOnce(): Promise<'more' | 'later'> {
    try {
      const { bytesRead } = await handle.read(buffer, 0, readSize, null);
      emptyReads = bytesRead === 0 ? emptyReads + 1 : 0;
      if (isOpen && emptyReads >= mostEmptyReads) end();
      if (!isOpen || bytesRead === 0) return 'later';
      listener.onBytes(Uint8Array.from(buffer.subarray(0, bytesRead)));
      return 'more';
    } catch (error) {
      // EINVAL: a printer without a way back; it can be written to all the same.
      if (isOpen && !survives(error) && codeOf(error) !== 'EINVAL') end();
      return 'later';
    }
  }

  async function writeOnce(): Promise<void> {
    const [first] = waiting;
    if (first === undefined || isWriting) return;
    isWriting = true;
    try {
      const { bytesWritten } = await handle.write(
        first.bytes,
        offset,
        Math.min(largestWrite, first.bytes.length - offset),
      );
      // It may have been dropped meanwhile.
      if (waiting[0] === first) {
        offset += bytesWritten;
        if (offset >= first.bytes.length) {
          waiting.shift();
          offset = 0;
          first.onTaken?.();
        }
      }
    } catch (error) {
      if (isOpen && !survives(error)) end();
    }
    isWriting = false;
  }

  async function poll(): Promise<void> {
    while (isOpen && waiting.length > 0) {
      const [before, beforeOffset] = [waiting.length, offset];
      await writeOnce();
      if (waiting.length === before && offset === beforeOffset) break;
    }
    if (isOpen && waiting.length === 0 && leavesWhenTaken !== null) return end();
    while (isOpen && (await readOnce()) === 'more');
    if (!isOpen) return;
    const isBusy = waiting.length > 0 || performance.now() - lastSentMs < busyForMs;
    // It holds nothing up: neither another part of the till nor its end.
    pollTimer = setTimeout(() => void poll(), isBusy ? busyPollMs : idlePollMs).unref();
  }

  void poll();
  return {
    get isOpen() {
      return isOpen;
    },
    send(bytes, onTaken) {
      lastSentMs = performance.now();
      waiting.push({ bytes, onTaken });
      void writeOnce();
    },
    dropWaiting() {
      waiting = [];
      offset = 0;
    },
    close() {
      if (waiting.length === 0) return end();
      leavesWhenTaken ??= setTimeout(end, longestGoodbyeMs).unref();
    },
    abandon: end,
  };
}
