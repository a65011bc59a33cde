interface CheckProps {
  readonly label: string;
  readonly testId: string;
  readonly isOn: boolean;
  readonly onChange: (on: boolean) => void;
}

/** Something that is wanted or not. */
export function SetupCheck({ label, testId, isOn, onChange }: CheckProps) {
  return (
    <label className="setup-check">
      <input type="checkbox" data-testid={testId} checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}
