import { useState } from 'react';
import { Toolbar } from 'react-aria-components';
import type { DeskCommand } from '../stores/desk-commands.ts';
import { type KeyPlace, keyPlaces, keyState, printNote } from '../stores/desk-keys.ts';
import type { Panel } from '../stores/flows.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { useDesk, useDeskStore } from './use-desk.ts';
import { runFieldCommand } from './use-desk-keys.ts';

const caps: Readonly<Record<KeyPlace, string>> = {
  finish: 'Esc',
  find: 'F2',
  statement: 'F5',
  pending: 'F6',
  reserved: 'F7',
  relate: 'F8',
  print: 'F9',
  more: 'F10',
};

/** The list that a key opens: its key is drawn pressed while it is open. */
const panelOf: Partial<Readonly<Record<KeyPlace, Panel>>> = {
  statement: 'statements',
  pending: 'payments',
  reserved: 'reservations',
  more: 'more',
};

/** Beside the dock these fold into "More"; their keys stay where they are on the keyboard. */
const folded: readonly KeyPlace[] = ['pending', 'reserved', 'relate'];

interface KeyProps {
  readonly place: KeyPlace;
  readonly dockOpen: boolean;
  /** True when printing is the one next action and no other black block is on the screen. */
  readonly isNext: boolean;
  readonly onPress: (command: DeskCommand) => void;
  readonly onOffPress: (reason: string) => void;
}

function Key({ place, dockOpen, isNext, onPress, onOffPress }: KeyProps) {
  const texts = useTexts();
  const label = useDesk((state) => keyState(state, place).label);
  const off = useDesk((state) => keyState(state, place).off);
  const note = useDesk((state) => (place === 'print' ? printNote(state) : null));
  const isOpen = useDesk((state) => panelOf[place] === state.panel);
  const offReason = off === null ? null : texts.t(`keys/off/${off}`);
  const text = place === 'more' && dockOpen ? texts.t('keys/moreFolded') : texts.t(`keys/${label}`);
  const shared = { offReason, onOffPress, onPress: () => onPress(place), testId: testIds[place] };
  if (place === 'print') {
    return (
      <KeyButton {...shared} className={isNext && off === null ? 'key main act' : 'key main'} neverByEnter>
        <Icon name="printer" />
        <span className="name">
          {text}
          {note === null ? null : <small>{note}</small>}
        </span>
        <kbd>{caps[place]}</kbd>
      </KeyButton>
    );
  }
  return (
    <KeyButton {...shared} className={isOpen ? 'key open' : 'key'}>
      <kbd>{label === 'search' ? 'F3' : caps[place]}</kbd>
      <span>{text}</span>
    </KeyButton>
  );
}

const testIds: Readonly<Record<KeyPlace, string>> = {
  finish: 'finish',
  find: 'key-find',
  statement: 'key-statement',
  pending: 'key-pending',
  reserved: 'key-reserved',
  relate: 'key-relate',
  print: 'print',
  more: 'more',
};

/** The row under the hand, in the keyboard's own order. */
export function KeyBar({ dockOpen }: { readonly dockOpen: boolean }) {
  const texts = useTexts();
  const store = useDeskStore();
  const [reason, setReason] = useState('');
  const printIsNext = useDesk(
    (state) =>
      state.panel === 'none' &&
      state.print.kind === 'idle' &&
      state.customer.kind === 'identified' &&
      state.question.kind === 'idle' &&
      state.amount.text === '',
  );
  const isSearch = useDesk((state) => keyState(state, 'find').label === 'search');
  const places = dockOpen ? keyPlaces.filter((place) => !folded.includes(place)) : keyPlaces;
  return (
    <nav className="keys-nav" aria-label={texts.t('keys/label')}>
      <Toolbar className="keys" aria-label={texts.t('keys/label')}>
        {places.map((place) => (
          <Key
            key={place}
            place={place}
            dockOpen={dockOpen}
            isNext={printIsNext}
            onPress={(command) => {
              setReason('');
              // In a list the key of finding searches in it.
              runFieldCommand(store.getState(), isSearch && command === 'find' ? 'convert' : command);
            }}
            onOffPress={setReason}
          />
        ))}
      </Toolbar>
      <span className="vh" role="status">
        {reason}
      </span>
    </nav>
  );
}
