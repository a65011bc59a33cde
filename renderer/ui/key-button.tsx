import type { ReactNode } from 'react';
import { Focusable, Tooltip, TooltipTrigger } from 'react-aria-components';

interface KeyButtonProps {
  readonly className: string;
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** Why the key does not work now; drawn dashed, said on hover, focus and press. */
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
  const { offReason = null, onOffPress } = props;
  const button = (
    <button
      type="button"
      className={props.className}
      aria-disabled={offReason === null ? undefined : true}
      aria-label={props.label}
      data-testid={props.testId}
      data-never-by-enter={props.neverByEnter === true ? '' : undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => (offReason === null ? props.onPress() : onOffPress?.(offReason))}
    >
      {props.children}
    </button>
  );
  if (offReason === null) {
    return button;
  }
  return (
    <TooltipTrigger delay={300} closeDelay={100}>
      <Focusable>{button}</Focusable>
      <Tooltip className="tip" offset={8}>
        {offReason}
      </Tooltip>
    </TooltipTrigger>
  );
}
