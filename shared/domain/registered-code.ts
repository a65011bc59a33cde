import { ok, type Result } from '../errors/result.ts';
import { malformed } from './malformed.ts';

// Codes that a country gives to its people and companies. What is not known of a country is not checked.

const generalForm = /^[0-9A-Za-z-]{1,32}$/;

/**
 * Reads a person's code of a country (`readCountry`). In Lithuania it has 11 digits, the last of them a check digit.
 * Errors: `identifier.malformed` with rule `person-code.form`, `person-code.length` or `person-code.check-digit`.
 * Source: seed 001, "Requesting wallet by other information"; the Lithuanian rules for personal codes.
 */
export function readPersonCode(country: string, text: string): Result<string> {
  const code = text.replace(/\s/g, '');
  if (country !== 'lt') {
    return generalForm.test(code) ? ok(code) : malformed('person-code.form', '1 to 32 letters, digits and dashes');
  }
  if (!/^[0-9]{11}$/.test(code)) {
    return malformed('person-code.length', '11 digits for lt');
  }
  return Number(code.at(-1)) === lithuanianCheckDigit(code)
    ? ok(code)
    : malformed('person-code.check-digit', 'a code whose last digit fits the others: one may be mistyped');
}

const firstWeights = [1, 2, 3, 4, 5, 6, 7, 8, 9, 1];
const secondWeights = [3, 4, 5, 6, 7, 8, 9, 1, 2, 3];

function lithuanianCheckDigit(code: string): number {
  const remainders = [firstWeights, secondWeights].map(
    (weights) => weights.reduce((sum, weight, index) => sum + weight * Number(code[index]), 0) % 11,
  );
  return remainders.find((remainder) => remainder < 10) ?? 0;
}

/**
 * Reads a company's code of a country (`readCountry`): 9 digits in Lithuania, 7 in its oldest ones.
 * Errors: `identifier.malformed` with rule `company-code.form` or `company-code.length`.
 * Source: seed 001, "Requesting wallet by other information".
 */
export function readCompanyCode(country: string, text: string): Result<string> {
  const code = text.replace(/\s/g, '');
  if (country === 'lt') {
    return /^(?:[0-9]{9}|[0-9]{7})$/.test(code) ? ok(code) : malformed('company-code.length', '9 or 7 digits for lt');
  }
  return generalForm.test(code) ? ok(code) : malformed('company-code.form', '1 to 32 letters, digits and dashes');
}
