import type { z } from 'zod';
import type { devicesCalls, devicesEvents } from '../../shared/contract/devices.ts';
import { maskNumber } from '../../shared/domain/mask.ts';
import { ok } from '../../shared/errors/result.ts';
import type { Became, Devices, DevicesEvent } from '../services/devices.ts';
import type { StationWatch } from '../services/station-watch.ts';
import { plainError, presentStatus } from './present.ts';
import type { Handlers } from './register-calls.ts';

type DevicesEvents = typeof devicesEvents;
type Presented = {
  [E in keyof DevicesEvents]: { readonly name: E; readonly payload: z.input<DevicesEvents[E]> };
}[keyof DevicesEvents];

function presentBecame(became: Became): z.input<DevicesEvents['devices/reading-shown']>['became'] {
  if (became.kind === 'refused') {
    return { kind: 'refused', error: plainError(became.error) };
  }
  const { identifier } = became;
  return identifier.kind === 'card'
    ? { kind: 'identifier', by: 'card', issuer: identifier.issuer, masked: maskNumber(identifier.number) }
    : { kind: 'identifier', by: 'barcode', issuer: null, masked: maskNumber(identifier.barcode) };
}

/** What crosses to the page of an event: numbers masked, nothing else changed. */
export function presentDevicesEvent(event: DevicesEvent): Presented {
  switch (event.kind) {
    case 'reading-shown': {
      const { raw, became, ...rest } = event.reading;
      return { name: 'devices/reading-shown', payload: { ...rest, raw: [...raw], became: presentBecame(became) } };
    }
    case 'learning-changed':
      return { name: 'devices/learning-changed', payload: event.learning as never };
    case 'listening-ended':
      return { name: 'devices/listening-ended', payload: {} };
  }
}

/** What each call of the devices page does. */
export function createDevicesHandlers(
  devices: Devices,
  watch: Pick<StationWatch, 'check'>,
): Handlers<typeof devicesCalls> {
  const { seat } = devices;
  return {
    'devices/read': () => {
      const { choice, models } = seat;
      const view = models.map(({ id, name, papers }) => ({ id, name, papers: [...papers] }));
      return ok({ printer: choice, line: choice === null ? null : seat.lineOf(choice), models: view });
    },
    'devices/check-all': async () => ok(presentStatus(await watch.check())),
    'devices/find-printers': async () => ok({ found: [...(await devices.find())] }),
    'devices/check-printer': async ({ choice }) => {
      const state = await devices.check(choice);
      return state.ok ? ok({ state: state.value }) : state;
    },
    'devices/print-test-page': ({ choice }) => devices.printTestPage(choice),
    'devices/use-printer': ({ choice }) => devices.takePrinter(choice),
    'devices/start-listening': ({ purpose, expected }) => {
      devices.listen(purpose, expected);
      return ok({});
    },
    'devices/stop-listening': () => {
      devices.stop();
      return ok({});
    },
    'devices/keep-learnt': () => devices.keepLearnt(),
  };
}
