import type { ReactNode } from 'react';
import type { CardFlow } from '../stores/card-flow.ts';
import { deskFocusMark } from '../ui/desk-focus.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { useDeskStore } from './use-desk.ts';
import { useFocusHere } from './use-focus-here.ts';

/** What the screen of one state of the flow is drawn from. */
export type In<Kind extends CardFlow['kind']> = { readonly flow: Extract<CardFlow, { kind: Kind }> };

/** Takes the keyboard when its step comes, so that Tab goes on from here and the step is read aloud. */
export function CardPlace({ children }: { readonly children: ReactNode }) {
  const place = useFocusHere();
  return (
    <div ref={place} {...deskFocusMark} tabIndex={-1} className="card-place">
      {children}
    </div>
  );
}

interface ChoiceProps {
  readonly digit: '1' | '2';
  readonly text: string;
  readonly testId: string;
  readonly onPress: () => void;
}

/** One of two ways to go on, by its digit; Enter takes neither. */
export function CardChoice({ digit, text, testId, onPress }: ChoiceProps) {
  return (
    <KeyButton className="btn wide" testId={testId} neverByEnter onPress={onPress}>
      <span>{text}</span>
      <kbd>{digit}</kbd>
    </KeyButton>
  );
}

/** Ends the flow without a code; `isNext`: nothing else helps now. */
export function ConfirmLater({ isNext = false }: { readonly isNext?: boolean }) {
  const texts = useTexts();
  const store = useDeskStore();
  return (
    <KeyButton
      className={isNext ? 'btn act wide' : 'btn wide'}
      testId="card-later"
      onPress={() => store.getState().confirmCardLater()}
    >
      <Icon name="mail" size="row" />
      <span>{texts.t('card/later')}</span>
      <kbd>F8</kbd>
    </KeyButton>
  );
}
