import { useEffect, useRef } from 'react';
import { Toolbar } from 'react-aria-components';
import {
  chooseMore,
  devicesDigit,
  doctorSign,
  type MoreEntry,
  moreEntries,
  moreState,
  officeDigit,
} from '../stores/more-entries.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import type { IconName } from '../ui/icons/strokes.ts';
import { KeyButton } from '../ui/key-button.tsx';
import { useDesk, useDeskStore } from './use-desk.ts';

const icons: Readonly<Record<MoreEntry, IconName>> = {
  receipt: 'printer',
  pending: 'clock',
  reserved: 'lock',
  relate: 'card',
  favourites: 'heart',
  description: 'edit',
  several: 'people',
  keys: 'question',
};

/** F10: what has no key of its own. Each has a digit; arrows move, Enter chooses. */
export function MorePanel({
  onOpenDevices,
  onOpenOffice,
  onOpenDoctor,
}: {
  readonly onOpenDevices: () => void;
  /** Null where the office is not for whoever is here. */
  readonly onOpenOffice: (() => void) | null;
  readonly onOpenDoctor: () => void;
}) {
  const texts = useTexts();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true }), []);
  return (
    <section className="do" aria-label={texts.t('account/more/title')} data-testid="more-panel">
      <div className="pad-in more-in" ref={place}>
        <div className="row between">
          <h2>{texts.t('account/more/title')}</h2>
          <kbd>F10</kbd>
        </div>
        <Toolbar className="more-list" orientation="vertical" aria-label={texts.t('account/more/title')}>
          {moreEntries.map((entry, index) => (
            <Entry key={entry} entry={entry} digit={index + 1} />
          ))}
          {/* Pages of their own, for technicians and supervisors: beside each other, so that the menu never scrolls. */}
          <div className="more-pages">
            <KeyButton className="btn" testId="more-devices" onPress={onOpenDevices}>
              <span>{texts.t('devices/open')}</span>
              <kbd>{devicesDigit}</kbd>
            </KeyButton>
            {onOpenOffice === null ? null : (
              <KeyButton className="btn" testId="more-office" onPress={onOpenOffice}>
                <span>{texts.t('office/moreOpen')}</span>
                <kbd>{officeDigit}</kbd>
              </KeyButton>
            )}
            <KeyButton className="btn" testId="more-doctor" onPress={onOpenDoctor}>
              <span>{texts.t('doctor/open')}</span>
              <kbd>{doctorSign}</kbd>
            </KeyButton>
          </div>
        </Toolbar>
      </div>
    </section>
  );
}

function Entry({ entry, digit }: { readonly entry: MoreEntry; readonly digit: number }) {
  const texts = useTexts();
  const store = useDeskStore();
  const off = useDesk((state) => moreState(state, entry).off);
  return (
    <KeyButton
      className="btn wide"
      testId={`more-${entry}`}
      offReason={off === null ? null : texts.t(`keys/off/${off}`)}
      onPress={() => chooseMore(store.getState(), entry)}
    >
      <Icon name={icons[entry]} size="row" />
      <span>{texts.t(`account/more/${entry}`)}</span>
      <kbd>{digit}</kbd>
    </KeyButton>
  );
}
