import type { PipeListener, PipeOpening, PipeSource } from './byte-pipe.ts';

/** Opens a device; what ends the pipe tells when the system has let go of it. */
export type DeviceOpener = (listener: PipeListener, onClosing: (letGo: Promise<void>) => void) => Promise<PipeOpening>;

/**
 * A device that only one program may have open, and so only one pipe of ours: an opening waits for the closing before it.
 * A system that hangs in either is waited for no longer than the caller has time; what comes later is let go.
 */
export function exclusiveSource(openDevice: DeviceOpener): PipeSource {
  let previous: Promise<void> = Promise.resolve();

  return {
    isShared: false,
    turnsAwayByHangingUp: false,
    open(listener, timeoutMs) {
      return new Promise((resolve) => {
        let isLate = false;
        const timer = setTimeout(() => {
          isLate = true;
          resolve({ kind: 'refused', state: { kind: 'absent' } });
        }, timeoutMs);
        const begin = async (): Promise<void> => {
          if (isLate) return;
          const opened = await openDevice(listener, (letGo) => {
            previous = previous.then(() => letGo);
          });
          clearTimeout(timer);
          if (!isLate) resolve(opened);
          else if (opened.kind === 'open') opened.pipe.abandon();
        };
        previous = previous.then(begin);
      });
    },
  };
}
