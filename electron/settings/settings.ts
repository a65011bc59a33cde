import type { Locale } from '../../shared/domain/locale.ts';
import type { CurrencyCode } from '../../shared/domain/wallet.ts';

/** Everything a station is told, after environment over file over defaults; valid as a whole. No secret is in it. */
export interface Settings {
  readonly mode: 'training' | 'live';
  /** Absolute folder of this station's data; training keeps its own below it. */
  readonly dataDir: string;
  /** Base URL of the API, without a slash at the end. */
  readonly apiUrl: string;
  readonly clientId: string | null;
  /** File with the MAC key (mode 0600); null when the key came in `TILL_MAC_KEY` or there is none. */
  readonly macKeyFile: string | null;
  /** PEM file with a certificate authority to trust besides the system's. */
  readonly caCertFile: string | null;
  readonly printer: { readonly host: string; readonly port: number } | null;
  readonly printerModel: string;
  /** Symbols a line; null for the printer's own columns. */
  readonly receiptWidth: number | null;
  readonly locale: Locale;
  readonly currency: CurrencyCode;
  readonly stationName: string;
  readonly supportPhone: string | null;
  /** Proxy for the API, from the usual variables; never used for a loopback address. */
  readonly proxyUrl: string | null;
}

export const productionApiUrl = 'https://wallet.paysera.com/rest/v1';
