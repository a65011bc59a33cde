import { onTestFinished } from 'vitest';
import { openPeople, type People } from '../../../electron/people/people.ts';
import { createPeopleKeys } from '../../../electron/people/people-keys.ts';
import { testFolder } from '../journal/journal-bench.ts';

export const [rasaPin, onaPin] = ['274916', '381650'];
export const rasa = { name: 'Rasa P.', role: 'cashier', pin: rasaPin, card: '4242111122223333' } as const;
export const ona = { name: 'Ona V.', role: 'supervisor', pin: onaPin, card: null } as const;

/** The list of operators in a folder of its own, with PINs that cost little to try. */
export function peopleBench(folder = testFolder()) {
  const steady = { boot: 'first', ms: 1_000 };
  /** The computer's clock, which somebody may set: nothing may depend on it. */
  const clock = { ms: Date.UTC(2026, 10, 20) };
  /** `key` stands for the station's key; null while it cannot be read. */
  const open = (key: number | null = 1): People => {
    const people = openPeople({
      folder,
      readKeys: () => (key === null ? null : createPeopleKeys(Buffer.alloc(32, key))),
      clock: () => clock.ms,
      steady: () => ({ ...steady }),
      cost: { N: 16 },
    });
    onTestFinished(() => people.close());
    return people;
  };
  return { folder, steady, open, clock };
}

export async function withRasa(key?: number) {
  const one = peopleBench();
  const people = one.open(key);
  await people.add(rasa);
  return { ...one, people };
}

/** A station with a cashier and a supervisor, its list closed. */
export async function stationOfTwo() {
  const one = peopleBench();
  const people = one.open();
  await people.add(rasa);
  await people.add(ona);
  people.close();
  return one;
}
