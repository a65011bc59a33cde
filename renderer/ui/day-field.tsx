import { type CalendarDate, parseDate } from '@internationalized/date';
import { DateField, DateInput, DateSegment, Label } from 'react-aria-components';

interface DayFieldProps {
  readonly label: string;
  /** `2026-11-20`; null while none is chosen. */
  readonly value: string | null;
  readonly isWrong: boolean;
  readonly testId: string;
  readonly onChange: (day: string | null) => void;
}

/** A day typed in the order that its language writes it in. */
export function DayField({ label, value, isWrong, testId, onChange }: DayFieldProps) {
  return (
    <DateField<CalendarDate>
      className="day-field"
      data-testid={testId}
      value={value === null ? null : parseDate(value)}
      isInvalid={isWrong}
      shouldForceLeadingZeros
      onChange={(day) => onChange(day === null ? null : day.toString())}
    >
      <Label className="note soft">{label}</Label>
      <DateInput className="day-input">{(segment) => <DateSegment segment={segment} className="day-part" />}</DateInput>
    </DateField>
  );
}
