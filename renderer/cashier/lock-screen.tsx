import { type FormEvent, type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { isLocked, lostListOf, type OperatorsState, type OperatorsStore } from '../stores/operators-store.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { LostList } from './lost-list.tsx';

interface LockProps {
  readonly store: OperatorsStore;
  readonly bands: ReactNode;
  readonly strip: ReactNode;
  readonly isTraining: boolean;
}

function useOperators<T>(store: OperatorsStore, select: (state: OperatorsState) => T): T {
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}

/** Draws the desk, or in its place the lock: a locked station has nothing else on the screen. F12 locks. */
export function LockGate({ children, ...lock }: LockProps & { readonly children: ReactNode }) {
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
  return locked ? <LockScreen {...lock} /> : children;
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
      <ul className="lock-people">
        {(people ?? []).map(({ name, role }) => (
          <li key={name}>
            <button type="button" className="btn wide" onClick={() => store.getState().choose(name)}>
              <span className="strong">{name}</span>
              <span className="soft">{texts.t(`lock/role/${role}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

const padRows = ['789', '456', '123'] as const;

/** The PIN lives in this field until it is sent, and nowhere else. */
function AskPin({ store, name }: { readonly store: OperatorsStore; readonly name: string }) {
  const texts = useTexts();
  const [pin, setPin] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const checking = useOperators(store, (state) => state.checking);
  const hasOthers = useOperators(store, (state) => (state.view?.people.length ?? 0) > 1);
  useEffect(() => field.current?.focus(), []);
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (pin !== '') {
      setPin('');
      void store.getState().unlock(pin);
    }
  }
  const digit = (sign: string, className?: string) => (
    <button key={sign} type="button" className={className} onClick={() => setPin((before) => before + sign)}>
      {sign}
    </button>
  );
  return (
    <form className="pad-in" onSubmit={submit}>
      <div className="row spread">
        <h2>{texts.t('lock/pinOf', { name })}</h2>
        {hasOthers ? (
          <button type="button" className="btn" onClick={() => store.getState().choose(null)}>
            {texts.t('lock/notMe')}
          </button>
        ) : null}
      </div>
      <input
        ref={field}
        className="lock-pin"
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        aria-label={texts.t('lock/pinOf', { name })}
        aria-describedby="lock-problem"
        data-testid="pin"
        value={pin}
        onChange={(event) => setPin(event.target.value.replace(/[^0-9]/g, ''))}
      />
      <LockProblem store={store} />
      {/* biome-ignore lint/a11y/useSemanticElements: a pad of keys, not a set of fields */}
      <div className="pad" role="group" aria-label={texts.t('enough/pad')}>
        {[...padRows[0]].map((sign) => digit(sign))}
        <button
          type="button"
          className="fn"
          aria-label={texts.t('lock/back')}
          onClick={() => setPin((before) => before.slice(0, -1))}
        >
          <Icon name="backspace" />
        </button>
        {[...padRows[1]].map((sign) => digit(sign))}
        <button type="button" className="fn" onClick={() => setPin('')}>
          {texts.t('lock/clear')}
        </button>
        {[...padRows[2]].map((sign) => digit(sign))}
        <button type="submit" className="go" aria-disabled={pin === '' || checking} data-testid="unlock">
          {texts.t('lock/unlock')}
          <kbd>Enter</kbd>
        </button>
        {digit('0', 'z')}
      </div>
    </form>
  );
}

/** What was wrong, with the tries that are left or the time to wait. */
function LockProblem({ store }: { readonly store: OperatorsStore }) {
  const texts = useTexts();
  const error = useOperators(store, (state) => state.error);
  const left = Number(error?.details?.left ?? 0);
  const seconds = Math.ceil(Number(error?.details?.waitMs ?? 0) / 1_000);
  const say =
    error === null
      ? null
      : error.code === 'operator.pin-wrong' && seconds === 0
        ? texts.t('lock/wrong', { left: String(left) })
        : error.code === 'operator.wait' || error.code === 'operator.pin-wrong'
          ? seconds < 120
            ? texts.t('lock/wait', { seconds: String(seconds) })
            : texts.t('lock/waitMinutes', { minutes: String(Math.ceil(seconds / 60)) })
          : texts.error(error.code).title;
  return (
    <p id="lock-problem" className="row" role="alert" data-testid="lock-problem">
      {say === null ? null : <Icon name="alert" />}
      <span>{say}</span>
    </p>
  );
}
