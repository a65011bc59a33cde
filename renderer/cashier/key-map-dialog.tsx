import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { TextKey } from '../ui/i18n/texts.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { useDesk, useDeskStore } from './use-desk.ts';

interface KeyRow {
  readonly caps: readonly string[];
  readonly text: TextKey;
}

const rows: readonly KeyRow[] = [
  { caps: ['0–9', ',', '.'], text: 'keyMap/amount' },
  { caps: ['Enter'], text: 'keyMap/enter' },
  { caps: ['Esc', 'Num −'], text: 'keyMap/finish' },
  { caps: ['F2'], text: 'keyMap/find' },
  { caps: ['F3', 'Num *'], text: 'keyMap/convert' },
  { caps: ['F4'], text: 'keyMap/reveal' },
  { caps: ['F5'], text: 'keyMap/statement' },
  { caps: ['F6'], text: 'keyMap/pending' },
  { caps: ['F7'], text: 'keyMap/reserved' },
  { caps: ['F8'], text: 'keyMap/relate' },
  { caps: ['F9', 'Num +'], text: 'keyMap/print' },
  { caps: ['F10'], text: 'keyMap/more' },
  { caps: ['1', '2'], text: 'keyMap/choices' },
  { caps: ['↑', '↓', 'PgDn'], text: 'keyMap/list' },
  { caps: ['Del'], text: 'keyMap/remove' },
  { caps: ['F1'], text: 'keyMap/help' },
  { caps: ['F12'], text: 'keyMap/lock' },
];

const dockRow: KeyRow = { caps: ['F11'], text: 'keyMap/dock' };

/** F1: what every key does. */
export function KeyMapDialog({ withDock }: { readonly withDock: boolean }) {
  const texts = useTexts();
  const store = useDeskStore();
  const open = useDesk((state) => state.keyMapOpen);
  const shown = withDock ? [...rows, dockRow] : rows;
  return (
    <ModalOverlay
      className="overlay"
      isOpen={open}
      isDismissable
      onOpenChange={(isOpen) => store.getState().showKeyMap(isOpen)}
    >
      <Modal className="modal key-map-frame">
        <Dialog className="key-map" data-testid="key-map">
          {({ close }) => (
            <>
              <Heading slot="title">{texts.t('keyMap/title')}</Heading>
              <dl>
                {shown.map((row) => (
                  <div key={row.text}>
                    <dt>
                      {row.caps.map((cap) => (
                        <kbd key={cap}>{cap}</kbd>
                      ))}
                    </dt>
                    <dd>{texts.t(row.text)}</dd>
                  </div>
                ))}
              </dl>
              <p className="soft">{texts.t('keyMap/never')}</p>
              <Button className="btn act" onPress={close}>
                <span>{texts.t('keyMap/close')}</span>
                <kbd>F1</kbd>
                <kbd>Esc</kbd>
              </Button>
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
