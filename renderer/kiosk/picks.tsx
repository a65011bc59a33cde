import { Radio, RadioGroup } from 'react-aria-components';

interface PicksProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly {
    readonly value: Value;
    readonly text: string;
    readonly testId: string;
    /** Read instead of the text, where that is a sign. */
    readonly said?: string;
  }[];
  readonly onChoose: (value: Value) => void;
}

/** One of a few, side by side: a currency, an issuer, a kind of keys. */
export function Picks<Value extends string>({ label, value, choices, onChoose }: PicksProps<Value>) {
  return (
    <RadioGroup
      className="k-seg"
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
        <Radio key={choice.value} value={choice.value} aria-label={choice.said} data-testid={choice.testId}>
          {choice.text}
        </Radio>
      ))}
    </RadioGroup>
  );
}
