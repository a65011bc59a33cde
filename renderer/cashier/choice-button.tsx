import { Icon } from '../ui/icons/icon.tsx';
import type { IconName } from '../ui/icons/strokes.ts';
import { KeyButton } from '../ui/key-button.tsx';

interface ChoiceButtonProps {
  readonly digit: '1' | '2';
  readonly icon: IconName;
  readonly title: string;
  readonly say: string;
  readonly testId: string;
  readonly onPress: () => void;
}

/** One of two ways to go on; Enter takes neither. */
export function ChoiceButton({ digit, icon, title, say, testId, onPress }: ChoiceButtonProps) {
  return (
    <KeyButton className="choice choice-plain" neverByEnter testId={testId} onPress={onPress}>
      <Icon name={icon} size="row" />
      <span>
        <strong>{title}</strong>
        <span className="row">
          <kbd>{digit}</kbd>
          <span className="soft">{say}</span>
        </span>
      </span>
    </KeyButton>
  );
}
