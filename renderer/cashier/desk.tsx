import { type ComponentType, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { isCalm, offersFind } from '../stores/find-slice.ts';
import { isListPanel } from '../stores/flows.ts';
import { deskFocusMark } from '../ui/desk-focus.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { TillFrame } from '../ui/till-frame.tsx';
import { AccountPanel, AccountScreen } from './account-screens.tsx';
import { announcementsOf } from './announcements.ts';
import { AnswerPanel } from './answer-panel.tsx';
import { CardPanel } from './card-panel.tsx';
import { CustomerScreen } from './customer-screen.tsx';
import { EnoughPanel } from './enough-panel.tsx';
import { FindPanel } from './find-panel.tsx';
import { IdentifyingScreen } from './identifying-screen.tsx';
import { KeyBar } from './key-bar.tsx';
import { KeyMapDialog } from './key-map-dialog.tsx';
import { MorePanel } from './more-panel.tsx';
import { NotPrintedPanel, PrintedPanel, PrintFailedPanel, PrintingPanel, PrintUnknownPanel } from './print-panels.tsx';
import { QuestionFailedPanel } from './question-failed-panel.tsx';
import { ReceiptPanel } from './receipt-panel.tsx';
import { RejectedScreen } from './rejected-screen.tsx';
import { SeveralPanel } from './several-panel.tsx';
import { StartFailedScreen } from './start-failed-screen.tsx';
import { StatusStrip } from './status-strip.tsx';
import { NotFoundScreen, TroubleScreen, TroubleSide } from './trouble-screen.tsx';
import { useDesk, useDeskStore } from './use-desk.ts';
import { useDeskKeys } from './use-desk-keys.ts';
import { WaitingScreen } from './waiting-screen.tsx';

/** What a training station adds around the desk; loaded by such a station only. */
interface TrainingParts {
  readonly Dock: ComponentType<{ readonly onClose: () => void }>;
  /** The simulated printer's last slip; `testId` says whether it stands for the paper in tests. */
  readonly LastSlip: ComponentType<{ readonly isOnlyPaper: boolean }>;
}

interface DeskProps {
  readonly training: TrainingParts | null;
  /** Stands above everything and cannot be closed. */
  readonly trainingBand: ReactNode;
  readonly onBalancePainted: () => void;
  readonly onOpenDevices: () => void;
  /** Null where the office is not for whoever is here. */
  readonly onOpenOffice: (() => void) | null;
  readonly onOpenDoctor: () => void;
}

/** The cashier's desk: left who is served, right what is being done, below the keys. */
export function Desk(props: DeskProps) {
  const { training, trainingBand, onBalancePainted, onOpenDevices, onOpenOffice, onOpenDoctor } = props;
  const store = useDeskStore();
  const [dockWanted, setDockWanted] = useState(true);
  const toggleDock = useCallback(() => setDockWanted((wanted) => !wanted), []);
  const beside = useMemo(
    () => ({ toggleDock, openDevices: onOpenDevices, openOffice: onOpenOffice, openDoctor: onOpenDoctor }),
    [toggleDock, onOpenDevices, onOpenOffice, onOpenDoctor],
  );
  useDeskKeys(store, beside);
  const isTraining = useDesk((state) => state.station?.mode === 'training') || training !== null;
  const dockOpen = training !== null && dockWanted;
  const isWaiting = useDesk((state) => state.customer.kind === 'waiting');
  const startError = useDesk((state) => state.startError);
  const work = useRef<HTMLElement>(null);
  // Nobody is served: the next Tab leads to the field in which a customer can be looked for.
  useEffect(() => {
    if (isWaiting) {
      work.current?.focus({ preventScroll: true });
    }
  }, [isWaiting]);
  if (startError !== null) {
    return <StartFailedScreen error={startError} />;
  }
  // Tab begins at what is being done.
  return (
    <TillFrame
      bands={
        <>
          {isTraining ? trainingBand : null}
          <TestServerBand />
        </>
      }
      strip={
        <StatusStrip
          tag={isTraining ? null : <DevelopmentTag />}
          onOpenDevices={onOpenDevices}
          onOpenOffice={onOpenOffice}
          onOpenDoctor={onOpenDoctor}
        />
      }
      isTraining={isTraining}
      dock={training !== null && dockOpen ? <training.Dock onClose={toggleDock} /> : null}
    >
      <main
        ref={work}
        className="work"
        tabIndex={-1}
        data-testid={isWaiting ? 'waiting' : undefined}
        {...(isWaiting ? deskFocusMark : {})}
      >
        <Right
          paper={training === null ? null : <training.LastSlip isOnlyPaper={!dockOpen} />}
          onOpenDevices={onOpenDevices}
          onOpenOffice={onOpenOffice}
          onOpenDoctor={onOpenDoctor}
        />
        <Left onBalancePainted={onBalancePainted} />
      </main>
      <KeyBar dockOpen={dockOpen} />
      <KeyMapDialog withDock={training !== null} />
      <LiveRegions />
    </TillFrame>
  );
}

/** Chromium stands in for Electron while the product is built; it must never be taken for the product. */
export function DevelopmentTag() {
  const texts = useTexts();
  const host = useDesk((state) => state.station?.host);
  return host === 'chromium-host' ? <span className="tag">{texts.t('host/development')}</span> : null;
}

/** A live station that talks to another server than the real one says so all the time. */
export function TestServerBand() {
  const texts = useTexts();
  const testServer = useDesk((state) => state.station?.testServer === true);
  return testServer ? (
    <div className="band test-server" role="note" data-testid="test-server-banner">
      <Icon name="alert" />
      <b>{texts.t('host/testServer')}</b>
      <span>{texts.t('host/testServerSay')}</span>
    </div>
  ) : null;
}

function Left({ onBalancePainted }: { readonly onBalancePainted: () => void }) {
  const panel = useDesk((state) => state.panel);
  const customer = useDesk((state) => state.customer);
  switch (customer.kind) {
    case 'waiting':
      return <WaitingScreen />;
    case 'identifying':
      return <IdentifyingScreen ticket={customer.ticket} replaced={customer.replaced} />;
    case 'identified':
      return isListPanel(panel) ? (
        <AccountScreen panel={panel} />
      ) : (
        <CustomerScreen onBalancePainted={onBalancePainted} />
      );
    case 'failed':
      return isCalm(customer.error) ? (
        <NotFoundScreen ticket={customer.ticket} error={customer.error} />
      ) : (
        <TroubleScreen ticket={customer.ticket} error={customer.error} />
      );
    case 'rejected':
      return <RejectedScreen ticket={customer.ticket} error={customer.error} />;
  }
}

type Ways = Pick<DeskProps, 'onOpenDevices' | 'onOpenOffice' | 'onOpenDoctor'>;

function Right({ paper, ...open }: { readonly paper: ReactNode } & Ways) {
  const customer = useDesk((state) => state.customer);
  const panel = useDesk((state) => state.panel);
  const findIsOffered = useDesk(offersFind);
  const isBusy = useDesk((state) => state.print.kind !== 'idle' || state.question.kind !== 'idle');
  const isPrinting = useDesk((state) => state.print.kind !== 'idle');
  if (panel === 'more') {
    return <MorePanel {...open} />;
  }
  if (panel === 'card') {
    return <CardPanel />;
  }
  if (panel === 'several') {
    return <SeveralPanel />;
  }
  if (findIsOffered) {
    return <FindPanel />;
  }
  if (customer.kind === 'failed') {
    return <TroubleSide ticket={customer.ticket} error={customer.error} />;
  }
  if (panel === 'receipt') {
    return <ReceiptPanel />;
  }
  if (isListPanel(panel) || panel === 'description') {
    return isPrinting ? <Work paper={paper} /> : <AccountPanel panel={panel} />;
  }
  return isBusy ? <Work paper={paper} /> : <EnoughPanel />;
}

/** What is being done for the customer: paper first, then the question. */
function Work({ paper }: { readonly paper: ReactNode }) {
  const print = useDesk((state) => state.print);
  const question = useDesk((state) => state.question);
  switch (print.kind) {
    case 'printing':
      return <PrintingPanel print={print} />;
    case 'printed':
      return <PrintedPanel print={print} paper={paper} />;
    case 'not-printed':
      return <NotPrintedPanel print={print} />;
    case 'unknown':
      return <PrintUnknownPanel print={print} />;
    case 'failed':
      return <PrintFailedPanel print={print} />;
    case 'idle':
      break;
  }
  switch (question.kind) {
    case 'answered':
      return <AnswerPanel question={question} />;
    case 'failed':
      return <QuestionFailedPanel question={question} />;
    default:
      return <EnoughPanel />;
  }
}

function LiveRegions() {
  const texts = useTexts();
  const polite = useDesk((state) => announcementsOf(state, texts).polite);
  const assertive = useDesk((state) => announcementsOf(state, texts).assertive);
  return (
    <>
      <p className="vh" role="status" aria-live="polite">
        {polite}
      </p>
      <p className="vh" role="alert" aria-live="assertive">
        {assertive}
      </p>
    </>
  );
}
