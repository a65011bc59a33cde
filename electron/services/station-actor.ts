import { type Actor, nobody } from '../journal/entry.ts';

/** Who is at the station and what was used last: stands in every entry of the journal. */
export interface StationActor {
  readonly read: () => Actor;
  setDevice(device: string | null): void;
  setOperator(operator: string | null): void;
  /** A supervisor's word for one action; null takes it away. */
  setApprover(approver: string | null): void;
}

export function createStationActor(first: Actor = nobody): StationActor {
  let actor = first;
  return {
    read: () => actor,
    setDevice(device) {
      actor = { ...actor, device };
    },
    setOperator(operator) {
      actor = { ...actor, operator };
    },
    setApprover(approver) {
      actor = { ...actor, approver };
    },
  };
}
