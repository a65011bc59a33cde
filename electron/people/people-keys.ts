import { createHmac, hkdfSync } from 'node:crypto';

/** What the list of operators does with the station's key, which lies outside its database. */
export interface PeopleKeys {
  /** Says which key it is, and nothing of it. */
  readonly fingerprint: string;
  /** A PIN with the pepper: without the station's key the database gives nothing to guess against. */
  pepper(pin: string): Uint8Array;
  /** Keyed hash of an operator's card. */
  cardKeyOf(text: string): string;
}

export function createPeopleKeys(stationKey: Uint8Array): PeopleKeys {
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', stationKey, '', `wallet-till ${use}`, 32));
  const pepperKey = derive('operator pepper');
  const cardKey = derive('operator card');
  return {
    fingerprint: derive('operator key').toString('hex').slice(0, 32),
    pepper: (pin) => createHmac('sha256', pepperKey).update(pin).digest(),
    cardKeyOf: (text) => createHmac('sha256', cardKey).update(text).digest('hex').slice(0, 32),
  };
}
