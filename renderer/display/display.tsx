import { type CSSProperties, type ReactNode, useEffect, useState } from 'react';
import type { DisplayView } from '../stores/display-store.ts';
import { Mark } from '../ui/drawings.tsx';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { AmountScreen } from './amount-screen.tsx';
import { CodeScreen } from './code-screen.tsx';
import { GreetingScreen } from './greeting-screen.tsx';
import { Languages } from './languages.tsx';
import { MessageScreen } from './message-screen.tsx';
import { useDisplay } from './use-display.ts';

/** What it is drawn for: 10 inches. */
const least = { width: 1024, height: 600 };

/** Fills any display with letters and keys as large, in proportion, as on the one it is drawn for. */
export function DisplayRoom({ children }: { readonly children: ReactNode }) {
  const [room, setRoom] = useState({ ...least, zoom: 1 });
  useEffect(() => {
    const scale = () => {
      const zoom = Math.min(window.innerWidth / least.width, window.innerHeight / least.height);
      setRoom({ width: window.innerWidth / zoom, height: window.innerHeight / zoom, zoom });
    };
    scale();
    window.addEventListener('resize', scale);
    return () => window.removeEventListener('resize', scale);
  }, []);
  const style = { zoom: room.zoom, width: room.width, height: room.height } as CSSProperties;
  return (
    <div className="cd-room" style={style}>
      {children}
    </div>
  );
}

/** The customer's side of a desk: what it is at the top, and one thing at a time. */
export function Display({ bands }: { readonly bands: ReactNode }) {
  const view = useDisplay((state) => state.view);
  return (
    <div className="cd" data-kind={view.kind} data-answer={answerOf(view)}>
      <header className="cd-header">{bands}</header>
      <Screen view={view} />
      {view.kind === 'code' ? null : <Foot />}
    </div>
  );
}

function answerOf(view: DisplayView): 'yes' | 'no' | undefined {
  return view.kind === 'answered' ? (view.isSufficient ? 'yes' : 'no') : undefined;
}

function Screen({ view }: { readonly view: DisplayView }) {
  switch (view.kind) {
    case 'greeting':
      return <GreetingScreen />;
    case 'asking':
    case 'answered':
      return <AmountScreen view={view} />;
    case 'code':
      // Another asking is another field: nothing typed for one stays in the next.
      return <CodeScreen key={view.entry} view={view} />;
    default:
      return <MessageScreen view={view} />;
  }
}

function Foot() {
  const name = useDisplay((state) => state.station?.name ?? '');
  return (
    <footer className="cd-foot">
      <Mark />
      <span>{name}</span>
      <span className="grow" />
      <Languages />
    </footer>
  );
}

/** Says all the time what this is not: the product, or the real service. */
export function DisplayBands({ training }: { readonly training: ReactNode }) {
  const texts = useTexts();
  const isTraining = useDisplay((state) => state.station?.mode === 'training');
  const testServer = useDisplay((state) => state.station?.testServer === true);
  return (
    <>
      {isTraining ? training : null}
      {testServer ? (
        <div className="band test-server" role="note" data-testid="test-server-banner">
          <b>{texts.t('host/testServer')}</b>
        </div>
      ) : null}
    </>
  );
}

export function DevelopmentTag() {
  const texts = useTexts();
  const isHost = useDisplay((state) => state.station?.host === 'chromium-host');
  return isHost ? <span className="tag">{texts.t('host/development')}</span> : null;
}
