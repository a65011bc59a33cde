import { OneOf } from '../ui/one-of.tsx';

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
export function Picks<Value extends string>(props: PicksProps<Value>) {
  return <OneOf {...props} className="k-seg" draw={({ text }) => text} />;
}
