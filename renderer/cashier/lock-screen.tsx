import { type ReactNode, useEffect } from 'react';
import { isLocked, lostListOf, type OperatorsStore } from '../stores/operators-store.ts';
import type { OverrideStore } from '../stores/override-store.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { useStorePart } from '../ui/store-context.tsx';
import type { PageSurroundings } from '../ui/technician-page.tsx';
import { TillFrame } from '../ui/till-frame.tsx';
import { LostList } from './lost-list.tsx';
import { OverrideDialog } from './override-dialog.tsx';
import { PeopleList, PinPad } from './pin-pad.tsx';
import { OperatorsProvider } from './use-operators.tsx';

interface LockProps extends Omit<PageSurroundings, 'Dock'> {
  readonly store: OperatorsStore;
}

/**
 * Draws the desk, and before it the supervisor who is asked for; or in their place the lock: a locked station has nothing
 * else on the screen. F12 locks.
 */
export function LockGate({
  children,
  override,
  ...lock
}: LockProps & { readonly override: OverrideStore; readonly children: ReactNode }) {
  const { store } = lock;
  const locked = useStorePart(store, isLocked);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key === 'F12') {
        event.preventDefault();
        event.stopPropagation();
        if (!event.repeat && store.getState().view?.watchman.kind === 'unlocked') {
          void store.getState().lock('key');
        }
      }
    }
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [store]);
  return (
    <OperatorsProvider store={store}>
      {locked ? <LockScreen {...lock} /> : children}
      {locked ? null : <OverrideDialog store={override} />}
    </OperatorsProvider>
  );
}

function LockScreen({ store, ...around }: LockProps) {
  const chosen = useStorePart(store, (state) => state.chosen);
  const lost = useStorePart(store, lostListOf);
  return (
    <TillFrame {...around} dock={null} marks={{ 'data-screen-lock': '', 'data-testid': 'lock' }}>
      <main className="lock">
        <section className="who">
          <LockedSince store={store} />
        </section>
        <section className="do">
          {lost !== null ? (
            <LostList lost={lost} />
          ) : chosen === null ? (
            <ChooseOperator store={store} />
          ) : (
            <AskPin key={chosen} store={store} name={chosen} />
          )}
        </section>
      </main>
    </TillFrame>
  );
}

function LockedSince({ store }: { readonly store: OperatorsStore }) {
  const texts = useTexts();
  const view = useStorePart(store, (state) => state.view);
  const watchman = view?.watchman;
  if (watchman?.kind !== 'locked') {
    return null;
  }
  const { shift } = view as NonNullable<typeof view>;
  return (
    <div className="pad-in">
      <Icon name="lock" />
      <h1>{texts.t('lock/title')}</h1>
      <p>
        {shift === null ? null : `${texts.t('lock/shift', { time: texts.clock(shift.since), name: shift.by })} `}
        {texts.t(`lock/since/${watchman.because}`, { time: texts.clock(watchman.at) })}
      </p>
      <ul>
        <li>
          <Icon name="scanner" />
          <span>{texts.t('lock/noCards')}</span>
        </li>
        <li>
          <Icon name="card-waves" />
          <span>{texts.t('lock/ownCard')}</span>
        </li>
      </ul>
    </div>
  );
}

function ChooseOperator({ store }: { readonly store: OperatorsStore }) {
  const texts = useTexts();
  const people = useStorePart(store, (state) => state.view?.people ?? null);
  return (
    <div className="pad-in">
      <h2>{texts.t('lock/choose')}</h2>
      <PeopleList people={people ?? []} onChoose={(name) => store.getState().choose(name)} />
    </div>
  );
}

function AskPin({ store, name }: { readonly store: OperatorsStore; readonly name: string }) {
  const texts = useTexts();
  const isChecking = useStorePart(store, (state) => state.checking);
  const error = useStorePart(store, (state) => state.error);
  const hasOthers = useStorePart(store, (state) => (state.view?.people.length ?? 0) > 1);
  return (
    <PinPad
      name={name}
      error={error}
      isChecking={isChecking}
      submit={texts.t('lock/unlock')}
      onPin={(pin) => void store.getState().unlock(pin)}
      onSomebodyElse={hasOthers ? () => store.getState().choose(null) : null}
    />
  );
}
