import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';

/**
 * What a finger presses. The library's button acts when the finger ends where it began, never on a held key, and by
 * Enter and Space alike.
 */
export function Press(props: {
  readonly className: string;
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly label?: string | undefined;
  readonly testId?: string | undefined;
  readonly pressed?: boolean;
  readonly lang?: string;
  /** Leaves the keyboard where it is: keys on the screen that type into a field. */
  readonly keepsFocus?: boolean;
  readonly isDisabled?: boolean;
}) {
  return (
    <Button
      className={props.className}
      onPress={props.onPress}
      aria-label={props.label}
      aria-pressed={props.pressed}
      data-testid={props.testId}
      lang={props.lang}
      preventFocusOnPress={props.keepsFocus ?? false}
      isDisabled={props.isDisabled ?? false}
    >
      {props.children}
    </Button>
  );
}
