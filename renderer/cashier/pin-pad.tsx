import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { OperatorView } from '../stores/operators-store.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { pinProblem } from '../ui/pin-problem.ts';

/** Everybody who may be chosen, each as a key. */
export function PeopleList(props: {
  readonly people: readonly OperatorView[];
  readonly onChoose: (name: string) => void;
}) {
  const texts = useTexts();
  return (
    <ul className="lock-people">
      {props.people.map(({ name, role }) => (
        <li key={name}>
          <button type="button" className="btn wide" onClick={() => props.onChoose(name)}>
            <span className="strong">{name}</span>
            <span className="soft">{texts.t(`lock/role/${role}`)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

const padRows = ['789', '456', '123'] as const;

interface PinPadProps {
  readonly name: string;
  readonly error: AppError | null;
  readonly isChecking: boolean;
  /** What giving the PIN does. */
  readonly submit: string;
  readonly onPin: (pin: string) => void;
  /** Null where nobody else could be chosen. */
  readonly onSomebodyElse: (() => void) | null;
}

/** The PIN lives in this field until it is sent, and nowhere else. */
export function PinPad({ name, error, isChecking, submit, onPin, onSomebodyElse }: PinPadProps) {
  const texts = useTexts();
  const [pin, setPin] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  function send(event: FormEvent): void {
    event.preventDefault();
    if (pin !== '' && !isChecking) {
      setPin('');
      onPin(pin);
    }
  }
  const digit = (sign: string, className?: string) => (
    <button key={sign} type="button" className={className} onClick={() => setPin((before) => before + sign)}>
      {sign}
    </button>
  );
  return (
    <form className="pad-in" onSubmit={send}>
      <div className="row spread">
        <h2>{texts.t('lock/pinOf', { name })}</h2>
        {onSomebodyElse === null ? null : (
          <button type="button" className="btn" onClick={onSomebodyElse}>
            {texts.t('lock/notMe')}
          </button>
        )}
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
      <p id="lock-problem" className="row" role="alert" data-testid="lock-problem">
        {error === null ? null : <Icon name="alert" />}
        <span>{error === null ? null : pinProblem(error, texts)}</span>
      </p>
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
        <button type="submit" className="go" aria-disabled={pin === '' || isChecking} data-testid="unlock">
          {submit}
          <kbd>Enter</kbd>
        </button>
        {digit('0', 'z')}
      </div>
    </form>
  );
}
