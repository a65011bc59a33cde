import { type FormEvent, type RefObject, useState } from 'react';
import type { SetupCredentials } from '../../shared/contract/training-setup.ts';
import type { GivenTextName } from '../../shared/domain/given-text.ts';
import { isAccepted, type SecretPlace } from '../stores/training-setup-store.ts';
import { GivenTextField, type GivenTextHandle, givenOf, useGivenText } from '../ui/given-text-field.tsx';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { Segment } from '../ui/segment.tsx';
import { Labelled, TextField, textOf, useTextInput } from '../ui/text-field.tsx';
import { TrialOutcome } from './setup-trouble.tsx';
import { useSetup, useSetupStore } from './use-setup.ts';

type Source = 'typed' | 'file';

/** First step: who the till is, tried on the spot. What is typed here is in no state: it is read when it is sent. */
export function CredentialsStep() {
  const texts = useTexts();
  const store = useSetupStore();
  const by = useSetup((state) => state.by);
  const place = useSetup((state) => state.place);
  const trial = useSetup((state) => state.trial);
  const accepted = useSetup(isAccepted);
  const [source, setSource] = useState<Source>('typed');
  const [isUnchosen, setUnchosen] = useState(false);
  const [clientId, apiUrl, proxy] = [useTextInput(), useTextInput(), useTextInput()];
  const [macKey, cert, key, authority] = [useGivenText(), useGivenText(), useGivenText(), useGivenText()];

  function submit(event: FormEvent): void {
    event.preventDefault();
    setUnchosen(place === null);
    if (place === null) {
      return;
    }
    const isGiven = place === 'systemd';
    const credentials: SetupCredentials =
      by === 'mac'
        ? { kind: 'mac', clientId: textOf(clientId), macKey: isGiven ? null : givenOf(macKey), store: place }
        : { kind: 'certificate', cert: givenOf(cert), key: isGiven ? null : givenOf(key), store: place };
    const address = {
      apiUrl: textOf(apiUrl) || null,
      authority: authority.current?.read() ?? null,
      proxy: textOf(proxy) || null,
    };
    for (const secret of [macKey, key]) {
      secret.current?.clear();
    }
    void store.getState().test(credentials, address);
  }

  return (
    <form className="setup-form" onSubmit={submit}>
      <div className="setup-pair">
        <Labelled label={texts.t('setup/by')}>
          <Segment
            label={texts.t('setup/by')}
            value={by}
            choices={[
              { value: 'mac', text: texts.t('setup/mac'), testId: 'setup-by-mac' },
              { value: 'certificate', text: texts.t('setup/certificate'), testId: 'setup-by-certificate' },
            ]}
            onChoose={(chosen) => store.getState().choose(chosen)}
          />
        </Labelled>
        <Labelled label={texts.t('setup/source')}>
          <Segment
            label={texts.t('setup/source')}
            value={source}
            choices={[
              { value: 'typed', text: texts.t('setup/typed'), testId: 'setup-typed' },
              { value: 'file', text: texts.t('setup/fromFile'), testId: 'setup-from-file' },
            ]}
            onChoose={setSource}
          />
        </Labelled>
      </div>
      {by === 'mac' ? (
        <div className="setup-pair">
          <TextField key="id" label={texts.t('setup/clientId')} testId="setup-client-id" field={clientId} />
          {place === 'systemd' ? null : (
            <Given handle={macKey} what="mac-key" source={source} isSecret note={texts.t('setup/macKeySay')} />
          )}
        </div>
      ) : (
        <div className="setup-pair">
          <Given handle={cert} what="certificate" source={source} isLong />
          {place === 'systemd' ? null : (
            <Given
              handle={key}
              what="certificate-key"
              source={source}
              isSecret
              isLong
              note={texts.t('setup/macKeySay')}
            />
          )}
        </div>
      )}
      <KeptIn isWrong={isUnchosen && place === null} />
      <details className="setup-more">
        <summary data-testid="setup-advanced">{texts.t('setup/advanced')}</summary>
        <div className="setup-pair">
          <TextField label={texts.t('setup/apiUrl')} testId="setup-api-url" field={apiUrl} />
          <TextField label={texts.t('setup/proxy')} testId="setup-proxy" field={proxy} />
          <Given handle={authority} what="authority" source="file" />
        </div>
      </details>
      <div className="setup-stand">
        <TrialOutcome trial={trial} />
        <div className="setup-foot">
          <button type="submit" className={accepted ? 'btn' : 'btn act'} data-testid="setup-test">
            <Icon name="link" size="row" />
            <span>{texts.t('setup/test')}</span>
          </button>
          {accepted ? (
            <KeyButton className="btn act" testId="setup-next" onPress={() => store.getState().show('printer')}>
              <Icon name="check" size="row" bold />
              <span>{texts.t('setup/next')}</span>
            </KeyButton>
          ) : null}
        </div>
      </div>
    </form>
  );
}

interface GivenProps {
  readonly handle: RefObject<GivenTextHandle | null>;
  readonly what: GivenTextName;
  readonly source: Source;
  readonly isSecret?: boolean;
  readonly isLong?: boolean;
  readonly note?: string;
}

function Given({ handle, what, source, isSecret = false, isLong = false, note }: GivenProps) {
  const texts = useTexts();
  const store = useSetupStore();
  const canChoose = useSetup((state) => state.view?.canChoose ?? false);
  return (
    <GivenTextField
      key={`${what}-${source}`}
      ref={handle}
      label={texts.t(`setup/given/${what}`)}
      {...(note === undefined ? {} : { note })}
      testId={`setup-${what}`}
      source={source}
      isLong={isLong}
      isSecret={isSecret}
      choose={canChoose ? () => store.getState().chooseFile(what) : null}
    />
  );
}

/** Where the key will be, chosen knowingly: what each means stands below it. */
function KeptIn({ isWrong }: { readonly isWrong: boolean }) {
  const texts = useTexts();
  const store = useSetupStore();
  const place = useSetup((state) => state.place);
  const stores = useSetup((state) => state.view?.stores ?? onlyFile);
  return (
    <Labelled label={texts.t('setup/keptIn')}>
      <Segment
        label={texts.t('setup/keptIn')}
        value={place ?? ''}
        choices={stores.map((value: SecretPlace | '') => ({
          value,
          text: value === '' ? '' : texts.t(`setup/store/${value}`),
          testId: `setup-store-${value}`,
        }))}
        onChoose={(chosen) => chosen !== '' && store.getState().keepIn(chosen)}
      />
      <p
        className={isWrong ? 'note wrong' : 'note soft'}
        role={isWrong ? 'alert' : undefined}
        data-testid="setup-store-say"
        data-wrong={isWrong}
      >
        {texts.t(place === null ? 'setup/choosePlace' : `setup/storeSay/${place}`)}
        {stores.includes('keyring') ? '' : ` ${texts.t('setup/noKeyring')}`}
      </p>
    </Labelled>
  );
}

const onlyFile: readonly SecretPlace[] = ['file'];
