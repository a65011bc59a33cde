import type { ReactNode } from 'react';
import { Focusable, Tooltip, TooltipTrigger } from 'react-aria-components';

interface KeyButtonProps {
  readonly className: string;
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** Why the key does not work now, or null; drawn dashed, said on hover, focus and press. Absent for a key that always works. */
  readonly offReason?: string | null;
  readonly onOffPress?: (reason: string) => void;
  readonly label?: string;
  readonly testId?: string;
  /** Enter on it does the flow's next step instead: it never prints. */
  readonly neverByEnter?: boolean;
}

/**
 * A key of the desk. It stays focusable when it is off, so that everybody can learn why.
 * A press does not take the focus away from the amount.
 */
export function KeyButton(props: KeyButtonProps) {
  const { offReason, onOffPress } = props;
  const isOn = offReason === undefined || offReason === null;
  const button = (
    <button
      type="button"
      className={props.className}
      aria-disabled={isOn ? undefined : true}
      aria-label={props.label}
      data-testid={props.testId}
      data-never-by-enter={props.neverByEnter === true ? '' : undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => (isOn ? props.onPress() : onOffPress?.(offReason))}
    >
      {props.children}
    </button>
  );
  if (offReason === undefined) {
    return button;
  }
  return (
    <TooltipTrigger isDisabled={isOn} delay={300} closeDelay={100}>
      <Focusable>{button}</Focusable>
      {isOn ? null : (
        <Tooltip className="tip" offset={8}>
          {offReason}
        </Tooltip>
      )}
    </TooltipTrigger>
  );
}
