import { type Actor, nobody } from '../journal/entry.ts';
import type { ActionScope } from './action-scope.ts';

/** Who is at the station and what was used last: stands in every entry of the journal. */
export interface StationActor {
  /** With the supervisor who allowed what is being done just now. */
  readonly read: () => Actor;
  setDevice(device: string | null): void;
  setOperator(operator: string | null): void;
}

export function createStationActor(
  scope: Pick<ActionScope, 'current'> | null = null,
  first: Actor = nobody,
): StationActor {
  let actor = first;
  return {
    read: () => ({ ...actor, approver: scope?.current()?.approver ?? null }),
    setDevice(device) {
      actor = { ...actor, device };
    },
    setOperator(operator) {
      actor = { ...actor, operator };
    },
  };
}
