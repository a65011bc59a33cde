/** Touches of the sign at the top, one after another, that open a technician's way out. Nobody does that by chance. */
const touchesNeeded = 6;
const withinMs = 4_000;

/** Counts touches of the hidden place; answers true when the gesture is made. */
export function createExitGesture(now: () => number): () => boolean {
  let touches: number[] = [];
  return () => {
    const at = now();
    touches = [...touches.filter((earlier) => at - earlier < withinMs), at];
    if (touches.length < touchesNeeded) {
      return false;
    }
    touches = [];
    return true;
  };
}

/** The same with a keyboard, which a technician brings along. */
export function isExitKey(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'repeat'>): boolean {
  return event.key === 'End' && event.ctrlKey && event.altKey && !event.repeat;
}
