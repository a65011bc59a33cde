import type { ReactNode } from 'react';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { Ticket } from '../stores/customer-slice.ts';
import { deskFocusMark } from '../ui/desk-focus.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import type { IconName } from '../ui/icons/strokes.ts';
import { KeyButton } from '../ui/key-button.tsx';
import { SoundGlyph } from '../ui/sound-glyph.tsx';
import { ErrorFacts, ErrorSteps } from './error-steps.tsx';
import { ticketText } from './format.ts';
import { TicketBar } from './ticket-bar.tsx';
import { useDeskStore } from './use-desk.ts';
import { useFocusHere } from './use-focus-here.ts';

function iconOf(error: AppError): IconName {
  switch (error.kind) {
    case 'unreachable':
      return error.code === 'api.no-network' ? 'globe-off' : 'unplugged';
    case 'refused':
      return 'forbidden';
    case 'auth':
      return error.code === 'api.clock-wrong' ? 'clock' : 'forbidden';
    case 'busy':
      return 'slow';
    case 'upstream':
      return 'service-off';
    default:
      return 'alert';
  }
}

interface FailedProps {
  readonly ticket: Ticket;
  readonly error: AppError;
}

/** The look-up failed: the cause, how far the till reaches, what to do. Enter tries again. */
export function TroubleScreen({ ticket, error }: FailedProps) {
  const texts = useTexts();
  const place = useFocusHere();
  const text = texts.error(error.code);
  return (
    <section className="who">
      <div className="hatch edge" />
      <TicketBar ticket={ticket} looking={false} replaced={false} />
      <div
        ref={place}
        {...deskFocusMark}
        tabIndex={-1}
        className="pad-in failure"
        data-testid="error"
        data-code={error.code}
      >
        <div className="state">
          <div className="sign" data-kind="ask">
            <Icon name={iconOf(error)} />
          </div>
          <div>
            <h1>{text.title}</h1>
            <p className="label soft">{text.what}</p>
          </div>
        </div>
        {error.kind === 'unreachable' ? <Chain cutAtNetwork={error.code === 'api.no-network'} /> : null}
        {error.code === 'wallet.access-revoked' ? <h2 className="minor">{texts.t('trouble/maybeMissing')}</h2> : null}
        <ErrorSteps error={error} plain={error.code === 'wallet.access-revoked'} />
        <ErrorFacts error={error} />
        <div className="foot across">
          <RetryButton />
          <SoundGlyph name="trouble" />
        </div>
      </div>
    </section>
  );
}

/** Nobody found: calm, since nothing is broken. */
export function NotFoundScreen({ ticket, error }: FailedProps) {
  const texts = useTexts();
  const place = useFocusHere();
  const text = texts.error(error.code);
  return (
    <section className="who">
      <TicketBar ticket={ticket} looking={false} replaced={false} />
      <div
        ref={place}
        {...deskFocusMark}
        tabIndex={-1}
        className="pad-in failure"
        data-testid="error"
        data-code={error.code}
      >
        <div className="state">
          <div className="sign" data-kind="calm">
            <Icon name="search" />
          </div>
          <div>
            <h1>{text.title}</h1>
            <p className="label soft">{text.what}</p>
          </div>
        </div>
        <ErrorSteps error={error} />
        <ErrorFacts error={error} />
        <div className="foot across">
          <RetryButton />
          <SoundGlyph name="no" />
        </div>
      </div>
    </section>
  );
}

function RetryButton() {
  const texts = useTexts();
  const store = useDeskStore();
  return (
    <>
      <KeyButton className="btn act" testId="retry" onPress={() => void store.getState().retry()}>
        <Icon name="refresh" size="row" />
        <span>{texts.t('trouble/retry')}</span>
        <kbd>Enter</kbd>
      </KeyButton>
      <KeyButton className="btn" testId="forget" onPress={() => store.getState().finish('done')}>
        <span>{texts.t('trouble/forget')}</span>
        <kbd>Esc</kbd>
      </KeyButton>
    </>
  );
}

function Node({ icon, name, cut }: { icon: IconName; name: string; cut: boolean }) {
  return (
    <div className="node" data-state={cut ? 'cut' : 'reached'}>
      <div className="disc">
        <Icon name={icon} />
      </div>
      {name}
    </div>
  );
}

function Link({ state }: { state: 'reached' | 'broken' | 'unchecked' }) {
  return (
    <div className="link" data-state={state === 'reached' ? 'reached' : 'cut'}>
      {state === 'reached' ? (
        <span className="v">
          <Icon name="check" bold />
        </span>
      ) : null}
      {state === 'broken' ? (
        <span className="x">
          <Icon name="cross" />
        </span>
      ) : null}
    </div>
  );
}

/** Where the way to the service breaks, as far as the till can tell. */
function Chain({ cutAtNetwork }: { readonly cutAtNetwork: boolean }) {
  const texts = useTexts();
  const till = texts.t('trouble/chain/till');
  const network = texts.t('trouble/chain/network');
  const service = texts.t('trouble/chain/service');
  const reached = texts.t('trouble/chain/reached');
  const broken = texts.t('trouble/chain/broken');
  const spoken = `${till}: ${reached}. ${network}: ${cutAtNetwork ? broken : reached}. ${service}: ${broken}.`;
  return (
    <div className="chain" role="img" aria-label={`${texts.t('trouble/chain/label')}. ${spoken}`}>
      <Node icon="till" name={till} cut={false} />
      <Link state={cutAtNetwork ? 'broken' : 'reached'} />
      <Node icon="globe" name={network} cut={cutAtNetwork} />
      <Link state={cutAtNetwork ? 'unchecked' : 'broken'} />
      <Node icon="link" name={service} cut />
    </div>
  );
}

function Reassurance({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <p className="reassure label">
      <Icon name={icon} size="row" />
      <span>{children}</span>
    </p>
  );
}

function WorkList({ title, icon, items }: { title: string; icon: IconName; items: readonly string[] }) {
  return (
    <div>
      <h2 className="minor">{title}</h2>
      <ul className="work-list label">
        {items.map((item) => (
          <li key={item}>
            <Icon name={icon} bold />
            {item}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What still holds, what works and what does not until the trouble is over. */
export function TroubleSide({ ticket, error }: FailedProps) {
  const texts = useTexts();
  return (
    <section className="do">
      <div className="pad-in trouble-side">
        <Reassurance icon="shield">
          <b className="strong">{texts.t('trouble/unchanged')}</b> {texts.t('trouble/onlyLooked')}
        </Reassurance>
        <Reassurance icon="scanner">{texts.t('trouble/scanWaits', { ticket: ticketText(ticket, texts) })}</Reassurance>
        <hr />
        {error.kind === 'unreachable' || error.kind === 'upstream' ? (
          <>
            <WorkList
              title={texts.t('trouble/works')}
              icon="check"
              items={[texts.t('trouble/worksReaders'), texts.t('trouble/worksHelp')]}
            />
            <WorkList
              title={texts.t('trouble/worksNot')}
              icon="cross"
              items={[texts.t('trouble/worksNotBalance'), texts.t('trouble/worksNotReceipts')]}
            />
          </>
        ) : null}
        <p className="next">
          <Icon name="card-waves" size="row" />
          <span>{texts.t('trouble/nextScan')}</span>
        </p>
      </div>
    </section>
  );
}
