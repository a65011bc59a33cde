import type { MouseEvent } from 'react';

/** Marks the element that has the keyboard while a screen is used; at most one is drawn. */
export const deskFocusMark = { 'data-desk-focus': '' } as const;

/**
 * After a click on something beside the desk (the training dock stands for hardware) the keyboard goes back to the work.
 * Who came by keyboard stays where they are.
 */
export function returnFocusAfterClick(event: MouseEvent): void {
  if (event.detail === 0) {
    return;
  }
  const place = document.querySelector<HTMLElement>('[data-desk-focus]');
  if (place !== null) {
    place.focus({ preventScroll: true });
  } else if (document.activeElement instanceof HTMLElement) {
    document.activeElement.blur();
  }
}
