import type { ReactNode } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';

interface Offered<Value extends string> {
  readonly value: Value;
  /** What is read, where that is not what is drawn. */
  readonly said?: string | undefined;
  readonly testId?: string | undefined;
  readonly className?: string | undefined;
  readonly isOff?: boolean | undefined;
}

interface OneOfProps<Value extends string, Choice extends Offered<Value>> {
  readonly label: string;
  readonly className: string;
  readonly value: Value;
  readonly choices: readonly Choice[];
  readonly onChoose: (value: Value) => void;
  readonly draw: (choice: Choice) => ReactNode;
}

/** A few choices beside each other, one of them chosen: one stop of Tab, arrows move inside. */
export function OneOf<Value extends string, Choice extends Offered<Value>>(props: OneOfProps<Value, Choice>) {
  const { label, className, value, choices, onChoose, draw } = props;
  return (
    <RadioGroup
      className={className}
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
          {...(choice.className === undefined ? {} : { className: choice.className })}
          isDisabled={choice.isOff === true}
          aria-label={choice.said}
          data-testid={choice.testId}
        >
          {draw(choice)}
        </Radio>
      ))}
    </RadioGroup>
  );
}
