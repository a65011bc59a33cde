import { isDecimal } from '../../shared/domain/money.ts';

/** An amount as the screens write it: figures, perhaps in groups, a space that does not break, a currency's code. */
const writtenAmount = /(-?\d[\d\u00a0\u202f.,]*)\u00a0([A-Z]{3})(?![A-Za-z])/g;
/** A space within figures: a voice takes `1 482` for one, and four hundred and eighty-two. */
const groupSpace = /(?<=\d)[\u00a0\u202f](?=\d{3}(?!\d))/g;

function separatorsOf(locale: string): { readonly group: string; readonly decimal: string } {
  const parts = new Intl.NumberFormat(locale).formatToParts(123_456.7);
  const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return { group: sign('group'), decimal: sign('decimal') };
}

/** `1482,05 евро`: no groups, and the currency by its name in the form that goes with the number. */
function inWords(decimal: string, currency: string, locale: string): string {
  const digits = decimal.split('.')[1]?.length ?? 0;
  const format = new Intl.NumberFormat(locale, {
    ...{ style: 'currency', currency, currencyDisplay: 'name', useGrouping: false },
    ...{ minimumFractionDigits: digits, maximumFractionDigits: digits },
  });
  return format.format(decimal as Intl.StringNumericLiteral).replaceAll(/[\u00a0\u202f]/g, ' ');
}

/** A sentence of the screen as a voice reads it rightly: its amounts without groups, with currencies by their names. */
export function spokenSentence(sentence: string, locale: string): string {
  const { group, decimal } = separatorsOf(locale);
  return sentence
    .replace(writtenAmount, (whole, written: string, currency: string) => {
      const grouped = written.replaceAll(/[\u00a0\u202f]/g, '');
      const plain = (group.trim() === '' ? grouped : grouped.replaceAll(group, '')).replace(decimal, '.');
      return isDecimal(plain) ? inWords(plain, currency, locale) : whole;
    })
    .replaceAll(groupSpace, '');
}
