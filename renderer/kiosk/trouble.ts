import type { AppError } from '../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../shared/errors/error-table.ts';
import type { Texts } from '../ui/i18n/i18n.ts';
import type { TextKey } from '../ui/i18n/texts.ts';

interface Trouble {
  readonly title: TextKey;
  readonly say: TextKey;
  /** Whether asking again may help. */
  readonly mayRetry: boolean;
}

const trouble = (name: 'unknown' | 'revoked' | 'product' | 'unreadable' | 'chip' | 'refused', mayRetry = false) =>
  ({ title: `kiosk/trouble/${name}`, say: `kiosk/trouble/${name}Say`, mayRetry }) as const satisfies Trouble;

/** What a customer is told of an error; cashiers' texts speak of keys and cables that nobody has here. */
const troubles: Partial<Readonly<Record<ErrorCode, Trouble>>> = {
  'wallet.not-found': trouble('unknown'),
  'wallet.access-revoked': trouble('revoked'),
  'receipt.not-enabled': { title: 'kiosk/trouble/noReceipt', say: 'kiosk/trouble/safe', mayRetry: false },
  'scan.product-barcode': trouble('product'),
  'scan.unreadable': trouble('unreadable'),
  'scan.chip-number-only': trouble('chip'),
};

const away: Trouble = { title: 'kiosk/trouble/away', say: 'kiosk/trouble/awaySay', mayRetry: true };
const busy: Trouble = { title: 'kiosk/trouble/busy', say: 'kiosk/trouble/busySay', mayRetry: true };
const fault: Trouble = { title: 'kiosk/trouble/fault', say: 'kiosk/trouble/faultSay', mayRetry: true };

export function troubleOf(error: AppError): Trouble {
  const known = troubles[error.code];
  if (known !== undefined) {
    return known;
  }
  switch (error.kind) {
    case 'unreachable':
    case 'upstream':
    case 'auth':
      return away;
    case 'busy':
      return busy;
    case 'fault':
      return fault;
    default:
      return trouble('refused');
  }
}

/** Why no receipt came out, as a sentence. */
export function whyNotPrinted(error: AppError, texts: Texts): string {
  if (error.code === 'printer.paper-out') {
    return texts.t('kiosk/trouble/paper');
  }
  if (error.kind === 'device' || error.code === 'printer.printing') {
    return texts.t('kiosk/trouble/printer');
  }
  return `${texts.t(troubleOf(error).title).replace(/\.$/, '')}.`;
}
