import type { Locale } from '../../shared/domain/locale.ts';
import { LockGate } from '../cashier/lock-screen.tsx';
import { OverrideDialog } from '../cashier/override-dialog.tsx';
import { StatusStrip } from '../cashier/status-strip.tsx';
import { DeskProvider } from '../cashier/use-desk.ts';
import { OperatorsProvider } from '../cashier/use-operators.tsx';
import { createOperatorsStore, type OperatorsState, type OperatorsView } from '../stores/operators-store.ts';
import { createOverrideStore, type OverrideState } from '../stores/override-store.ts';
import { DeskScene, deskStoreOf, exhibitAtDesk, nowhere } from './desk-scene.tsx';
import type { Exhibit } from './exhibit.ts';
import { failure, noon, silentTill } from './samples.ts';

const people: OperatorsView['people'] = [
  { name: 'Jonas T.', role: 'technician', allows: [] },
  { name: 'Ona V.', role: 'supervisor', allows: ['lists', 'change', 'reports', 'close-day', 'people'] },
  { name: 'Rasa P.', role: 'cashier', allows: [] },
];
const locked: OperatorsView = {
  list: { kind: 'kept' },
  people,
  watchman: { kind: 'locked', at: noon, because: 'idle', last: { name: 'Rasa P.', role: 'cashier' } },
  may: [],
  shift: { since: noon - 4 * 3_600_000, by: 'Rasa P.' },
  lockAfterMs: 900_000,
};
const lost = (
  reason: Extract<OperatorsView['list'], { kind: 'lost' }>['reason'],
  setAside: string | null = null,
): OperatorsView => ({
  ...locked,
  list: { kind: 'lost', reason, setAside },
  people: [],
  watchman: { kind: 'locked', at: noon, because: 'start', last: null },
  shift: null,
});

function showLock(locale: Locale, state: Partial<OperatorsState>) {
  const operators = createOperatorsStore(silentTill);
  operators.setState({ view: locked, ...state });
  return (
    <DeskProvider store={deskStoreOf(locale)}>
      <LockGate
        store={operators}
        override={createOverrideStore(silentTill, () => [])}
        bands={null}
        strip={<StatusStrip tag={null} onOpenDevices={null} onOpenDoctor={nowhere} />}
        isTraining={false}
      >
        {null}
      </LockGate>
    </DeskProvider>
  );
}

const exhibit = (name: string, state: Partial<OperatorsState>, isOneOfMany?: true): Exhibit =>
  exhibitAtDesk(`lock/${name}`, (locale) => showLock(locale, state), { isOneOfMany });

/** The desk with its operator's name on the strip, and a supervisor asked for before it. */
function showOverride(locale: Locale, state: Partial<OverrideState>) {
  const operators = createOperatorsStore(silentTill);
  const operator = { name: 'Rasa P.', role: 'cashier' } as const;
  operators.setState({ view: { ...locked, watchman: { kind: 'unlocked', operator } } });
  const override = createOverrideStore(silentTill, () => []);
  override.setState(state);
  return (
    <DeskProvider store={deskStoreOf(locale)}>
      <OperatorsProvider store={operators}>
        <DeskScene />
        <OverrideDialog store={override} />
      </OperatorsProvider>
    </DeskProvider>
  );
}

const supervisors: OverrideState['people'] = [
  { name: 'Ona V.', role: 'supervisor', allows: ['print', 'change'] },
  { name: 'Vytautas K.', role: 'supervisor', allows: ['print', 'change'] },
];

const overrideExhibit = (name: string, state: Partial<OverrideState>): Exhibit =>
  exhibitAtDesk(`override/${name}`, (locale) => showOverride(locale, state));

const asked = { asked: 'change', people: supervisors } as const;

/** Every state of the lock, and of a supervisor's word. */
export const peopleExhibits: readonly Exhibit[] = [
  exhibit('choose', { chosen: null }),
  exhibit('pin', { chosen: 'Rasa P.' }),
  exhibit('pin-wrong', { chosen: 'Rasa P.', error: failure('operator.pin-wrong', { left: 4, waitMs: 0 }) }),
  exhibit('wait', { chosen: 'Rasa P.', error: failure('operator.wait', { waitMs: 1_740_000 }) }, true),
  exhibit('list-damaged', {
    view: lost('damaged', 'people.damaged-2026-11-20T06-00-00-000Z-1204.sqlite'),
  }),
  exhibit('list-missing', { view: lost('missing') }, true),
  exhibit('list-read-only', { view: lost('read-only') }),
  overrideExhibit('nobody-asked', {}),
  overrideExhibit('choose', asked),
  overrideExhibit('pin', { ...asked, chosen: 'Ona V.' }),
  overrideExhibit('pin-wrong', {
    ...asked,
    chosen: 'Ona V.',
    error: failure('operator.pin-wrong', { left: 4, waitMs: 0 }),
  }),
];
