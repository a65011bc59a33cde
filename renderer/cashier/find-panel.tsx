import { Radio, RadioGroup } from 'react-aria-components';
import { cardIssuers, type IdentifierKind } from '../../shared/domain/identifier.ts';
import { hasCountry } from '../stores/find-slice.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import type { IconName } from '../ui/icons/strokes.ts';
import { KeyButton } from '../ui/key-button.tsx';
import { Segment } from '../ui/segment.tsx';
import { findRuleText } from './find-rule.ts';
import { useDesk, useDeskStore } from './use-desk.ts';
import { deskFields } from './use-desk-keys.ts';

const kinds: readonly { readonly kind: IdentifierKind; readonly icon: IconName }[] = [
  { kind: 'phone', icon: 'phone' },
  { kind: 'email', icon: 'mail' },
  { kind: 'card', icon: 'card' },
  { kind: 'barcode', icon: 'scanner' },
  { kind: 'account-number', icon: 'wallet' },
  { kind: 'wallet', icon: 'hash' },
  { kind: 'person-code', icon: 'person-check' },
  { kind: 'company-code', icon: 'till' },
  { kind: 'licence-plate', icon: 'hash' },
  { kind: 'user', icon: 'hash' },
];

/** Finds a customer by what they can say or show. One field; what it holds is chosen below it. */
export function FindPanel() {
  const texts = useTexts();
  return (
    <section className="do" aria-label={texts.t('find/title')}>
      <div className="pad-in find-panel">
        <div className="row between">
          <h2>{texts.t('find/title')}</h2>
          <kbd>F2</kbd>
        </div>
        <FindField />
        <FindKinds />
      </div>
    </section>
  );
}

function FindField() {
  const texts = useTexts();
  const store = useDeskStore();
  const find = useDesk((state) => state.find);
  const problem =
    find.problem !== null
      ? findRuleText(find.problem, texts)
      : find.error === null
        ? null
        : texts.error(find.error.code).title;
  const isEmpty = find.text.trim() === '';
  return (
    <>
      <div className={problem === null ? 'find' : 'find wrong'}>
        <input
          id={deskFields.findId}
          data-testid="find"
          aria-label={texts.t('find/label')}
          aria-invalid={problem !== null}
          aria-describedby="find-note"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={254}
          placeholder={texts.t('find/placeholder')}
          value={find.text}
          onChange={(event) => store.getState().writeFind(event.target.value)}
        />
        <KeyButton
          className={isEmpty ? 'btn' : 'btn act'}
          testId="find-go"
          offReason={isEmpty ? texts.t(`find/example/${find.kind}`) : null}
          onPress={() => void store.getState().submitFind()}
        >
          <span>{texts.t('find/go')}</span>
          <kbd>Enter</kbd>
        </KeyButton>
      </div>
      <p id="find-note" className={problem === null ? 'find-note soft' : 'find-note wrong'} aria-live="assertive">
        {problem ?? texts.t(`find/example/${find.kind}`)}
      </p>
    </>
  );
}

function FindKinds() {
  const texts = useTexts();
  const store = useDeskStore();
  const kind = useDesk((state) => state.find.kind);
  const issuer = useDesk((state) => state.find.issuer);
  return (
    <>
      <RadioGroup
        className="kinds"
        aria-label={texts.t('find/as')}
        value={kind}
        onChange={(chosen) => {
          const next = kinds.find((candidate) => candidate.kind === chosen);
          if (next !== undefined) {
            store.getState().chooseFindKind(next.kind);
          }
        }}
      >
        {kinds.map((row) => (
          <Radio key={row.kind} value={row.kind} className="kind" data-testid={`find-kind-${row.kind}`}>
            <Icon name={row.icon} />
            <b>{texts.t(`find/kind/${row.kind}`)}</b>
          </Radio>
        ))}
      </RadioGroup>
      {kind === 'card' ? (
        <div className="issuer">
          <span className="soft note">{texts.t('find/issuer')}</span>
          <Segment
            label={texts.t('find/issuer')}
            value={issuer}
            choices={cardIssuers.map((value) => ({
              value,
              text: texts.t(`find/issuers/${value}`),
              testId: `find-issuer-${value}`,
            }))}
            onChoose={(chosen) => store.getState().chooseFindIssuer(chosen)}
          />
        </div>
      ) : null}
      {hasCountry(kind) ? <CountryField /> : null}
    </>
  );
}

function CountryField() {
  const texts = useTexts();
  const store = useDeskStore();
  const country = useDesk((state) => state.find.country);
  return (
    <label className="issuer">
      <span className="soft note">{texts.t('find/country')}</span>
      <input
        className="country"
        data-testid="find-country"
        autoComplete="off"
        spellCheck={false}
        maxLength={2}
        value={country.toUpperCase()}
        onChange={(event) => store.getState().writeFindCountry(event.target.value)}
      />
    </label>
  );
}
