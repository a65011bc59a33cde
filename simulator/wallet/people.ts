import { type KnownData, SimulatorData } from './data.ts';
import json from './people.json' with { type: 'json' };

/** The people that the simulator starts with: the seed's own, and others who are plainly made up. */
export const people: KnownData = SimulatorData.parse(json);
