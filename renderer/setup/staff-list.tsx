import type { StaffMember } from '../stores/office-staff-slice.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { OfficeScroll } from './office-parts.tsx';
import { useOffice, useOfficeStore } from './use-office.ts';

/** Everybody who can unlock this station, and those who may not for now. */
export function StaffList() {
  const texts = useTexts();
  const staff = useOffice((state) => state.staff);
  const title = texts.t('office/part/staff');
  return (
    <>
      <h1 className="devices-title">{title}</h1>
      <OfficeScroll label={title} testId="staff">
        {staff?.length === 0 ? (
          <div className="office-section" data-testid="no-staff">
            <p>
              <b>{texts.t('office/staff/none')}</b>
            </p>
            <p className="note soft">{texts.t('office/staff/noneSay')}</p>
          </div>
        ) : null}
        <ul className="office-list">
          {(staff ?? []).map((member) => (
            <Member key={member.name} member={member} />
          ))}
        </ul>
      </OfficeScroll>
    </>
  );
}

function Member({ member }: { readonly member: StaffMember }) {
  const texts = useTexts();
  const store = useOfficeStore();
  const { name, role, isDisabled, hasCard, waitMs } = member;
  const isChosen = useOffice(({ staffPanel: panel }) => 'name' in panel && panel.name === name);
  return (
    <li>
      <button
        type="button"
        className="office-member"
        aria-pressed={isChosen}
        data-testid="member"
        data-disabled={isDisabled}
        onClick={() => store.getState().showStaff({ kind: 'member', name })}
      >
        <span>
          <strong>{name}</strong>
          <span className="note soft">
            {texts.t(`lock/role/${role}`)}, {texts.t(hasCard ? 'office/staff/hasCard' : 'office/staff/noCard')}
          </span>
        </span>
        {isDisabled ? (
          <span className="office-mark">
            <Icon name="forbidden" size="row" />
            {texts.t('office/staff/disabled')}
          </span>
        ) : waitMs > 0 ? (
          <span className="office-mark">
            <Icon name="clock" size="row" />
            {texts.t('office/staff/waits', { minutes: Math.ceil(waitMs / 60_000) })}
          </span>
        ) : null}
      </button>
    </li>
  );
}
