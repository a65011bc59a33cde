import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { Icon } from './icons/icon.tsx';

interface TogglesProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly Value[];
  readonly chosen: readonly Value[];
  readonly testId: string;
  readonly onToggle: (value: Value) => void;
}

/** A few words beside each other, any of them chosen: one stop of Tab, arrows move inside. */
export function Toggles<Value extends string>({ label, choices, chosen, testId, onToggle }: TogglesProps<Value>) {
  return (
    <ToggleButtonGroup className="seg toggles" aria-label={label} selectionMode="multiple" selectedKeys={chosen}>
      {choices.map((choice) => (
        <ToggleButton key={choice} id={choice} data-testid={`${testId}-${choice}`} onPress={() => onToggle(choice)}>
          {chosen.includes(choice) ? <Icon name="check" bold /> : null}
          {choice}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
