import { createOutlet } from './outlet.ts';
import { type PcscLink, startPcscWorker } from './pcsc-link.ts';
import type { Reader } from './port.ts';
import { systemTimers, type Timers } from './timers.ts';

export interface ContactlessOptions {
  readonly clock: () => number;
  readonly timers?: Timers;
  readonly startLink?: () => PcscLink;
}

const askEveryMs = 1_000;
/** A library is put in by a person, and each try costs a thread. */
const loadAgainMs = 10_000;
/** Without an answer for this long the service hangs; the worker waits for it, the till does not. */
const patienceMs = 2_000;

/** All contactless readers of the system's card service, as one. A tap gives the chip's own number. */
export function createContactlessReader(options: ContactlessOptions): Reader {
  const { timers = systemTimers, startLink = startPcscWorker } = options;
  const outlet = createOutlet('contactless-reader', options.clock);
  let link: PcscLink | null = null;
  let lastState: Reader['state']['kind'] = 'absent';
  let forgetPatience = (): void => {};
  let forgetNext = (): void => {};
  let isClosed = false;

  function ask(current: PcscLink): void {
    forgetPatience = timers.after(patienceMs, () => outlet.setState('hung'));
    current.send('ask');
  }

  function start(): void {
    const current = startLink();
    link = current;
    current.onMessage((message) => {
      if (isClosed) {
        return;
      }
      switch (message.kind) {
        case 'alive':
          forgetPatience();
          forgetNext = timers.after(askEveryMs, () => ask(current));
          outlet.setState(lastState);
          break;
        case 'state':
          lastState = message.state;
          outlet.setState(message.state);
          break;
        default:
          outlet.deliver(message);
      }
    });
    current.onEnded(() => {
      forgetPatience();
      forgetNext();
      if (!isClosed) {
        const isMissing = lastState === 'driver-missing';
        outlet.setState(isMissing ? 'driver-missing' : 'service-missing');
        forgetNext = timers.after(isMissing ? loadAgainMs : askEveryMs, start);
      }
    });
    ask(current);
  }
  start();

  return {
    name: 'contactless-reader',
    get state() {
      return outlet.state;
    },
    listen: outlet.listen,
    onStateChanged: outlet.onStateChanged,
    async close() {
      isClosed = true;
      forgetPatience();
      forgetNext();
      outlet.shut();
      const isEnded = (await link?.end()) ?? true;
      if (!isEnded) {
        // A thread that waits for a service that hangs cannot be ended, and Node waits for its threads before it ends.
        process.once('exit', () => process.kill(process.pid, 'SIGKILL'));
      }
    },
  };
}
