import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { Press } from '../ui/press.tsx';

/** In a telephone's order: pads for customers have no other. */
export const digitSigns: readonly string[] = [...'1234567890'];

interface KeyPadProps {
  readonly label: string;
  readonly signs: readonly string[];
  /** How many keys stand in a row; an amount's are wider. */
  readonly look: 'amount' | 'digits' | 'capitals' | 'small';
  readonly onSign: (sign: string) => void;
  readonly deleteLabel: string;
  readonly onDelete: () => void;
}

/** Keys under a finger: each sign a key, the last one takes a sign back. */
export function KeyPad({ label, signs, look, onSign, deleteLabel, onDelete }: KeyPadProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form; this is a keyboard
    <div className="k-pad" data-pad={look} role="group" aria-label={label}>
      {signs.map((sign) => (
        <Press key={sign} className="k-key" onPress={() => onSign(sign)} testId={`key-${nameOf(sign)}`}>
          {sign}
        </Press>
      ))}
      <Press className="k-key fn" onPress={onDelete} label={deleteLabel} testId="key-delete">
        <Icon name="backspace" />
      </Press>
    </div>
  );
}

/** The decimal sign is another in each language. */
const nameOf = (sign: string): string => (/^[0-9A-Za-z]$/.test(sign) ? sign : 'separator');

/** How many signs were typed, and never which. */
export function TypedDots({
  label,
  signs,
  testId,
}: {
  readonly label: string;
  readonly signs: number;
  readonly testId: string;
}) {
  const texts = useTexts();
  return (
    <output className="k-amount k-dots" aria-label={label} data-testid={testId}>
      <span className="vh">{texts.plural('signsTyped', signs)}</span>
      <span aria-hidden="true">{'•'.repeat(signs)}</span>
      <i className="caret" />
    </output>
  );
}
