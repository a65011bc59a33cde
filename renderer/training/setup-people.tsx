import { type FormEvent, useState } from 'react';
import { pinsDiffer } from '../stores/office-staff-slice.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { KeyButton } from '../ui/key-button.tsx';
import { TextField, takeText, useTextInput } from '../ui/text-field.tsx';
import { SetupTrouble, wordsOf } from './setup-trouble.tsx';
import { useSetup, useSetupStore } from './use-setup.ts';

/** Fifth step: who looks after the station first. The PIN is in no state: it is read when it is sent. */
export function PeopleStep() {
  const texts = useTexts();
  const store = useSetupStore();
  const supervisor = useSetup((state) => state.supervisor);
  const [isUnlike, setUnlike] = useState(false);
  const [name, pin, again] = [useTextInput(), useTextInput(), useTextInput()];

  async function go(given: { readonly name: string; readonly pin: string } | null): Promise<void> {
    if (await store.getState().nameSupervisor(given)) {
      store.getState().show('summary');
    }
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    const [one, two] = [takeText(pin), takeText(again)];
    const isWrong = pinsDiffer(one, two);
    setUnlike(isWrong);
    if (isWrong) {
      pin.current?.focus();
    } else {
      void go({ name: name.current?.value ?? '', pin: one });
    }
  }

  return (
    <form className="setup-form" onSubmit={submit}>
      <p>
        {texts.t('setup/peopleSay')} {texts.t('setup/withoutPeopleSay')}
      </p>
      <TextField
        label={texts.t('setup/supervisorName')}
        testId="setup-supervisor"
        defaultValue={supervisor.kind === 'named' ? supervisor.name : ''}
        field={name}
      />
      <div className="setup-pair">
        <TextField
          label={texts.t('setup/pin')}
          testId="setup-pin"
          type="password"
          field={pin}
          isWrong={isUnlike}
          note={texts.t(isUnlike ? 'setup/pinUnlike' : 'setup/pinSay')}
        />
        <TextField label={texts.t('setup/pinAgain')} testId="setup-pin-again" type="password" field={again} />
      </div>
      <div className="setup-stand">
        {supervisor.kind === 'failed' ? (
          <SetupTrouble outcome={supervisor.error.code} {...wordsOf(supervisor.error, texts)} />
        ) : null}
        <div className="setup-foot">
          <button type="submit" className="btn act" data-testid="setup-next">
            <Icon name="check" size="row" bold />
            <span>{texts.t('setup/next')}</span>
          </button>
          <KeyButton className="btn" testId="setup-nobody" onPress={() => void go(null)}>
            <span>{texts.t('setup/withoutPeople')}</span>
          </KeyButton>
        </div>
      </div>
    </form>
  );
}
