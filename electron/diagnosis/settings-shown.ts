import { placeText } from '../settings/printer-place.ts';
import { productionApiUrl, type Settings } from '../settings/settings.ts';

type Shown = (settings: Settings) => unknown;

/** Settings whose value support needs and whose value tells nothing of anybody. */
const shown: Readonly<Partial<Record<keyof Settings, Shown>>> = {
  mode: ({ mode }) => mode,
  face: ({ face }) => face,
  kioskMovements: ({ kioskMovements }) => kioskMovements,
  kioskHeightMm: ({ kioskHeightMm }) => kioskHeightMm,
  apiUrl: ({ apiUrl }) => (apiUrl === '' ? null : apiUrl === productionApiUrl ? 'production' : 'another'),
  operations: ({ operations }) => operations,
  printer: ({ printer }) => (printer === null ? null : placeText(printer)),
  printerModel: ({ printerModel }) => printerModel,
  printerPaper: ({ printerPaper }) => printerPaper,
  printerFont: ({ printerFont }) => printerFont,
  receiptWidth: ({ receiptWidth }) => receiptWidth,
  locale: ({ locale }) => locale,
  theme: ({ theme }) => theme,
  currency: ({ currency }) => currency,
  amountEntry: ({ amountEntry }) => amountEntry,
  keepAmount: ({ keepAmount }) => keepAmount,
  wedge: ({ wedge }) => wedge,
  readers: ({ readers }) => readers,
  secretStore: ({ secretStore }) => secretStore,
  roles: ({ roles }) => roles,
  journalKeepDays: ({ journalKeepDays }) => journalKeepDays,
  customerDisplay: ({ customerDisplay }) => customerDisplay,
  serialScanner: ({ serialScanner }) => serialScanner,
  readerRules: ({ readerRules }) => readerRules,
};

const isSet = (value: unknown): boolean => value !== null && value !== undefined && value !== '';

/**
 * Settings for a diagnosis, by a list of what may be shown: of any other it says only whether it is set. Files and proxies
 * have names of people and passwords in them; a setting that is new is not shown until somebody thought of it.
 */
export function settingsShown(settings: Settings): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    (Object.keys(settings) as (keyof Settings)[]).map((name) => {
      const show = shown[name];
      return [name, show === undefined ? (isSet(settings[name]) ? '(set)' : null) : show(settings)];
    }),
  );
}
