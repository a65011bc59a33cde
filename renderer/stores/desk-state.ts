import type { StateCreator } from 'zustand/vanilla';
import type { Bridge } from '../../shared/contract/live.ts';
import type { AmountSlice } from './amount-slice.ts';
import type { CustomerSlice } from './customer-slice.ts';
import type { FindSlice } from './find-slice.ts';
import type { Flows } from './flows.ts';
import type { PrintSlice } from './print-slice.ts';
import type { StationSlice } from './station-slice.ts';

export type DeskState = Flows & StationSlice & CustomerSlice & AmountSlice & PrintSlice & FindSlice;

/** Everything of the outside that the desk's effects need. */
export interface DeskDeps {
  readonly till: Bridge;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** A slice's actions; its part of the state starts as `noFlows` says. */
export type DeskSlice<Slice> = StateCreator<DeskState, [], [], Slice>;
