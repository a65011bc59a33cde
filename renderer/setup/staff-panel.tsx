import { useEffect, useRef } from 'react';
import type { StaffMember } from '../stores/office-staff-slice.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { AddForm, CardPart, PinForm, RoleChoice } from './staff-forms.tsx';
import { StaffOutcome } from './staff-outcome.tsx';
import { useOffice, useOfficeStore } from './use-office.ts';

/** Adds an operator, or changes the chosen one. */
export function StaffPanel() {
  const texts = useTexts();
  const panel = useOffice((state) => state.staffPanel);
  const staff = useOffice((state) => state.staff);
  const name = 'name' in panel ? panel.name : null;
  const member = staff?.find((each) => each.name === name) ?? null;
  return (
    <section className="do" aria-label={texts.t('office/part/staff')} data-testid="staff-panel">
      <div className="pad-in devices-panel scrolls">
        {panel.kind === 'add' ? (
          <AddForm />
        ) : member === null ? (
          <NobodyChosen />
        ) : panel.kind === 'removing' ? (
          <RemoveMember name={member.name} />
        ) : (
          <MemberForm key={member.name} member={member} />
        )}
      </div>
    </section>
  );
}

function NobodyChosen() {
  const texts = useTexts();
  const store = useOfficeStore();
  const work = useOffice((state) => state.staffWork);
  return (
    <>
      <h2>{texts.t('office/part/staff')}</h2>
      <p className="soft">{texts.t('office/staff/choose')}</p>
      <StaffOutcome work={work} />
      <div className="foot">
        <KeyButton
          className="btn act wide"
          testId="staff-add"
          onPress={() => store.getState().showStaff({ kind: 'add' })}
        >
          <Icon name="plus" size="row" />
          <span>{texts.t('office/staff/add')}</span>
          <kbd>F9</kbd>
        </KeyButton>
      </div>
    </>
  );
}

function MemberForm({ member }: { readonly member: StaffMember }) {
  const texts = useTexts();
  const store = useOfficeStore();
  const work = useOffice((state) => state.staffWork);
  const { name, role, isDisabled, hasCard } = member;
  return (
    <>
      <h2>{name}</h2>
      <StaffOutcome work={work} />
      <RoleChoice value={role} onChoose={(chosen) => void store.getState().changeRole(chosen)} />
      <PinForm />
      <CardPart hasCard={hasCard} mayUse />
      <div className="office-pair even">
        <KeyButton
          className="btn"
          testId="staff-disable"
          onPress={() => void store.getState().setDisabled(!isDisabled)}
        >
          <Icon name={isDisabled ? 'check' : 'forbidden'} size="row" />
          <span>{texts.t(isDisabled ? 'office/staff/enable' : 'office/staff/disable')}</span>
        </KeyButton>
        <KeyButton
          className="btn"
          testId="staff-remove"
          onPress={() => store.getState().showStaff({ kind: 'removing', name })}
        >
          <Icon name="cross" size="row" />
          <span>{texts.t('office/staff/remove')}</span>
        </KeyButton>
      </div>
    </>
  );
}

function RemoveMember({ name }: { readonly name: string }) {
  const texts = useTexts();
  const store = useOfficeStore();
  const work = useOffice((state) => state.staffWork);
  const place = useRef<HTMLDivElement>(null);
  // Whoever presses Enter by habit removes nobody.
  useEffect(() => place.current?.querySelector('button')?.focus({ preventScroll: true }), []);
  return (
    <>
      <h2>{texts.t('office/staff/removeAsk', { name })}</h2>
      <p>{texts.t('office/staff/removeSay')}</p>
      <StaffOutcome work={work} />
      <div className="foot" ref={place}>
        <KeyButton className="btn wide" testId="remove-no" onPress={() => store.getState().stepBack()}>
          <Icon name="back" size="row" />
          <span>{texts.t('office/staff/removeNo')}</span>
          <kbd>Esc</kbd>
        </KeyButton>
        <KeyButton className="btn act wide" testId="remove-yes" onPress={() => void store.getState().removeMember()}>
          <Icon name="cross" size="row" />
          <span>{texts.t('office/staff/removeYes')}</span>
        </KeyButton>
      </div>
    </>
  );
}
