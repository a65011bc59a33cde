import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const scryptAsync = promisify<Uint8Array, Uint8Array, number, ScryptOptions, Buffer>(scrypt);
/** 32 MB and about a tenth of a second for each guess. */
const usualCost: ScryptOptions = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

/** Six to twelve digits, not all the same and not in a row, up or down. */
export function isGoodPin(pin: string): boolean {
  const rows = '01234567890 09876543210';
  return /^[0-9]{6,12}$/.test(pin) && !/^(.)\1*$/.test(pin) && !rows.includes(pin);
}

/** What is kept of a PIN: scrypt of it with a pepper from outside the database, and a salt of its own. */
export interface KeptPin {
  readonly salt: Uint8Array;
  readonly hash: Uint8Array;
}

export interface PinHashing {
  keep(pin: string): Promise<KeptPin>;
  isOf(pin: string, kept: KeptPin): Promise<boolean>;
}

export function createPinHashing(pepper: (pin: string) => Uint8Array, cost: ScryptOptions = usualCost): PinHashing {
  const hashOf = (pin: string, salt: Uint8Array) => scryptAsync(pepper(pin), salt, 32, cost);
  return {
    async keep(pin) {
      const salt = randomBytes(16);
      return { salt, hash: await hashOf(pin, salt) };
    },
    isOf: async (pin, { salt, hash }) => timingSafeEqual(await hashOf(pin, salt), hash),
  };
}
