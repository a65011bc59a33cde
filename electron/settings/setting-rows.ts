import path from 'node:path';
import { z } from 'zod';
import { Locale, locales } from '../../shared/domain/locale.ts';
import { ReaderRulesByName } from '../../shared/domain/reader-rules.ts';
import { permissions, RoleTable, usualRoles } from '../../shared/domain/roles.ts';
import { Theme, themes } from '../../shared/domain/theme.ts';
import { CurrencyCode } from '../../shared/domain/wallet.ts';
import { defaultWedgeRules } from '../../shared/domain/wedge.ts';
import { parseChord } from '../../shared/domain/wedge-keys.ts';
import { allowedPrinterPlaces, type PrinterPlace, PrinterPlaceText } from './printer-place.ts';

/** Readers that are found by themselves; the keyboard is always one, a serial port is named. */
const stationReaders = ['hid-scanner', 'stripe-reader', 'contactless-reader'] as const;
type StationReader = (typeof stationReaders)[number];

/** The window that a desk's customer sees: none, one on a display without the desk, or one on that display. */
export type CustomerDisplayChoice = 'off' | 'on' | number;

/** Where a station is: what some settings need to be understood. */
export interface SettingsPlace {
  readonly platform: NodeJS.Platform;
  readonly knownPrinterModels: readonly string[];
  readonly knownOperations: readonly string[];
  /** What a relative path in the environment, or in the file, starts from. */
  readonly baseDir: string;
}

/** One setting as data: its name in the file, its variable, what is allowed, and how its value is understood. */
export interface SettingRow<T = unknown> {
  readonly variable: string;
  /** Completes the sentence "… is not allowed; allowed: …". */
  readonly allowed: (place: SettingsPlace) => string;
  readonly schema: (place: SettingsPlace) => z.ZodType<T>;
  readonly fallback: T;
  /** Environment variables are text; this makes of it what the file would hold. */
  readonly fromText?: (text: string) => unknown;
}

const row = <T>(spec: SettingRow<T>): SettingRow<T> => spec;

/** Folders and files are absolute, or relative to where they are written. */
const filePath = ({ platform, baseDir }: SettingsPlace) =>
  z
    .string()
    .min(1)
    .max(4096)
    .transform((text) => pathsOf(platform).resolve(baseDir, text));

/** The path rules of the platform the settings are for. */
export function pathsOf(platform: NodeJS.Platform): path.PlatformPath {
  return platform === 'win32' ? path.win32 : path.posix;
}

const wholeNumber = (text: string): unknown => (/^[0-9]{1,9}$/.test(text) ? Number(text) : text);

const SerialPortName = z.string().transform((text, context) => {
  const parts = /^(\/dev\/[A-Za-z0-9._:/-]{1,200}|COM[1-9][0-9]{0,2})(?:@([0-9]{3,6}))?$/.exec(text);
  if (parts?.[1] === undefined || parts[1].includes('..')) {
    context.addIssue({ code: 'custom', message: 'no serial port' });
    return z.NEVER;
  }
  return { path: parts[1], baudRate: Number(parts[2] ?? 9_600) };
});

/** What is no JSON stays text, and is then not allowed. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Printable, and short enough for a receipt's head and the strip of the screen. */
const Line = z
  .string()
  .trim()
  .regex(/^[^\p{C}]{1,40}$/u);

/** A password in it would stand in a file and in an export; such a proxy is named by `HTTPS_PROXY`. */
const ProxyText = z.string().refine((text) => {
  const url = URL.parse(text);
  const isPlain = url !== null && url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  return (
    text === 'direct' || (isPlain && /^https?:$/.test(url.protocol) && url.hostname !== '' && url.pathname === '/')
  );
});

export const settingRows = {
  mode: row<'training' | 'live'>({
    variable: 'TILL_MODE',
    allowed: () => 'training, live',
    schema: () => z.enum(['training', 'live']),
    fallback: 'training',
  }),
  face: row<'desk' | 'kiosk'>({
    variable: 'TILL_FACE',
    allowed: () => 'desk, kiosk',
    schema: () => z.enum(['desk', 'kiosk']),
    fallback: 'desk',
  }),
  kioskMovements: row<boolean>({
    variable: 'TILL_KIOSK_MOVEMENTS',
    allowed: () => 'true, false',
    schema: () => z.boolean(),
    fallback: false,
    fromText: readJson,
  }),
  kioskHeightMm: row<number | null>({
    variable: 'TILL_KIOSK_HEIGHT_MM',
    allowed: () => '260 to 2000: how high the kiosk’s picture is on its display, in millimetres',
    schema: () => z.int().min(260).max(2_000),
    fallback: null,
    fromText: wholeNumber,
  }),
  customerDisplay: row<CustomerDisplayChoice>({
    variable: 'TILL_CUSTOMER_DISPLAY',
    allowed: () => 'off, on, or 1 to 9: which display, counted from the left',
    schema: () => z.union([z.enum(['off', 'on']), z.int().min(1).max(9)]),
    fallback: 'off',
    fromText: wholeNumber,
  }),
  apiUrl: row<URL | null>({
    variable: 'TILL_API_URL',
    allowed: () => 'an https address with a path, without user, query or fragment',
    schema: () =>
      z
        .url({ protocol: /^https?$/ })
        .transform((text) => new URL(text))
        .refine((url) => url.username === '' && url.password === '' && url.search === '' && url.hash === ''),
    fallback: null,
  }),
  clientId: row<string | null>({
    variable: 'TILL_CLIENT_ID',
    allowed: () => '1 to 128 printable signs without spaces and quotes',
    schema: () => z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,128}$/),
    fallback: null,
  }),
  macKeyFile: row<string | null>({
    variable: 'TILL_MAC_KEY_FILE',
    allowed: () => 'the path of a file',
    schema: filePath,
    fallback: null,
  }),
  clientCertFile: row<string | null>({
    variable: 'TILL_CLIENT_CERT',
    allowed: () => 'the path of a PEM file',
    schema: filePath,
    fallback: null,
  }),
  clientCertKeyFile: row<string | null>({
    variable: 'TILL_CLIENT_CERT_KEY',
    allowed: () => 'the path of a PEM file',
    schema: filePath,
    fallback: null,
  }),
  caCertFile: row<string | null>({
    variable: 'TILL_CA_CERT',
    allowed: () => 'the path of a PEM file',
    schema: filePath,
    fallback: null,
  }),
  secretStore: row<'file' | 'keyring' | 'systemd'>({
    variable: 'TILL_SECRET_STORE',
    allowed: () => 'file, keyring, systemd',
    schema: () => z.enum(['file', 'keyring', 'systemd']),
    fallback: 'file',
  }),
  proxy: row<string | null>({
    variable: 'TILL_PROXY',
    allowed: () => 'http://host:port or https://host:port without user and password, or direct for none',
    schema: () => ProxyText,
    fallback: null,
  }),
  operations: row<readonly string[] | null>({
    variable: 'TILL_OPERATIONS',
    allowed: ({ knownOperations }) => `a list of ${knownOperations.join(', ')}`,
    schema: ({ knownOperations }) =>
      z
        .array(z.string().refine((name) => knownOperations.includes(name)))
        .min(1)
        .transform((names) => [...new Set(names)]),
    fallback: null,
    fromText: (text) => text.split(',').map((name) => name.trim()),
  }),
  printer: row<PrinterPlace | null>({
    variable: 'TILL_PRINTER',
    allowed: () => allowedPrinterPlaces,
    schema: () => PrinterPlaceText,
    fallback: null,
  }),
  printerModel: row<string>({
    variable: 'TILL_PRINTER_MODEL',
    allowed: ({ knownPrinterModels }) => knownPrinterModels.join(', '),
    schema: ({ knownPrinterModels }) => z.string().refine((id) => knownPrinterModels.includes(id)),
    fallback: 'epson-tm-t88v',
  }),
  printerPaper: row<58 | 80 | null>({
    variable: 'TILL_PRINTER_PAPER',
    allowed: () => '58, 80 (millimetres)',
    schema: () => z.union([z.literal(58), z.literal(80)]),
    fallback: null,
    fromText: wholeNumber,
  }),
  printerFont: row<'a' | 'b'>({
    variable: 'TILL_PRINTER_FONT',
    allowed: () => 'a, b',
    schema: () => z.enum(['a', 'b']),
    fallback: 'a',
  }),
  receiptWidth: row<number | null>({
    variable: 'TILL_RECEIPT_WIDTH',
    allowed: () => 'a whole number from 8 to 96',
    schema: () => z.int().min(8).max(96),
    fallback: null,
    fromText: wholeNumber,
  }),
  locale: row<Locale>({
    variable: 'TILL_LOCALE',
    allowed: () => locales.join(', '),
    schema: () => Locale,
    fallback: 'en',
  }),
  theme: row<Theme>({
    variable: 'TILL_THEME',
    allowed: () => themes.join(', '),
    schema: () => Theme,
    fallback: 'light',
  }),
  currency: row<CurrencyCode>({
    variable: 'TILL_CURRENCY',
    allowed: () => 'three capital letters, such as EUR',
    schema: () => CurrencyCode.transform((code): CurrencyCode => code),
    fallback: 'EUR' as CurrencyCode,
  }),
  amountEntry: row<'decimal' | 'cents'>({
    variable: 'TILL_AMOUNT_ENTRY',
    allowed: () => 'decimal, cents',
    schema: () => z.enum(['decimal', 'cents']),
    fallback: 'decimal',
  }),
  keepAmount: row<boolean>({
    variable: 'TILL_KEEP_AMOUNT',
    allowed: () => 'true, false',
    schema: () => z.boolean(),
    fallback: false,
    fromText: readJson,
  }),
  shopName: row<string | null>({
    variable: 'TILL_SHOP_NAME',
    allowed: () => '1 to 40 printable signs',
    schema: () => Line,
    fallback: null,
  }),
  stationName: row<string>({
    variable: 'TILL_STATION_NAME',
    allowed: () => '1 to 40 printable signs',
    schema: () => Line,
    fallback: 'Till 1',
  }),
  supportPhone: row<string | null>({
    variable: 'TILL_SUPPORT_PHONE',
    allowed: () => '3 to 24 digits, spaces, brackets, dashes, a plus in front',
    schema: () => z.string().regex(/^\+?[0-9][0-9 ()-]{2,23}$/),
    fallback: null,
  }),
  wedgeMaxGapMs: row<number>({
    variable: 'TILL_WEDGE_MAX_GAP_MS',
    allowed: () => 'a whole number of milliseconds from 10 to 250',
    schema: () => z.int().min(10).max(250),
    fallback: defaultWedgeRules.maxGapMs,
    fromText: wholeNumber,
  }),
  wedgePrefix: row<string | null>({
    variable: 'TILL_WEDGE_PREFIX',
    allowed: () => 'the code of a key, such as F24 or Control+KeyB',
    schema: () => z.string().refine((text) => parseChord(text) !== null),
    fallback: null,
  }),
  readers: row<readonly StationReader[]>({
    variable: 'TILL_READERS',
    allowed: () => `a list of ${stationReaders.join(', ')}`,
    schema: () => z.array(z.enum(stationReaders)).transform((names) => [...new Set(names)]),
    fallback: [],
    fromText: (text) => text.split(',').map((name) => name.trim()),
  }),
  serialScanner: row<{ path: string; baudRate: number } | null>({
    variable: 'TILL_SERIAL_SCANNER',
    allowed: () =>
      'the name of a serial port, such as /dev/ttyACM0 or COM3, with @ and the baud rate unless it is 9600',
    schema: () => SerialPortName,
    fallback: null,
  }),
  readerRules: row<ReaderRulesByName>({
    variable: 'TILL_READER_RULES',
    allowed: () => 'rules by the name of the reader, as docs/how-to/add-a-device.md lists them',
    schema: () => ReaderRulesByName,
    fallback: {},
    fromText: readJson,
  }),
  journalKeepDays: row<number | null>({
    variable: 'TILL_JOURNAL_KEEP_DAYS',
    allowed: () => 'a whole number of days from 30 to 36500, or all',
    schema: () => z.union([z.int().min(30).max(36_500), z.literal('all').transform(() => null)]),
    fallback: 1_095,
    fromText: (text) => (text === 'all' ? text : wholeNumber(text)),
  }),
  roles: row<RoleTable>({
    variable: 'TILL_ROLES',
    allowed: () => `cashier, supervisor and technician, each with a list of ${permissions.join(', ')}`,
    schema: () => RoleTable,
    fallback: usualRoles,
    fromText: readJson,
  }),
} as const;

export type SettingName = keyof typeof settingRows;
export type SettingValues = {
  -readonly [N in SettingName]: (typeof settingRows)[N] extends SettingRow<infer T> ? T : never;
};

export const settingNames = Object.keys(settingRows) as readonly SettingName[];

/** Variables of ours that are no setting: the folder decides where the file is, the key may stand in no file of ours. */
const otherVariables = ['TILL_DATA_DIR', 'TILL_MAC_KEY'] as const;

export const knownVariables: readonly string[] = [
  ...settingNames.map((name) => settingRows[name].variable),
  ...otherVariables,
];
