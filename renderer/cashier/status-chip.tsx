import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import type { ChipView } from './chip-words.ts';
import { useDesk, useDeskStore } from './use-desk.ts';

interface StatusChipProps {
  readonly chip: ChipView;
  readonly folded: boolean;
  readonly onOpenDoctor: (() => void) | null;
}

/** One part of the station on the strip; a press tells the cause, the next step, and lets it be checked again. */
export function StatusChip({ chip, folded, onOpenDoctor }: StatusChipProps) {
  const isCare = chip.state === 'care';
  const spoken = chip.note === null ? chip.name : isCare ? chip.note : `${chip.name}: ${chip.note}`;
  return (
    <DialogTrigger>
      <Button className="chip" data-state={chip.state} aria-label={spoken}>
        <Icon name={chip.icon} />
        {isCare ? (
          <span className="cause">{chip.note}</span>
        ) : (
          <span className={folded ? 'vh' : undefined}>
            {chip.name} {chip.note === null ? null : <b>{chip.note}</b>}
          </span>
        )}
        {isCare ? null : <i className="dot" />}
      </Button>
      <Popover className="menu-popover chip-popover" placement="bottom start" offset={0}>
        <Cause chip={chip} onOpenDoctor={onOpenDoctor} />
      </Popover>
    </DialogTrigger>
  );
}

function Cause({ chip, onOpenDoctor }: Pick<StatusChipProps, 'chip' | 'onOpenDoctor'>) {
  const texts = useTexts();
  const store = useDeskStore();
  const isChecking = useDesk((state) => state.checking);
  return (
    <Dialog className="chip-cause" data-testid="chip-cause">
      <Heading slot="title">{chip.name}</Heading>
      {/* It changes under the eyes of whoever puts the paper in. */}
      <div role="status">
        <p>{chip.say}</p>
        {chip.next === null ? null : <p className="note">{chip.next}</p>}
      </div>
      <Button className="btn" data-testid="check-again" onPress={() => void store.getState().checkAgain()}>
        {texts.t(isChecking ? 'station/checking' : 'station/checkAgain')}
      </Button>
      {onOpenDoctor === null ? null : (
        <Button className="btn" data-testid="chip-doctor" onPress={onOpenDoctor}>
          {texts.t('doctor/open')}
        </Button>
      )}
    </Dialog>
  );
}
