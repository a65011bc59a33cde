import type { DirectionChoice as Direction } from '../stores/account-flows.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Segment } from '../ui/segment.tsx';

interface DirectionChoiceProps {
  /** Operations and payments have words of their own. */
  readonly of: 'account/direction' | 'account/payments/direction';
  readonly value: Direction;
  readonly onChoose: (direction: Direction) => void;
}

/** Everything, what came, or what went. */
export function DirectionChoice({ of, value, onChoose }: DirectionChoiceProps) {
  const texts = useTexts();
  return (
    <Segment
      label={texts.t('account/direction/label')}
      value={value}
      choices={[
        { value: 'all', text: texts.t(`${of}/all`), testId: 'direction-all' },
        { value: 'in', text: texts.t(`${of}/in`), icon: 'arrow-in', testId: 'direction-in' },
        { value: 'out', text: texts.t(`${of}/out`), icon: 'arrow-out', testId: 'direction-out' },
      ]}
      onChoose={onChoose}
    />
  );
}
