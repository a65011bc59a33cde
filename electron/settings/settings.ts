import type { Locale } from '../../shared/domain/locale.ts';
import type { ReaderRulesByName } from '../../shared/domain/reader-rules.ts';
import type { RoleTable } from '../../shared/domain/roles.ts';
import type { Theme } from '../../shared/domain/theme.ts';
import type { CurrencyCode } from '../../shared/domain/wallet.ts';
import type { WedgeRules } from '../../shared/domain/wedge.ts';
import type { PrinterPlace } from './printer-place.ts';
import type { CustomerDisplayChoice } from './setting-rows.ts';

/** Everything a station is told, after environment over file over defaults; valid as a whole. No secret is in it. */
export interface Settings {
  readonly mode: 'training' | 'live';
  /** A cashier's desk, or a kiosk that customers use alone. */
  readonly face: 'desk' | 'kiosk';
  /** Whether a kiosk offers the latest movements. */
  readonly kioskMovements: boolean;
  /** How high a kiosk's picture is on its display; null for the display it is drawn for. */
  readonly kioskHeightMm: number | null;
  /** Where a desk's customer is shown what concerns them. */
  readonly customerDisplay: CustomerDisplayChoice;
  /** Absolute folder of this station's data; training keeps its own below it. */
  readonly dataDir: string;
  /** Base URL of the API, without a slash at the end; empty in training, which knows the way to no real API. */
  readonly apiUrl: string;
  /** Null in training. */
  readonly clientId: string | null;
  /** File with the MAC key (mode 0600); null when the key came in `TILL_MAC_KEY` or there is none. */
  readonly macKeyFile: string | null;
  /** PEM file with the certificate that stands for this client in place of a MAC; null when a MAC does. */
  readonly clientCertFile: string | null;
  /** PEM file with that certificate's private key (mode 0600). */
  readonly clientCertKeyFile: string | null;
  /** Where the key, or the certificate's key, and the access token are; the values are in no setting. */
  readonly secretStore: 'file' | 'keyring' | 'systemd';
  /** Names of the API's operations that this station may use; null for all of them. */
  readonly operations: readonly string[] | null;
  /** PEM file with a certificate authority to trust besides the system's. */
  readonly caCertFile: string | null;
  readonly printer: PrinterPlace | null;
  readonly printerModel: string;
  /** Width of the roll that is in; null for the one that the model is made for. */
  readonly printerPaper: 58 | 80 | null;
  readonly printerFont: 'a' | 'b';
  /** Symbols a line; null for the printer's own columns. */
  readonly receiptWidth: number | null;
  readonly locale: Locale;
  /** Looks of the screens until somebody at the station chooses others. */
  readonly theme: Theme;
  readonly currency: CurrencyCode;
  /** What `1250` means in the amount: 1250.00, or 12.50. With a separator it means the same in both. */
  readonly amountEntry: 'decimal' | 'cents';
  /** The amount stays for the next customer. */
  readonly keepAmount: boolean;
  /** The shop's own name, on the screens that customers see; null where none was given. */
  readonly shopName: string | null;
  readonly stationName: string;
  readonly supportPhone: string | null;
  /** Proxy for the API, from the settings or else the usual variables; never used for a loopback address. May hold a password: not for logs. */
  readonly proxyUrl: string | null;
  /** How this station's scanner in keyboard mode is told from typing. */
  readonly wedge: WedgeRules;
  /** Readers besides the keyboard that this station has and that are found by themselves. */
  readonly readers: readonly ('hid-scanner' | 'stripe-reader' | 'contactless-reader')[];
  readonly serialScanner: { readonly path: string; readonly baudRate: number } | null;
  /** What this station says of its readers; the usual rules hold for the ones it does not name. */
  readonly readerRules: ReaderRulesByName;
  /** Entries of the journal younger than that stay; null keeps all. */
  readonly journalKeepDays: number | null;
  /** What each role of an operator may do. */
  readonly roles: RoleTable;
}

export const productionApiUrl = 'https://wallet.paysera.com/rest/v1';

/** Printed on receipts of a live station that talks to a server other than the production one. */
export const testServerMark = 'TEST SERVER';

/** What the station's printer prints in one line, and the name of its model. */
export type LineOf = (settings: Settings) => { readonly columns: number; readonly name: string };
