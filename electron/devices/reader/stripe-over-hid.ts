import { numberOfStripeReport, stripeUsagePage } from '../../../shared/domain/hid-stripe-report.ts';
import { watchHid } from './hid-watch.ts';
import { createOutlet } from './outlet.ts';
import type { Reader } from './port.ts';
import type { HidReaderOptions } from './scanner-over-hid.ts';
import { systemTimers } from './timers.ts';

/**
 * All magnetic stripe readers that are HID devices, as one reader. The number is all that leaves it: a report is
 * zeroed as soon as its number was taken.
 */
export function createHidStripeReader({ pipe, clock, timers = systemTimers }: HidReaderOptions): Reader {
  const outlet = createOutlet('stripe-reader', clock);
  const watch = watchHid({
    pipe,
    timers,
    isWanted: ({ usagePage }) => usagePage === stripeUsagePage,
    onOpened(connection) {
      connection.onReport((report) => {
        const number = numberOfStripeReport(report);
        report.fill(0);
        outlet.deliver(number === null ? { kind: 'unreadable' } : { kind: 'stripe', number });
      });
      return () => {};
    },
    onState: outlet.setState,
  });
  return {
    name: 'stripe-reader',
    get state() {
      return outlet.state;
    },
    listen: outlet.listen,
    onStateChanged: outlet.onStateChanged,
    async close() {
      outlet.shut();
      await watch.stop();
    },
  };
}
