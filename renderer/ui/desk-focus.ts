import { type MouseEvent, useRef } from 'react';

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
  returnFocus();
}

function returnFocus(): void {
  const place = document.querySelector<HTMLElement>('[data-desk-focus]');
  if (place !== null) {
    place.focus({ preventScroll: true });
  } else if (document.activeElement instanceof HTMLElement) {
    document.activeElement.blur();
  }
}

/**
 * For a menu in the strip: once something was chosen there, the keyboard goes back to the work. The menu gives it to its
 * button when it closes, and from there it is passed on; whoever leaves the menu without choosing stays at the button.
 */
export function useFocusAfterChoice(): {
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onChosen: () => void;
  readonly onButtonFocus: () => void;
} {
  const hasChosen = useRef(false);
  return {
    onOpenChange(isOpen): void {
      if (isOpen) {
        hasChosen.current = false;
      }
    },
    onChosen(): void {
      hasChosen.current = true;
    },
    onButtonFocus(): void {
      if (hasChosen.current) {
        hasChosen.current = false;
        returnFocus();
      }
    },
  };
}
