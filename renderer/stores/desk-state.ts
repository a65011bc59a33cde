import type { StateCreator } from 'zustand/vanilla';
import type { Bridge } from '../../shared/contract/live.ts';
import type { DescriptionSlice } from './account-description-slice.ts';
import type { ListsSlice } from './account-lists-slice.ts';
import type { PaymentsSlice } from './account-payments-slice.ts';
import type { RevealSlice } from './account-reveal-slice.ts';
import type { SeveralSlice } from './account-several-slice.ts';
import type { StatementsSlice } from './account-statements-slice.ts';
import type { AmountSlice } from './amount-slice.ts';
import type { CardSlice } from './card-slice.ts';
import type { CustomerSlice } from './customer-slice.ts';
import type { FindSlice } from './find-slice.ts';
import type { Flows } from './flows.ts';
import type { PrintSlice } from './print-slice.ts';
import type { StationSlice } from './station-slice.ts';

type AccountSlices = StatementsSlice & PaymentsSlice & ListsSlice & DescriptionSlice & SeveralSlice & RevealSlice;

export type DeskState = Flows &
  StationSlice &
  CustomerSlice &
  AmountSlice &
  PrintSlice &
  FindSlice &
  AccountSlices &
  CardSlice;

/** Everything of the outside that the desk's effects need. */
export interface DeskDeps {
  readonly till: Bridge;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** A slice's actions; its part of the state starts as `noFlows` says. */
export type DeskSlice<Slice> = StateCreator<DeskState, [], [], Slice>;
