import { type RefObject, useEffect, useRef } from 'react';

/** Moves the keyboard to a panel that took the place of the field it was in, so that Tab goes on from there. */
export function useFocusHere(): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus({ preventScroll: true }), []);
  return place;
}
