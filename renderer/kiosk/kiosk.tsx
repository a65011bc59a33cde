import type { ReactNode } from 'react';
import type { Served } from '../stores/kiosk-flows.ts';
import { Mark } from '../ui/drawings.tsx';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { AccessBar } from './access-bar.tsx';
import { AmountScreen } from './amount-screen.tsx';
import { AnswerScreen } from './answer-screen.tsx';
import { AttractScreen } from './attract-screen.tsx';
import { BalanceScreen } from './balance-screen.tsx';
import { CardScreen } from './card-screens.tsx';
import { EasierPanel } from './easier-panel.tsx';
import { ExitScreen } from './exit-screen.tsx';
import { GoodbyeScreen } from './goodbye-screen.tsx';
import { LanguagePanel } from './language-panel.tsx';
import { MessageScreen } from './message-screen.tsx';
import { MoreScreen } from './more-screen.tsx';
import { MovementsScreen } from './movements-screen.tsx';
import { outOfOrder } from './order.ts';
import { OrderScreen } from './order-screen.tsx';
import { PresentScreen, RestingScreen } from './present-screen.tsx';
import { ReceiptScreen } from './receipt-screen.tsx';
import { useKiosk } from './use-kiosk.ts';
import { VeilScreen } from './veil-screen.tsx';
import { VoiceScreen } from './voice-screen.tsx';
import { WaitScreen } from './wait-screen.tsx';

/** The kiosk: what it is at the top, one screen, and below what makes it easier. */
export function Kiosk({ bands }: { readonly bands: ReactNode }) {
  const low = useKiosk((state) => state.access.reach === 'low');
  const voice = useKiosk((state) => state.access.voice === 'on');
  const part = useKiosk(({ served }) => partOf(served));
  return (
    <div className={low ? 'kiosk low' : 'kiosk'}>
      <header className="k-header">
        {bands}
        <Top />
      </header>
      {voice ? <VoiceScreen /> : <Screen key={part} />}
      <AccessBar />
    </div>
  );
}

/**
 * Whose part of the page this is. React keeps what a part was last drawn with beside what it is drawn with now, and lets
 * go of it only with the part itself: so each customer has one of their own, and nothing above it is told about them.
 */
function partOf(served: Served): string {
  switch (served.kind) {
    case 'identifying':
    case 'failed':
      return served.scan;
    case 'served':
      return served.session;
    default:
      return served.kind;
  }
}

function Top() {
  const texts = useTexts();
  const name = useKiosk((state) => state.station?.shopName ?? state.station?.name ?? '');
  const isHost = useKiosk((state) => state.station?.host === 'chromium-host');
  return (
    <div className="k-top">
      <span className="k-mark" data-exit="">
        <Mark />
      </span>
      <span className="t">{name}</span>
      {isHost ? <span className="tag">{texts.t('host/development')}</span> : null}
    </div>
  );
}

/** The screen of now; the order is that of `scriptOf`. */
function Screen() {
  const exit = useKiosk((state) => state.exit);
  const presence = useKiosk((state) => state.presence);
  const panel = useKiosk((state) => state.access.panel);
  const voiceMissing = useKiosk((state) => state.access.voice === 'missing');
  const served = useKiosk((state) => state.served);
  if (exit.kind !== 'closed') {
    return <ExitScreen exit={exit} />;
  }
  if (presence.kind === 'asked') {
    return <VeilScreen until={presence.until} />;
  }
  if (panel === 'easier') {
    return <EasierPanel />;
  }
  if (panel === 'language') {
    return <LanguagePanel />;
  }
  if (voiceMissing) {
    return <MessageScreen testId="voice-missing" icon="headset" />;
  }
  return <ServedScreen served={served} />;
}

function ServedScreen({ served }: { readonly served: Served }) {
  switch (served.kind) {
    case 'nobody':
      return <NobodyScreen screen={served.screen} />;
    case 'identifying':
      return <WaitScreen kind="identifying" />;
    case 'failed':
    case 'rejected':
      return <MessageScreen testId="error" icon="alert" code={served.error.code} />;
    case 'served':
      return <TaskScreen customer={served} />;
    case 'goodbye':
      return <GoodbyeScreen />;
  }
}

function NobodyScreen({ screen }: { readonly screen: 'attract' | 'present' }) {
  const part = useKiosk((state) => outOfOrder(state)?.part ?? null);
  const resting = useKiosk((state) => state.restsUntil !== null);
  if (part !== null) {
    return <OrderScreen part={part} />;
  }
  if (resting) {
    return <RestingScreen />;
  }
  return screen === 'attract' ? <AttractScreen /> : <PresentScreen />;
}

function TaskScreen({ customer: { task, balance } }: { readonly customer: Extract<Served, { kind: 'served' }> }) {
  switch (task.kind) {
    case 'balance':
      return <BalanceScreen balance={balance} hidden={task.hidden} />;
    case 'more':
      return <MoreScreen />;
    case 'amount':
      return <AmountScreen task={task} />;
    case 'asking':
    case 'printing':
      return <WaitScreen kind={task.kind} />;
    case 'answer':
      return <AnswerScreen task={task} />;
    case 'not-answered':
      return <MessageScreen testId="not-answered" icon="alert" code={task.error.code} />;
    case 'printed':
    case 'receipt':
      return <ReceiptScreen task={task} />;
    case 'not-printed':
      return <MessageScreen testId="not-printed" icon="printer-off" code={task.error.code} />;
    case 'print-unknown':
      return <MessageScreen testId="print-unknown" icon="question" />;
    case 'movements':
      return <MovementsScreen list={task.list} />;
    case 'card':
      return <CardScreen card={task.card} />;
  }
}

/** Says all the time what this is not: the product, or the real service. */
export function KioskBands({ training }: { readonly training: ReactNode }) {
  const texts = useTexts();
  const isTraining = useKiosk((state) => state.station?.mode === 'training');
  const testServer = useKiosk((state) => state.station?.testServer === true);
  return (
    <>
      {isTraining ? training : null}
      {testServer ? (
        <div className="band test-server" role="note" data-testid="test-server-banner">
          <b>{texts.t('host/testServer')}</b>
          <span>{texts.t('host/testServerSay')}</span>
        </div>
      ) : null}
    </>
  );
}
