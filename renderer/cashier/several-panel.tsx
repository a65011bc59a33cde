import { useEffect, useRef } from 'react';
import type { FoundPerson, SeveralResult } from '../stores/account-flows.ts';
import { mostSeveral } from '../stores/account-several-slice.ts';
import { deskFocusMark } from '../ui/desk-focus.ts';
import type { Texts } from '../ui/i18n/i18n.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { ErrorFacts, ErrorSteps } from './error-steps.tsx';
import { findRuleText } from './find-rule.ts';
import { useDesk, useDeskStore } from './use-desk.ts';
import { deskFields } from './use-desk-keys.ts';

/** Several people by their e-mails and phones at once; one of those found is chosen to be served. */
export function SeveralPanel() {
  const texts = useTexts();
  const result = useDesk((state) => state.several.result);
  return (
    <section className="do" aria-label={texts.t('account/several/title')} data-testid="several-panel">
      <div className="pad-in several">
        <h2>{texts.t('account/several/title')}</h2>
        <Field />
        <Result result={result} />
      </div>
    </section>
  );
}

function problemText(
  problem: { readonly line: number; readonly rule: string } | 'too-many' | null,
  texts: Texts,
): string | null {
  if (problem === null) {
    return null;
  }
  return problem === 'too-many'
    ? texts.t('account/several/tooMany', { most: mostSeveral })
    : texts.t('account/several/problem', { line: problem.line, rule: findRuleText(problem.rule, texts) });
}

function Field() {
  const texts = useTexts();
  const store = useDeskStore();
  const { text, problem, result } = useDesk((state) => state.several);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const note = problemText(problem, texts);
  const isSearching = result.kind === 'searching';
  const off = text.trim() === '' ? texts.t('account/several/label') : null;
  return (
    <form
      className="several-form"
      data-own-enter=""
      onSubmit={(event) => {
        event.preventDefault();
        void store.getState().searchSeveral();
      }}
    >
      <label htmlFor={deskFields.severalId} className="note soft">
        {texts.t('account/several/label')}
      </label>
      <textarea
        ref={field}
        {...deskFocusMark}
        id={deskFields.severalId}
        className={note === null ? 'several-field' : 'several-field wrong'}
        data-testid="several"
        aria-invalid={note !== null}
        aria-describedby="several-note"
        autoComplete="off"
        spellCheck={false}
        rows={4}
        value={text}
        onChange={(event) => store.getState().writeSeveral(event.target.value)}
        onKeyDown={(event) => {
          // Enter begins the next line; with Control it searches, as everywhere that lines are written.
          if (event.key === 'Enter' && event.ctrlKey) {
            event.currentTarget.form?.requestSubmit();
          }
        }}
      />
      <p id="several-note" className={note === null ? 'note soft' : 'note wrong'} aria-live="assertive">
        {note ?? texts.t('account/several/say', { most: mostSeveral })}
      </p>
      <KeyButton
        className={off === null && result.kind !== 'found' ? 'btn act wide' : 'btn wide'}
        testId="several-go"
        offReason={isSearching ? texts.t('account/several/searching') : off}
        onPress={() => void store.getState().searchSeveral()}
      >
        <Icon name={isSearching ? 'working' : 'search'} size="row" />
        <span>{texts.t(isSearching ? 'account/several/searching' : 'account/several/go')}</span>
        <kbd>Ctrl Enter</kbd>
      </KeyButton>
    </form>
  );
}

function Result({ result }: { readonly result: SeveralResult }) {
  const texts = useTexts();
  switch (result.kind) {
    case 'failed': {
      const text = texts.error(result.error.code);
      return (
        <div className="inline-trouble" role="alert" data-testid="error" data-code={result.error.code}>
          <div className="hatch" />
          <div>
            <h3>{text.title}</h3>
            <p>{text.what}</p>
            <ErrorSteps error={result.error} plain={result.error.code === 'wallet.access-revoked'} />
            <ErrorFacts error={result.error} />
          </div>
        </div>
      );
    }
    case 'found':
      return <Found result={result} />;
    default:
      return null;
  }
}

function Found({ result }: { readonly result: Extract<SeveralResult, { kind: 'found' }> }) {
  const texts = useTexts();
  const asked = result.emails.length + result.phones.length;
  const summary =
    result.people.length === 0
      ? texts.t('account/several/nobody')
      : texts.t('account/several/found', { found: result.people.length, asked });
  return (
    <>
      <p className="label strong" role="status" data-testid="several-count">
        {summary}
      </p>
      {/* A long result scrolls: whoever has no pointer must reach it too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section className="found" aria-label={summary} tabIndex={0}>
        {result.people.map((person) => (
          <Person
            key={`${person.by} ${person.index}`}
            person={person}
            asked={(person.by === 'email' ? result.emails : result.phones)[person.index] ?? ''}
          />
        ))}
      </section>
    </>
  );
}

function Person({ person, asked }: { readonly person: FoundPerson; readonly asked: string }) {
  const texts = useTexts();
  const store = useDeskStore();
  return (
    <div className="person-found" data-testid="found-person">
      <span>
        <b>{person.maskedName ?? texts.t('customer/noName')}</b>
        <small>{asked}</small>
        <small>
          {texts.t('customer/wallet')} {person.walletId}
        </small>
      </span>
      <KeyButton
        className="btn"
        testId={`serve-${person.walletId}`}
        label={`${texts.t('account/several/serve')}: ${person.maskedName ?? asked}`}
        onPress={() => void store.getState().serveFound(person.walletId)}
      >
        <Icon name="person-check" size="row" />
        <span>{texts.t('account/several/serve')}</span>
      </KeyButton>
    </div>
  );
}
