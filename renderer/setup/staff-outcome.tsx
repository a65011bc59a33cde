import type { StaffWork } from '../stores/office-staff-slice.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { OfficeBusy, OfficeDone } from './office-parts.tsx';

/** What became of a change of the list. */
export function StaffOutcome({ work }: { readonly work: StaffWork }) {
  const texts = useTexts();
  switch (work.kind) {
    case 'idle':
      return null;
    case 'working':
      return <OfficeBusy>{texts.t('office/staff/working')}</OfficeBusy>;
    case 'done':
      return (
        <OfficeDone testId="staff-done">{texts.t(`office/staff/done/${work.what}`, { name: work.name })}</OfficeDone>
      );
    case 'failed':
      return <ErrorNote testId="staff-error" error={work.error} />;
  }
}
