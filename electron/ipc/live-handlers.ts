import type { customerCalls } from '../../shared/contract/customer.ts';
import type { Station, stationCalls } from '../../shared/contract/station.ts';
import { ok } from '../../shared/errors/result.ts';
import type { Desk } from '../services/desk.ts';
import type { StationWatch } from '../services/station-watch.ts';
import { presentBalance, presentStatus } from './present.ts';
import type { Handlers } from './register-calls.ts';

type DeskCalls = typeof stationCalls & typeof customerCalls;

export interface LiveHandlerOptions {
  /** Asked each time: another printer has other columns. */
  readonly station: () => Station;
  readonly desk: Desk;
  readonly watch: StationWatch;
}

/** What each call of the desk does: translate, ask the service, translate back. */
export function createLiveHandlers({ station, desk, watch }: LiveHandlerOptions): Handlers<DeskCalls> {
  return {
    'station/read': () => ok(station()),
    'station/read-status': () => ok(presentStatus(watch.status)),
    'customer/identify': ({ identifier }) => ok(desk.identify(identifier)),
    'customer/retry-identify': ({ scan }) => desk.retryIdentify(scan),
    'customer/read-balance': async ({ session, convertTo }) => {
      const reading = await desk.readBalance(session, convertTo);
      return reading.ok ? ok(presentBalance(reading.value)) : reading;
    },
    'customer/check-sufficient-amount': ({ session, amount }) => desk.checkSufficientAmount(session, amount),
    'customer/print-receipt': async ({ session, locale, width }) => {
      const outcome = await desk.printReceipt(session, { locale, width });
      // A printer that could not print, or was just used, has something new to say on the strip.
      void watch.checkPrinter();
      return outcome;
    },
    'customer/finish': ({ reason }) => {
      desk.finish(reason);
      return ok({});
    },
  };
}
