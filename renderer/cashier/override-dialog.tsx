import { useSyncExternalStore } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { OverrideState, OverrideStore } from '../stores/override-store.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { PeopleList, PinPad } from './pin-pad.tsx';

function useOverride<T>(store: OverrideStore, select: (state: OverrideState) => T): T {
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}

/**
 * A supervisor lets one action pass, on the spot. Esc leaves it undone; so does the next customer's scan, which this
 * dialog does not hold back.
 */
export function OverrideDialog({ store }: { readonly store: OverrideStore }) {
  const asked = useOverride(store, (state) => state.asked);
  return (
    <ModalOverlay
      className="overlay"
      isOpen={asked !== null}
      onOpenChange={(isOpen) => (isOpen ? undefined : store.getState().cancel())}
    >
      <Modal className="modal override">
        <Dialog className="lock" data-testid="override" data-scans-pass="">
          {asked === null ? null : <Ask store={store} asked={asked} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Ask({ store, asked }: { readonly store: OverrideStore; readonly asked: NonNullable<OverrideState['asked']> }) {
  const texts = useTexts();
  const people = useOverride(store, (state) => state.people);
  const chosen = useOverride(store, (state) => state.chosen);
  const error = useOverride(store, (state) => state.error);
  const isChecking = useOverride(store, (state) => state.checking);
  return (
    <section className="do">
      <div className="pad-in">
        <Heading slot="title">{texts.t('override/title')}</Heading>
        <p>
          {texts.t('override/what')} <b className="strong">{texts.t(`override/permission/${asked}`)}</b>
        </p>
        <p className="soft">{texts.t('override/say')}</p>
      </div>
      {chosen === null ? (
        <div className="pad-in">
          <PeopleList people={people} onChoose={(name) => store.getState().choose(name)} />
        </div>
      ) : (
        <PinPad
          key={chosen}
          name={chosen}
          error={error}
          isChecking={isChecking}
          submit={texts.t('override/allow')}
          onPin={(pin) => void store.getState().allow(pin)}
          onSomebodyElse={people.length > 1 ? () => store.getState().choose(null) : null}
        />
      )}
      <div className="pad-in">
        <button
          type="button"
          className="btn wide"
          data-testid="override-cancel"
          onClick={() => store.getState().cancel()}
        >
          {texts.t('override/cancel')} <kbd>Esc</kbd>
        </button>
      </div>
    </section>
  );
}
