import { openPeople } from '../../../electron/people/people.ts';
import { createPeopleKeys } from '../../../electron/people/people-keys.ts';

// Root may write everywhere; run as somebody else, this says what a list in a folder that takes nothing looks like.
const people = openPeople({
  folder: process.argv[2] as string,
  readKeys: () => createPeopleKeys(Buffer.alloc(32, 1)),
  clock: () => 0,
  steady: () => ({ boot: 'first', ms: 0 }),
  cost: { N: 16 },
});
const state = people.readState();
const proven = await people.prove(process.argv[3] as string, process.argv[4] as string);
process.stdout.write(JSON.stringify({ state, proven }));
