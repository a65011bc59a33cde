import { ok, type Result } from '../errors/result.ts';
import { malformed } from './malformed.ts';

/** How long an IBAN of each country is. Source: IBAN registry of ISO 13616. */
const ibanLengths: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24',
    'FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32',
    'LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24',
    'RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30',
  ].flatMap((line) => line.split(' ').map((entry) => [entry.slice(0, 2), Number(entry.slice(2))])),
);

/**
 * Reads an account's number: the wallet's own (`EVP` and 13 digits, as in every example of the seed) or an IBAN with its
 * country's length and right check digits. Spaces are taken away, letters made capital.
 * Errors: `identifier.malformed` with rule `account-number.evp`, `account-number.form`, `iban.country`, `iban.length` or
 * `iban.check-digits`. Source: seed 001, "Requesting wallet by other information"; ISO 13616.
 */
export function readAccountNumber(text: string): Result<string> {
  const compact = text.replace(/[\s\u00a0-]/g, '').toUpperCase();
  if (compact.startsWith('EVP')) {
    return /^EVP[0-9]{13}$/.test(compact) ? ok(compact) : malformed('account-number.evp', 'EVP and 13 digits');
  }
  return /^[A-Z]{2}[0-9]{2}[A-Z0-9]+$/.test(compact)
    ? checkIban(compact)
    : malformed('account-number.form', 'EVP and 13 digits, or an IBAN');
}

function checkIban(iban: string): Result<string> {
  const country = iban.slice(0, 2);
  const length = ibanLengths[country];
  if (length === undefined) {
    return malformed('iban.country', 'an IBAN of a country that has them');
  }
  if (iban.length !== length) {
    return malformed('iban.length', `${length} letters and digits for ${country}`);
  }
  return remainderBy97(iban) === 1
    ? ok(iban)
    : malformed('iban.check-digits', 'an IBAN whose check digits fit: one sign may be mistyped');
}

/** The first four signs go to the end, letters count from 10, and 1 must be left when divided by 97 (ISO 7064). */
function remainderBy97(iban: string): number {
  const moved = `${iban.slice(4)}${iban.slice(0, 4)}`;
  return Array.from(moved).reduce((remainder, sign) => {
    const value = Number.parseInt(sign, 36);
    return (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }, 0);
}
