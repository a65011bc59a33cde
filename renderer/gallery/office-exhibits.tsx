import type { Locale } from '../../shared/domain/locale.ts';
import { DeskProvider } from '../cashier/use-desk.ts';
import { OfficePage } from '../setup/office-page.tsx';
import { OfficeProvider } from '../setup/use-office.ts';
import type { ReportView } from '../stores/office-reports-slice.ts';
import type { StaffMember } from '../stores/office-staff-slice.ts';
import { createOfficeStore, type OfficeState } from '../stores/office-store.ts';
import { deskStoreOf, exhibitAtDesk, surroundingsOf } from './desk-scene.tsx';
import type { Exhibit } from './exhibit.ts';
import { failure, noon, silentTill } from './samples.ts';

const shiftReport: ReportView = {
  kind: 'x',
  number: null,
  atMs: noon,
  fromEntry: 1_204,
  toEntry: 1_391,
  endHash: null,
  totals: {
    firstAtMs: noon - 4 * 3_600_000,
    lastAtMs: noon - 60_000,
    byOperation: [
      { operation: 'wallet.find', outcome: 'done', count: 84 },
      { operation: 'wallet.find', outcome: 'failed', count: 3 },
      { operation: 'pending-payment.accept', outcome: 'not-settled', count: 1 },
      { operation: 'receipt.print', outcome: 'printed', count: 31 },
      { operation: 'scan.reject', outcome: 'noted', count: 2 },
    ],
    prints: { printed: 31, notPrinted: 2, unknown: 1 },
    failures: [
      { error: 'printer.paper-out', count: 2 },
      { error: 'api.no-network', count: 3 },
    ],
    overrides: [{ operation: 'pending-payment.cancel', operator: 'Rasa P.', approver: 'Ona V.', count: 1 }],
    durations: [
      { operation: 'wallet.find', meanMs: 184, longestMs: 2_310 },
      { operation: 'receipt.print', meanMs: 1_420, longestMs: 6_004 },
    ],
    byOperator: [
      { operator: 'Ona V.', count: 12 },
      { operator: 'Rasa P.', count: 175 },
    ],
    open: 1,
  },
};
const close: ReportView = { ...shiftReport, kind: 'z', number: 12, endHash: '0123456789abcdef'.repeat(4) };
const emptyReport: ReportView = {
  ...shiftReport,
  fromEntry: 1,
  toEntry: 0,
  totals: {
    ...{ firstAtMs: null, lastAtMs: null, byOperation: [], failures: [], overrides: [], byOperator: [], open: 0 },
    prints: { printed: 0, notPrinted: 0, unknown: 0 },
  },
};

const staff: readonly StaffMember[] = [
  { name: 'Jonas T.', role: 'technician', isDisabled: true, hasCard: false, waitMs: 0 },
  { name: 'Ona V.', role: 'supervisor', isDisabled: false, hasCard: true, waitMs: 0 },
  { name: 'Rasa P.', role: 'cashier', isDisabled: false, hasCard: false, waitMs: 1_740_000 },
];
const outcomes: OfficeState['outcomes'] = [
  {
    ...{ entry: 1_288, operation: 'receipt.print', atMs: noon - 600_000, operator: 'Rasa P.' },
    ...{ about: 'print', canBeAsked: false },
  },
  {
    ...{ entry: 1_301, operation: 'pending-payment.accept', atMs: noon - 480_000, operator: 'Ona V.' },
    ...{ about: 'change', canBeAsked: true },
  },
  {
    ...{ entry: 1_350, operation: 'description.set', atMs: noon - 240_000, operator: null },
    ...{ about: 'change', canBeAsked: false },
  },
];

function showOffice(locale: Locale, state: Partial<OfficeState>, isTraining: boolean) {
  const office = createOfficeStore(silentTill);
  office.setState({ isOpen: true, report: shiftReport, lastZ: 12, outcomes, staff, ...state });
  return (
    <DeskProvider store={deskStoreOf(locale, isTraining)}>
      <OfficeProvider store={office}>
        <OfficePage {...surroundingsOf(isTraining)} />
      </OfficeProvider>
    </DeskProvider>
  );
}

function exhibit(name: string, state: Partial<OfficeState>, more: { isTraining?: true; isOneOfMany?: true } = {}) {
  const { isTraining = false, ...how } = more;
  return exhibitAtDesk(`office/${name}`, (locale) => showOffice(locale, state, isTraining), how);
}

const failed = { kind: 'failed' } as const;
const oneOfMany = { isOneOfMany: true } as const;
const file = '/home/till/.local/share/wallet-till/reports/z-0012.csv';

/** Every state of the office. */
export const officeExhibits: readonly Exhibit[] = [
  exhibit('shift', {}),
  exhibit('shift-in-training', {}, { isTraining: true }),
  exhibit('shift-empty', { report: emptyReport, lastZ: 0 }),
  exhibit('reading', { report: null, reportWork: { kind: 'reading' } }, oneOfMany),
  exhibit('not-permitted', {
    ...{ report: null, lastZ: 0 },
    reportWork: { ...failed, what: 'read', error: failure('operator.not-permitted') },
  }),
  exhibit('close-confirming', { reportWork: { kind: 'confirming' } }),
  exhibit('close-closing', { reportWork: { kind: 'closing' } }, oneOfMany),
  exhibit('close-closed', { report: close, reportWork: { kind: 'closed', number: 12 } }),
  exhibit('printing', { reportWork: { kind: 'printing' } }, oneOfMany),
  exhibit('printed', { report: close, reportWork: { kind: 'printed', at: noon } }),
  exhibit('not-printed', { reportWork: { ...failed, what: 'print', error: failure('printer.paper-out') } }),
  exhibit(
    'print-unknown',
    { reportWork: { ...failed, what: 'print', error: failure('print.outcome-unknown') } },
    oneOfMany,
  ),
  exhibit('saved', { report: close, reportWork: { kind: 'saved', file } }),
  exhibit('not-saved', { reportWork: { ...failed, what: 'save', error: failure('report.not-saved') } }, oneOfMany),
  exhibit('outcomes', { part: 'outcomes' }),
  exhibit('outcomes-in-training', { part: 'outcomes' }, { isTraining: true, ...oneOfMany }),
  exhibit('outcomes-none', { part: 'outcomes', outcomes: [] }),
  exhibit('outcomes-looking', { part: 'outcomes', outcomesWork: { kind: 'looking' } }, oneOfMany),
  exhibit('outcomes-looked', { part: 'outcomes', outcomesWork: { kind: 'looked', settled: 1 } }),
  exhibit(
    'outcomes-failed',
    { part: 'outcomes', outcomesWork: { ...failed, error: failure('journal.entry-not-open') } },
    oneOfMany,
  ),
  exhibit('staff', { part: 'staff' }),
  exhibit('staff-nobody', { part: 'staff', staff: [] }),
  exhibit('staff-add', { part: 'staff', staffPanel: { kind: 'add' } }),
  exhibit('staff-add-card', {
    ...{ part: 'staff', staffPanel: { kind: 'add' }, staffCard: { kind: 'read', masked: '•••• 3154' } },
    staffWork: { ...failed, error: failure('operator.pin-too-short') },
  }),
  exhibit('staff-member', { part: 'staff', staffPanel: { kind: 'member', name: 'Ona V.' } }),
  exhibit('staff-member-awaits-card', {
    ...{ part: 'staff', staffPanel: { kind: 'member', name: 'Rasa P.' }, staffCard: { kind: 'awaited' } },
  }),
  exhibit('staff-changed', {
    ...{ part: 'staff', staffPanel: { kind: 'member', name: 'Jonas T.' } },
    staffWork: { kind: 'done', what: 'disabled', name: 'Jonas T.' },
  }),
  exhibit('staff-removing', { part: 'staff', staffPanel: { kind: 'removing', name: 'Jonas T.' } }),
  exhibit('staff-last-one', {
    ...{ part: 'staff', staffPanel: { kind: 'removing', name: 'Ona V.' } },
    staffWork: { ...failed, error: failure('operator.last-one') },
  }),
];
