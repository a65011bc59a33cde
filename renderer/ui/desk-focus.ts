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

function deskPlace(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[data-desk-focus]');
}

/** The field that has the keyboard while its screen is used; null where the screen's place is no field. */
export function deskField(): HTMLInputElement | HTMLTextAreaElement | null {
  const place = deskPlace();
  return place instanceof HTMLInputElement || place instanceof HTMLTextAreaElement ? place : null;
}

/** Types a sign at the end of a field, as a key would that was pressed there. */
export function typeInto(field: HTMLInputElement | HTMLTextAreaElement, sign: string): void {
  field.focus({ preventScroll: true });
  if (!field.readOnly && !field.disabled) {
    const end = field.value.length;
    field.setRangeText(sign, end, end, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

/** Gives the keyboard back to the work; false where the screen has no place for it. */
export function returnToWork(): boolean {
  const place = deskPlace();
  place?.focus({ preventScroll: true });
  return place !== null;
}

function returnFocus(): void {
  if (!returnToWork() && document.activeElement instanceof HTMLElement) {
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
