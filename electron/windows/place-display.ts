/** The part of a display that decides about it. */
export interface DisplayPlace {
  readonly id: number;
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

export type Placement =
  /** The whole of one display. */
  | { readonly kind: 'on-display'; readonly place: DisplayPlace }
  /** An ordinary window, for whoever learns at a computer with one display. */
  | { readonly kind: 'in-window' }
  | { readonly kind: 'no-display' };

export interface PlacementQuestion {
  /** `on`: any display on which the desk is not; a number: that display, counted from the left. */
  readonly choice: 'on' | number;
  readonly mode: 'training' | 'live';
  readonly displays: readonly DisplayPlace[];
  readonly deskDisplayId: number;
}

function byPlace(one: DisplayPlace, other: DisplayPlace): number {
  return one.bounds.x - other.bounds.x || one.bounds.y - other.bounds.y;
}

/** Where the customer's display goes. Never over the desk: a cashier who cannot work serves nobody. */
export function placeDisplay({ choice, mode, displays, deskDisplayId }: PlacementQuestion): Placement {
  const sorted = displays.toSorted(byPlace);
  const free = (place: DisplayPlace): boolean => place.id !== deskDisplayId;
  const chosen = choice === 'on' ? sorted.find(free) : sorted.slice(choice - 1, choice).find(free);
  if (chosen !== undefined) {
    return { kind: 'on-display', place: { id: chosen.id, bounds: chosen.bounds } };
  }
  return mode === 'training' ? { kind: 'in-window' } : { kind: 'no-display' };
}
