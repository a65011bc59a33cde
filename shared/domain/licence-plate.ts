import { ok, type Result } from '../errors/result.ts';
import { malformed } from './malformed.ts';

/** What stands between the signs of a plate; none of it belongs to the text (seed 001, "without any special symbols"). */
const symbols = /[\s\p{P}\p{S}]/gu;

/**
 * Reads a car's plate: letters and digits only, in capitals.
 * Errors: `identifier.malformed` with rule `licence-plate.form`.
 * Source: seed 001, "Requesting wallet by other information".
 */
export function readLicencePlate(text: string): Result<string> {
  const plate = text.replace(symbols, '').normalize('NFC').toUpperCase();
  return /^[\p{L}0-9]{1,16}$/u.test(plate)
    ? ok(plate)
    : malformed('licence-plate.form', '1 to 16 letters and digits, without the symbols between them');
}
