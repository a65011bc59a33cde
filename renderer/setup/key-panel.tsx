import { type FormEvent, type RefObject, useEffect, useState } from 'react';
import type { GivenTextName } from '../../shared/domain/given-text.ts';
import type { KeyDeskState, KeyStore, SecretsView } from '../stores/key-store.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { GivenTextField, type GivenTextHandle, givenOf, useGivenText } from '../ui/given-text-field.tsx';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { Segment } from '../ui/segment.tsx';
import { useStorePart } from '../ui/store-context.tsx';

type Kept = Extract<SecretsView, { kind: 'kept' }>;

/** Another key in the place of the station's: tried first, and the old one holds until the new one works. */
export function KeyPanel({ store }: { readonly store: KeyStore }) {
  const texts = useTexts();
  const view = useStorePart(store, (state) => state.view);
  useEffect(() => store.getState().leave, [store]);
  return (
    <section className="do" aria-label={texts.t('key/title')} data-testid="key-panel">
      <div className="pad-in devices-panel scrolls">
        <div className="row between">
          <h2>{texts.t('key/title')}</h2>
          <kbd>F7</kbd>
        </div>
        {view?.kind === 'kept' ? <Kept store={store} view={view} /> : null}
      </div>
    </section>
  );
}

function Kept({ store, view }: { readonly store: KeyStore; readonly view: Kept }) {
  const texts = useTexts();
  // Main lets go of a chosen file once it was used: its name must not stay here as if it were still there.
  const used = useStorePart(store, ({ replaced }) => replaced);
  return (
    <>
      <dl className="facts-list" data-testid="key-facts">
        <dt>{texts.t('key/by')}</dt>
        <dd>{texts.t(`key/way/${view.by}`)}</dd>
        <dt>{texts.t('key/keptIn')}</dt>
        <dd>{texts.t(`key/store/${view.store}`)}</dd>
      </dl>
      {view.fixed === null ? (
        <KeyForm key={used} store={store} view={view} />
      ) : (
        <p className="label" data-testid="key-fixed">
          {texts.t(`key/fixed/${view.fixed}`)}
        </p>
      )}
    </>
  );
}

function KeyForm({ store, view }: { readonly store: KeyStore; readonly view: Kept }) {
  const texts = useTexts();
  const replacing = useStorePart(store, (state) => state.replacing);
  const [source, setSource] = useState<'typed' | 'file'>('typed');
  const [macKey, cert, key] = [useGivenText(), useGivenText(), useGivenText()];

  function submit(event: FormEvent): void {
    event.preventDefault();
    const given =
      view.by === 'mac'
        ? ({ kind: 'mac', macKey: givenOf(macKey) } as const)
        : ({ kind: 'certificate', cert: givenOf(cert), key: givenOf(key) } as const);
    for (const secret of [macKey, key]) {
      secret.current?.clear();
    }
    void store.getState().replace(given);
  }

  const field = (what: Exclude<GivenTextName, 'authority'>, handle: RefObject<GivenTextHandle | null>) => (
    <GivenTextField
      key={`${what}-${source}`}
      ref={handle}
      label={texts.t(`key/given/${what}`)}
      testId={`key-${what}`}
      source={source}
      isLong={what !== 'mac-key'}
      isSecret={what !== 'certificate'}
      choose={view.canChoose ? () => store.getState().chooseFile(what) : null}
    />
  );

  return (
    <form className="setup-form" onSubmit={submit}>
      <p className="note soft">{texts.t('key/say')}</p>
      <Outcome replacing={replacing} />
      <Segment
        label={texts.t('setup/source')}
        value={source}
        choices={[
          { value: 'typed', text: texts.t('setup/typed'), testId: 'key-typed' },
          { value: 'file', text: texts.t('setup/fromFile'), testId: 'key-from-file' },
        ]}
        onChoose={setSource}
      />
      {view.by === 'mac' ? (
        field('mac-key', macKey)
      ) : (
        <>
          {field('certificate', cert)}
          {field('certificate-key', key)}
        </>
      )}
      <div className="foot">
        <button type="submit" className="btn act wide" data-testid="key-replace">
          <Icon name="check" size="row" bold />
          <span>{texts.t('key/replace')}</span>
        </button>
      </div>
    </form>
  );
}

function Outcome({ replacing }: { readonly replacing: KeyDeskState['replacing'] }) {
  const texts = useTexts();
  switch (replacing.kind) {
    case 'idle':
      return null;
    case 'trying':
      return (
        <p className="label soft" role="status">
          {texts.t('key/trying')}
        </p>
      );
    case 'done':
      return (
        <p className="label device-done" role="status" data-testid="key-done">
          <Icon name="done" size="row" />
          {texts.t('key/done', { ms: texts.number(Math.round(replacing.latencyMs)) })}
        </p>
      );
    case 'failed':
      return (
        <>
          <ErrorNote testId="key-error" error={replacing.error} />
          <p className="label">{texts.t('key/oldHolds')}</p>
        </>
      );
  }
}
