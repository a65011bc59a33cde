import { type OfficePart, type OfficeStore, officeParts } from '../stores/office-store.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { type PageKey, type PageSurroundings, TechnicianPage } from '../ui/technician-page.tsx';
import { OutcomesList, OutcomesPanel } from './outcomes-panel.tsx';
import { ReportPanel } from './report-panel.tsx';
import { ReportView } from './report-view.tsx';
import { StaffList } from './staff-list.tsx';
import { StaffPanel } from './staff-panel.tsx';
import { useOffice, useOfficeStore } from './use-office.ts';

const partCaps = { reports: 'F3', outcomes: 'F4', staff: 'F5' } as const satisfies Record<OfficePart, PageKey['cap']>;

type MainStep = Pick<PageKey, 'text' | 'icon' | 'run' | 'neverByEnter'>;

function mainStepOf(store: OfficeStore, part: OfficePart): MainStep {
  const { printReport, lookUp, showStaff } = store.getState();
  switch (part) {
    case 'reports':
      return { text: 'office/report/print', icon: 'printer', run: () => void printReport(), neverByEnter: true };
    case 'outcomes':
      return { text: 'office/outcomes/lookUp', icon: 'link', run: () => void lookUp() };
    case 'staff':
      return { text: 'office/staff/add', icon: 'plus', run: () => showStaff({ kind: 'add' }) };
  }
}

function keysOf(store: OfficeStore, here: OfficePart): readonly PageKey[] {
  const { show, stepBack } = store.getState();
  return [
    { cap: 'Esc', text: 'office/back', testId: 'office-back', run: stepBack },
    ...officeParts.map(
      (part): PageKey => ({
        cap: partCaps[part],
        text: `office/part/${part}`,
        testId: `office-${part}`,
        run: () => show(part),
        isHere: part === here,
      }),
    ),
    { cap: 'F9', testId: 'office-main', ...mainStepOf(store, here) },
  ];
}

/** What is done at a station beside serving: reports, outcomes that only somebody who looked can know, the operators. */
export function OfficePage(around: PageSurroundings) {
  const texts = useTexts();
  const store = useOfficeStore();
  const part = useOffice((state) => state.part);
  return (
    <TechnicianPage {...around} name="office" keys={keysOf(store, part)} marks={{ 'data-part': part }}>
      <Right part={part} />
      <section className="who office-who" aria-label={texts.t('office/title')}>
        <Left part={part} />
      </section>
    </TechnicianPage>
  );
}

function Left({ part }: { readonly part: OfficePart }) {
  switch (part) {
    case 'reports':
      return <ReportView />;
    case 'outcomes':
      return <OutcomesList />;
    case 'staff':
      return <StaffList />;
  }
}

function Right({ part }: { readonly part: OfficePart }) {
  switch (part) {
    case 'reports':
      return <ReportPanel />;
    case 'outcomes':
      return <OutcomesPanel />;
    case 'staff':
      return <StaffPanel />;
  }
}
