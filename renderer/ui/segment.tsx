import { Icon } from './icons/icon.tsx';
import type { IconName } from './icons/strokes.ts';
import { OneOf } from './one-of.tsx';

interface SegmentChoice<Value extends string> {
  readonly value: Value;
  readonly text: string;
  readonly icon?: IconName;
  readonly testId?: string;
  /** Why it cannot be chosen. */
  readonly offReason?: string | undefined;
}

interface SegmentProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly SegmentChoice<Value>[];
  readonly onChoose: (value: Value) => void;
}

/** A few words beside each other, one of them chosen. What cannot be chosen says why. */
export function Segment<Value extends string>({ choices, ...props }: SegmentProps<Value>) {
  return (
    <OneOf
      {...props}
      className="seg"
      choices={choices.map((choice) => ({
        ...choice,
        isOff: choice.offReason !== undefined,
        said: choice.offReason === undefined ? choice.text : `${choice.text}. ${choice.offReason}`,
      }))}
      draw={({ icon, text }) => (
        <>
          {icon === undefined ? null : <Icon name={icon} />}
          {text}
        </>
      )}
    />
  );
}
