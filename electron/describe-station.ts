import { app } from 'electron';
import type { DisplayStation } from '../shared/contract/display.ts';
import type { KioskStation } from '../shared/contract/kiosk.ts';
import type { Station } from '../shared/contract/station.ts';
import { operationsOff } from './services/desk-operations.ts';
import type { Wiring } from './wiring.ts';

/** Chromium stands in for Electron while the product is built. */
export const hostName = () => (process.versions.electron === undefined ? 'chromium-host' : 'electron');

/** What the desk may know of the station. */
export function describeStation(wiring: Wiring): Station {
  const { settings, seat, api } = wiring;
  const columns = seat.choice === null ? null : seat.printer.columns;
  const width = settings.receiptWidth ?? columns ?? 42;
  return {
    mode: settings.mode,
    testServer: wiring.testServer,
    host: hostName(),
    name: settings.stationName,
    ...(settings.shopName === null ? {} : { shopName: settings.shopName }),
    version: app.getVersion(),
    locale: settings.locale,
    theme: settings.theme,
    supportPhone: settings.supportPhone,
    currency: settings.currency,
    receipt: { locale: settings.locale, width, columns },
    operationsOff: operationsOff((operation) => api.whyDisabled(operation) !== null),
    amountEntry: settings.amountEntry,
    keepAmount: settings.keepAmount,
    idleTimeoutMs: 60_000,
  };
}

/** What the customer's side may know of the station. */
export function describeDisplay(wiring: Wiring): DisplayStation {
  const { mode, testServer, host, name: station, shopName, locale, theme } = describeStation(wiring);
  // Whoever stands on the other side knows the shop, not its third till.
  const name = shopName ?? station;
  return { mode, testServer, host, name, locale, theme };
}

/** What a kiosk may know of the station, and what it offers. */
export function describeKiosk(wiring: Wiring): KioskStation {
  const { api, settings } = wiring;
  return {
    ...describeStation(wiring),
    heightMm: settings.kioskHeightMm,
    offers: [
      ...(api.whyDisabled('balance-receipt.read') === null ? (['receipt'] as const) : []),
      ...(api.whyDisabled('wallet.check-sufficient-amount') === null ? (['sufficient-amount'] as const) : []),
      ...(api.whyDisabled('card.relate') === null && api.whyDisabled('card.confirm') === null
        ? (['card-relation'] as const)
        : []),
      ...(settings.kioskMovements && api.whyDisabled('statements.read') === null ? (['movements'] as const) : []),
    ],
  };
}
