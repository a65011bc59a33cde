import { type ReactNode, useEffect, useState } from 'react';
import { Toolbar } from 'react-aria-components';
import { Mark } from '../ui/drawings.tsx';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { LanguageMenu } from '../ui/language-menu.tsx';
import { ThemeMenu } from '../ui/theme-menu.tsx';
import { linkChip, printerChip, readerChips } from './chip-words.ts';
import { customerDisplayChips } from './customer-display-chip.ts';
import { journalChips } from './journal-chip.ts';
import { StatusChip } from './status-chip.tsx';
import { useDesk, useDeskStore } from './use-desk.ts';
import { useOperatorsHere, useOperatorsStore } from './use-operators.tsx';

function Clock() {
  const texts = useTexts();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time className="chip clock" title={texts.t('strip/clock')}>
      {texts.clock(now)}
    </time>
  );
}

/** Whoever works here, and the way to lock or hand over; nothing where there is no lock, or it is closed. */
function OperatorHere() {
  const texts = useTexts();
  const store = useOperatorsStore();
  const name = useOperatorsHere(
    ({ view }) => (view?.watchman.kind === 'unlocked' ? view.watchman.operator.name : null),
    null,
  );
  return name === null ? null : (
    <button
      type="button"
      className="chip end operator"
      title={texts.t('strip/lock')}
      data-testid="lock-here"
      onClick={() => void store?.getState().lock('key')}
    >
      <Icon name="lock" />
      <span>{name}</span>
      <kbd>F12</kbd>
      <span className="vh">{texts.t('strip/lock')}</span>
    </button>
  );
}

/** Causes that fit on the strip beside the choices, in the longest language and the smallest window. */
const mostCauses = 2;

/** The strip on top: how far the till reaches, what its devices say, and what can be set at any moment. */
export function StatusStrip({
  tag,
  onOpenDevices,
  onOpenOffice = null,
  onOpenDoctor = null,
}: {
  readonly tag: ReactNode;
  /** Null on the devices page itself. */
  readonly onOpenDevices: (() => void) | null;
  /** Null on such a page, and where the office is not for whoever is here. */
  readonly onOpenOffice?: (() => void) | null;
  /** From any cause to all that can be checked; null where that page is open, or cannot be opened. */
  readonly onOpenDoctor?: (() => void) | null;
}) {
  const texts = useTexts();
  const store = useDeskStore();
  const name = useDesk((state) => state.station?.name ?? '');
  const shop = useDesk((state) => state.station?.shopName ?? null);
  const status = useDesk((state) => state.status);
  const isPrinting = useDesk((state) => state.print.kind === 'printing');
  const muted = useDesk((state) => state.muted);
  const theme = useDesk((state) => state.theme);
  const chips =
    status === null
      ? []
      : [
          linkChip(status.link, texts),
          printerChip(status.printer, isPrinting, texts),
          ...readerChips(status.readers, texts),
          ...journalChips(status.journal, texts),
          ...customerDisplayChips(status.customerDisplay, texts),
        ];
  const troubles = chips.filter((chip) => chip.state === 'care');
  const inTrouble = troubles.length > 0;
  // Two causes fit; whoever has more is better served by the page that has room for all of them.
  const unsaid = Math.max(0, troubles.length - mostCauses);
  const shown = unsaid === 0 ? chips : troubles.slice(0, mostCauses);
  return (
    <section className="strip" aria-label={texts.t('strip/label')}>
      <div className="place">
        <Mark />
        <span>{shop === null ? name : `${shop}, ${name}`}</span>
      </div>
      {shown.map((chip) => (
        // Beside a cause, what is well shrinks to its drawing: the cause must be readable whole.
        <StatusChip key={chip.name} chip={chip} folded={inTrouble} onOpenDoctor={onOpenDoctor} />
      ))}
      {unsaid > 0 ? (
        <div className="chip" data-state="care" title={texts.t('strip/moreTrouble', { count: unsaid })}>
          <b aria-hidden="true">+{unsaid}</b>
          <span className="vh">{texts.t('strip/moreTrouble', { count: unsaid })}</span>
        </div>
      ) : null}
      <span className="grow" />
      {tag}
      <Toolbar className="choices" aria-label={texts.t('strip/choices')}>
        <OperatorHere />
        {onOpenDevices === null ? null : (
          <button
            type="button"
            className="chip end"
            aria-label={texts.t('devices/open')}
            title={texts.t('devices/open')}
            data-testid="open-devices"
            onClick={onOpenDevices}
          >
            <Icon name="unplugged" />
          </button>
        )}
        {onOpenOffice === null ? null : (
          <button
            type="button"
            className="chip end"
            aria-label={texts.t('office/open')}
            title={texts.t('office/open')}
            data-testid="open-office"
            onClick={onOpenOffice}
          >
            <Icon name="list" />
          </button>
        )}
        <button
          type="button"
          className="chip end"
          aria-label={texts.t(muted ? 'strip/soundOff' : 'strip/soundOn')}
          title={texts.t(muted ? 'strip/soundOff' : 'strip/soundOn')}
          data-testid="sound"
          onClick={() => store.getState().toggleSound()}
        >
          <Icon name={muted ? 'sound-off' : 'sound'} />
        </button>
        <ThemeMenu theme={theme} onChoose={(chosen) => store.getState().chooseTheme(chosen)} />
        <LanguageMenu
          label={texts.t('strip/language')}
          locale={texts.locale}
          onChoose={(locale) => store.getState().chooseLocale(locale)}
        />
      </Toolbar>
      <Clock />
    </section>
  );
}
