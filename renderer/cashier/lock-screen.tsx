import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { isLocked, lostListOf, type OperatorsState, type OperatorsStore } from '../stores/operators-store.ts';
import type { OverrideStore } from '../stores/override-store.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { LostList } from './lost-list.tsx';
import { OverrideDialog } from './override-dialog.tsx';
import { PeopleList, PinPad } from './pin-pad.tsx';
import { OperatorsProvider } from './use-operators.tsx';

interface LockProps {
  readonly store: OperatorsStore;
  readonly bands: ReactNode;
  readonly strip: ReactNode;
  readonly isTraining: boolean;
}

function useOperators<T>(store: OperatorsStore, select: (state: OperatorsState) => T): T {
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
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
  const locked = useOperators(store, isLocked);
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

function LockScreen({ store, bands, strip, isTraining }: LockProps) {
  const chosen = useOperators(store, (state) => state.chosen);
  const lost = useOperators(store, lostListOf);
  return (
    <div className={isTraining ? 'till training' : 'till'} data-screen-lock="" data-testid="lock">
      <header className="bands">{bands}</header>
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
      {strip}
    </div>
  );
}

function LockedSince({ store }: { readonly store: OperatorsStore }) {
  const texts = useTexts();
  const view = useOperators(store, (state) => state.view);
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
  const people = useOperators(store, (state) => state.view?.people ?? null);
  return (
    <div className="pad-in">
      <h2>{texts.t('lock/choose')}</h2>
      <PeopleList people={people ?? []} onChoose={(name) => store.getState().choose(name)} />
    </div>
  );
}

function AskPin({ store, name }: { readonly store: OperatorsStore; readonly name: string }) {
  const texts = useTexts();
  const isChecking = useOperators(store, (state) => state.checking);
  const error = useOperators(store, (state) => state.error);
  const hasOthers = useOperators(store, (state) => (state.view?.people.length ?? 0) > 1);
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
