import { type FormEvent, useEffect, useId, useState } from 'react';
import { type RoleName, roleNames } from '../../shared/domain/roles.ts';
import { pinsDiffer } from '../stores/office-staff-slice.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { Segment } from '../ui/segment.tsx';
import { Labelled, TextField, type TextInput, takeText, textOf, useTextInput } from '../ui/text-field.tsx';
import { StaffOutcome } from './staff-outcome.tsx';
import { useOffice, useOfficeStore } from './use-office.ts';

interface PinFieldsProps {
  readonly pin: TextInput;
  readonly again: TextInput;
  readonly differ: boolean;
  readonly label: string;
}

function PinFields({ pin, again, differ, label }: PinFieldsProps) {
  const texts = useTexts();
  const note = useId();
  const common = { isWrong: differ, notedBy: note, type: 'password', inputMode: 'numeric', maxLength: 12 } as const;
  return (
    <div className="labelled">
      <div className="office-pair even">
        <TextField label={label} testId="staff-pin" field={pin} {...common} />
        <TextField label={texts.t('office/staff/again')} testId="staff-pin-again" field={again} {...common} />
      </div>
      <p id={note} className={differ ? 'note wrong' : 'note soft'} aria-live="assertive" data-testid="pin-note">
        {texts.t(differ ? 'office/staff/differ' : 'office/staff/pinSay')}
      </p>
    </div>
  );
}

/** The PIN that was typed twice alike; both fields are empty afterwards, whatever was in them. */
function usePins() {
  const [pin, again] = [useTextInput(), useTextInput()];
  const [differ, setDiffer] = useState(false);
  function take(): string | null {
    const [one, two] = [takeText(pin), takeText(again)];
    const isWrong = pinsDiffer(one, two);
    setDiffer(isWrong);
    if (isWrong) {
      pin.current?.focus();
    }
    return isWrong ? null : one;
  }
  return { pin, again, differ, take };
}

export function RoleChoice(props: { readonly value: RoleName; readonly onChoose: (role: RoleName) => void }) {
  const texts = useTexts();
  return (
    <Labelled label={texts.t('office/staff/role')}>
      <Segment
        label={texts.t('office/staff/role')}
        value={props.value}
        choices={roleNames.map((role) => ({ value: role, text: texts.t(`lock/role/${role}`), testId: `role-${role}` }))}
        onChoose={props.onChoose}
      />
    </Labelled>
  );
}

export function AddForm() {
  const texts = useTexts();
  const store = useOfficeStore();
  const isFirst = useOffice((state) => state.staff?.length === 0);
  const work = useOffice((state) => state.staffWork);
  const [role, setRole] = useState<RoleName>(isFirst ? 'supervisor' : 'cashier');
  const [isNameless, setNameless] = useState(false);
  const name = useTextInput();
  const pins = usePins();
  useEffect(() => name.current?.focus(), [name]);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const typed = textOf(name);
    setNameless(typed === '');
    const pin = pins.take();
    if (typed !== '' && pin !== null) {
      void store.getState().addMember({ name: typed, role, pin });
    }
  }

  return (
    <form className="office-form" onSubmit={submit} data-testid="add-form">
      <h2>{texts.t('office/staff/add')}</h2>
      <TextField
        label={texts.t('office/staff/name')}
        note={texts.t(isNameless ? 'office/staff/nameWrong' : 'office/staff/nameSay')}
        isWrong={isNameless}
        testId="staff-name"
        maxLength={40}
        field={name}
      />
      <RoleChoice value={role} onChoose={setRole} />
      <PinFields {...pins} label={texts.t('office/staff/pin')} />
      <CardPart hasCard={false} mayUse={false} />
      <div className="foot">
        <StaffOutcome work={work} />
        <button type="submit" className="btn act wide" data-testid="staff-add-submit">
          <Icon name="plus" size="row" />
          <span>{texts.t('office/staff/add')}</span>
        </button>
      </div>
    </form>
  );
}

/** A new PIN for the chosen operator. */
export function PinForm() {
  const texts = useTexts();
  const store = useOfficeStore();
  const pins = usePins();
  function submit(event: FormEvent): void {
    event.preventDefault();
    const pin = pins.take();
    if (pin !== null) {
      void store.getState().changePin(pin);
    }
  }
  return (
    <form className="office-form" onSubmit={submit}>
      <PinFields {...pins} label={texts.t('office/staff/newPin')} />
      <button type="submit" className="btn wide" data-testid="staff-pin-submit">
        <Icon name="hash" size="row" />
        <span>{texts.t('office/staff/givePin')}</span>
      </button>
    </form>
  );
}

interface CardPartProps {
  readonly hasCard: boolean;
  /** The card is given by a press of its own; else with the rest of a form. */
  readonly mayUse: boolean;
}

/** An operator's own card, which main reads: only what is left of its number behind a mask comes here. */
export function CardPart({ hasCard, mayUse }: CardPartProps) {
  const texts = useTexts();
  const store = useOfficeStore();
  const card = useOffice((state) => state.staffCard);
  const { awaitCard, leaveCard, changeCard } = store.getState();
  return (
    <div className="labelled">
      <span className="note">{texts.t('office/staff/card')}</span>
      <p className="note soft" role="status" data-testid="staff-card" data-state={card.kind}>
        {card.kind === 'none'
          ? texts.t('office/staff/cardSay')
          : card.kind === 'read'
            ? texts.t('office/staff/read', { masked: card.masked })
            : texts.t(`office/staff/${card.kind}`)}
      </p>
      <div className="office-pair even">
        {card.kind === 'read' && mayUse ? (
          <KeyButton className="btn act" testId="card-use" onPress={() => void changeCard('read')}>
            <span>{texts.t('office/staff/useCard')}</span>
          </KeyButton>
        ) : (
          <KeyButton className="btn" testId="card-read" onPress={() => void awaitCard()}>
            <Icon name="card-waves" size="row" />
            <span>{texts.t('office/staff/readCard')}</span>
          </KeyButton>
        )}
        {card.kind !== 'none' ? (
          <KeyButton className="btn" testId="card-without" onPress={leaveCard}>
            <span>{texts.t('office/staff/withoutCard')}</span>
          </KeyButton>
        ) : hasCard ? (
          <KeyButton className="btn" testId="card-drop" onPress={() => void changeCard('none')}>
            <span>{texts.t('office/staff/dropCard')}</span>
          </KeyButton>
        ) : null}
      </div>
    </div>
  );
}
