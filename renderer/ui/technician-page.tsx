import { type ComponentType, type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react';
import { Toolbar } from 'react-aria-components';
import type { TextKey } from './i18n/texts.ts';
import { useTexts } from './i18n/use-texts.tsx';
import { Icon } from './icons/icon.tsx';
import type { IconName } from './icons/strokes.ts';
import { KeyButton } from './key-button.tsx';
import { type Marks, TillFrame } from './till-frame.tsx';
import { type PageKeys, usePageKeys } from './use-page-keys.ts';

/** What stands around a technician's page; the same for all of them. */
export interface PageSurroundings {
  /** Stand above everything: training, a test server. */
  readonly bands: ReactNode;
  readonly strip: ReactNode;
  readonly isTraining: boolean;
  /** Null where there is no training room. */
  readonly Dock: ComponentType<{ readonly onClose: () => void }> | null;
}

/** A key of the bar, which the keyboard has too. */
export interface PageKey {
  readonly cap: 'Esc' | `F${number}`;
  readonly text: TextKey;
  readonly testId: string;
  readonly run: () => void;
  /** The page's main step, drawn wide and last; at most one. */
  readonly icon?: IconName;
  /** Beside the dock there is no place for it; its key on the keyboard works all the same. */
  readonly folds?: boolean;
  /** It leads to the part of the page that is open. */
  readonly isHere?: boolean;
  readonly neverByEnter?: boolean;
}

interface TechnicianPageProps extends PageSurroundings {
  readonly name: 'devices' | 'doctor' | 'office' | 'setup';
  readonly keys: readonly PageKey[];
  /** What the keyboard does beside them: keys that the page's panels show. */
  readonly panelKeys?: PageKeys;
  readonly hasDockOpen?: boolean;
  /** A page of several steps begins each at its top, for the keyboard and for whoever is read to. */
  readonly step?: string;
  readonly marks?: Marks;
  /** Of the work, in the order of Tab. */
  readonly children: ReactNode;
}

const actionsOf = (keys: readonly PageKey[]): PageKeys =>
  Object.fromEntries(keys.map(({ cap, run }) => [cap === 'Esc' ? 'Escape' : cap, run]));

/** The frame of what is done at a station beside serving. */
export function TechnicianPage(props: TechnicianPageProps) {
  const { name, keys, panelKeys, hasDockOpen = true, step, marks, children, Dock, ...frame } = props;
  const [dockWanted, setDockWanted] = useState(hasDockOpen);
  const toggleDock = () => setDockWanted((wanted) => !wanted);
  const work = useRef<HTMLElement>(null);
  usePageKeys({ ...panelKeys, ...actionsOf(keys), F11: toggleDock });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is another page to whoever works by keyboard
  useEffect(() => work.current?.focus({ preventScroll: true }), [step]);
  return (
    <TillFrame {...frame} dock={Dock !== null && dockWanted ? <Dock onClose={toggleDock} /> : null}>
      <main ref={work} className="work" tabIndex={-1} data-testid={name} {...marks}>
        {children}
      </main>
      <PageKeyBar keys={keys} />
    </TillFrame>
  );
}

function PageKeyBar({ keys }: { readonly keys: readonly PageKey[] }) {
  const texts = useTexts();
  const small = keys.filter(({ icon }) => icon === undefined);
  // A page without a main step keeps the width that its keys have on the desk.
  const columns = {
    '--keys': small.length,
    '--keys-beside-dock': small.filter(({ folds }) => folds !== true).length,
  } as CSSProperties;
  return (
    <nav className="keys-nav" aria-label={texts.t('keys/label')}>
      <Toolbar
        className={small.length === keys.length ? 'keys' : 'keys page-keys'}
        style={columns}
        aria-label={texts.t('keys/label')}
      >
        {keys.map((key) => (
          <BarKey key={key.cap} {...key} />
        ))}
      </Toolbar>
    </nav>
  );
}

function BarKey({ cap, text, testId, run, icon, folds, isHere, neverByEnter = false }: PageKey) {
  const texts = useTexts();
  if (icon !== undefined) {
    return (
      <KeyButton className="key main" testId={testId} neverByEnter={neverByEnter} onPress={run}>
        <Icon name={icon} />
        <span className="name">{texts.t(text)}</span>
        <kbd>{cap}</kbd>
      </KeyButton>
    );
  }
  const names = ['key', folds === true ? 'folds' : '', isHere === true ? 'here' : ''].filter(Boolean).join(' ');
  return (
    <KeyButton className={names} testId={testId} onPress={run}>
      <kbd>{cap}</kbd>
      <span>{texts.t(text)}</span>
    </KeyButton>
  );
}
