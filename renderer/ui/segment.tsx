import { Radio, RadioGroup } from 'react-aria-components';
import { Icon } from './icons/icon.tsx';
import type { IconName } from './icons/strokes.ts';

export interface SegmentChoice<Value extends string> {
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

/** A few words beside each other, one of them chosen: one stop of Tab, arrows move inside. */
export function Segment<Value extends string>({ label, value, choices, onChoose }: SegmentProps<Value>) {
  return (
    <RadioGroup
      className="seg"
      aria-label={label}
      orientation="horizontal"
      value={value}
      onChange={(chosen) => {
        const choice = choices.find((candidate) => candidate.value === chosen);
        if (choice !== undefined) {
          onChoose(choice.value);
        }
      }}
    >
      {choices.map((choice) => (
        <Radio
          key={choice.value}
          value={choice.value}
          isDisabled={choice.offReason !== undefined}
          data-testid={choice.testId}
          aria-label={choice.offReason === undefined ? choice.text : `${choice.text}. ${choice.offReason}`}
        >
          {choice.icon === undefined ? null : <Icon name={choice.icon} />}
          {choice.text}
        </Radio>
      ))}
    </RadioGroup>
  );
}
