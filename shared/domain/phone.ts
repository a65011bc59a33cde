import { ok, type Result } from '../errors/result.ts';
import { malformed } from './malformed.ts';

/** Country codes that are assigned (ITU-T E.164, list of assigned codes); no code is the beginning of another. */
const countryCodes: ReadonlySet<string> = new Set(
  [
    '1 7 20 27 30-34 36 39-41 43-49 51-58 60-66 81 82 84 86 90-95 98',
    '211-213 216 218 220-258 260-269 290 291 297-299 350-359 370-379 380-383 385-387 389 420 421 423 500-509 590-599',
    '670 672-683 685-692 850 852 853 855 856 870 880-883 886 960-968 970-977 992-996 998',
  ].flatMap((line) => line.split(' ').flatMap(expandRange)),
);

function expandRange(range: string): string[] {
  const [first, last = first] = range.split('-').map(Number);
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => String(Number(first) + index));
}

/** Digits behind the country code where a plan has one length only and our customers are (ITU-T E.164, national plans). */
const nationalLengths: Readonly<Record<string, number>> = { '370': 8 };

/** The shortest number of China with its code: two digits of an area, eight of a subscriber. */
const shortestOfChina = 12;

const separators = /[\s().\u00a0\u2010-\u2015/-]/g;
/** The trunk prefix 8 of Lithuania stands apart and a mobile number follows: `8 612 34567`, `(8-6) 1234567`. */
const localMobile = /^\(?8[\s().-]+6/;
const localPrefix = /^\(?8[\s().-]/;

const example = '37061234567';

/**
 * Reads a phone as people write it and gives its digits with the country code first. `+`, `00` and separators are taken
 * away, and `8 6…` with the 8 apart becomes `3706…`; whatever is not certain is refused.
 * Errors: `identifier.malformed` with rule `phone.signs`, `phone.86-is-china`, `phone.local`, `phone.country-code`,
 * `phone.length` or `phone.length-in-country`.
 * Source: seed 001, "Requesting wallet by other information": 86 is the country code of China.
 */
export function readPhone(text: string): Result<string> {
  const trimmed = text.trim();
  const [, plus, rest = ''] = /^\(?(\+)?(.*)$/s.exec(trimmed) ?? [];
  const digits = rest.replace(separators, '');
  if (!/^[0-9]+$/.test(digits)) {
    return malformed('phone.signs', `digits with the country code first, such as ${example}`);
  }
  if (plus === undefined && localMobile.test(trimmed) && digits.length === 9) {
    return ok(`370${digits.slice(1)}`);
  }
  if (plus === undefined && localPrefix.test(trimmed)) {
    return malformed('phone.local', 'the country code in place of the local prefix 8: 370…');
  }
  return checkInternational(plus === undefined ? digits.replace(/^00/, '') : digits);
}

function checkInternational(digits: string): Result<string> {
  if (digits.startsWith('86') && digits.length < shortestOfChina) {
    return malformed('phone.86-is-china', '370 in place of the local 8: 3706…; 86… would be a number of China');
  }
  if (digits.startsWith('0')) {
    return malformed('phone.local', 'the country code in place of the local prefix 0: 370…');
  }
  const countryCode = [1, 2, 3].map((length) => digits.slice(0, length)).find((start) => countryCodes.has(start));
  if (countryCode === undefined) {
    return malformed('phone.country-code', `a country code that exists first, as in ${example}`);
  }
  if (digits.length < 7 || digits.length > 15) {
    return malformed('phone.length', '7 to 15 digits with the country code');
  }
  const nationalLength = nationalLengths[countryCode];
  return nationalLength === undefined || digits.length === countryCode.length + nationalLength
    ? ok(digits)
    : malformed('phone.length-in-country', `${countryCode} and ${nationalLength} digits`);
}
