import type { BalanceRow } from '../stores/kiosk-flows.ts';
import type { Texts } from '../ui/i18n/i18n.ts';
import { moneyText } from '../ui/money-text.ts';

/** `1 284,50 EUR`, never torn apart at the end of a line. */
export function money(decimal: string, currency: string, texts: Texts): string {
  return `${moneyText(decimal, currency, texts)}\u00a0${currency}`;
}

/** A row of the balance as a sentence. */
export function spokenRow({ currency, amounts }: BalanceRow, texts: Texts): string {
  const amount = money(amounts.atDisposal, currency, texts);
  const hasReserved = /[1-9]/.test(amounts.reserved);
  return hasReserved
    ? texts.t('kiosk/balance/spokenReserved', { amount, reserved: money(amounts.reserved, currency, texts) })
    : texts.t('kiosk/balance/spoken', { amount });
}

/** What was typed, with the sign of this language before its cents. */
export function typedAmount(text: string, currency: string, texts: Texts): string {
  const [sign = '.'] = /[.,]/.exec(texts.number(0.5, 1)) ?? [];
  return text === '' ? texts.t('kiosk/amount/nothing') : `${text.replace(/[.,]/, sign)}\u00a0${currency}`;
}
