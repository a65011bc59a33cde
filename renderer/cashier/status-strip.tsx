import { type ReactNode, useEffect, useState } from 'react';
import { Toolbar } from 'react-aria-components';
import type { LinkView, PrinterView, ReaderView } from '../stores/station-slice.ts';
import { Mark } from '../ui/drawings.tsx';
import type { Texts } from '../ui/i18n/i18n.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import type { IconName } from '../ui/icons/strokes.ts';
import { LanguageMenu } from '../ui/language-menu.tsx';
import { ThemeMenu } from '../ui/theme-menu.tsx';
import { useDesk, useDeskStore } from './use-desk.tsx';

interface ChipView {
  readonly state: 'ok' | 'working' | 'care';
  readonly icon: IconName;
  readonly name: string;
  /** What is wrong, or the number that matters; null for neither. */
  readonly note: string | null;
}

function linkChip(link: LinkView, texts: Texts): ChipView {
  const name = texts.t('strip/link');
  switch (link.kind) {
    case 'unchecked':
      return { state: 'working', icon: 'link', name, note: null };
    case 'reached': {
      const slow = link.latencyMs >= 1_000;
      const value = slow ? texts.number(link.latencyMs / 1_000, 1) : texts.number(Math.round(link.latencyMs));
      return { state: 'ok', icon: 'link', name, note: texts.t(slow ? 'strip/s' : 'strip/ms', { value }) };
    }
    case 'broken':
      return { state: 'care', icon: 'alert', name, note: texts.error(link.code).title };
  }
}

function printerChip(printer: PrinterView, isPrinting: boolean, texts: Texts): ChipView {
  const name = texts.t('strip/printer');
  if (isPrinting || printer.kind === 'unchecked') {
    return { state: 'working', icon: 'printer', name, note: null };
  }
  if (printer.kind === 'ready') {
    return printer.paperLow
      ? { state: 'care', icon: 'alert', name, note: texts.t('strip/paperLow') }
      : { state: 'ok', icon: 'printer', name, note: null };
  }
  const cause = printer.kind === 'blocked' ? printer.reason : printer.kind;
  return { state: 'care', icon: 'alert', name, note: texts.t(`strip/trouble/${cause}`) };
}

const cardReaders: readonly ReaderView['name'][] = ['simulated-card-reader', 'stripe-reader', 'contactless-reader'];

/** Two readers of one sort are one chip: the counter asks only whether a scan will be heard. */
function readerChips(readers: readonly ReaderView[], texts: Texts): readonly ChipView[] {
  const byName = new Map<string, ChipView>();
  for (const reader of readers) {
    const name = texts.t(`strip/reader/${reader.name}`);
    const icon: IconName = cardReaders.includes(reader.name) ? 'card-waves' : 'scanner';
    const { state } = reader;
    if (!byName.has(name) || state === 'listening') {
      byName.set(
        name,
        state === 'listening'
          ? { state: 'ok', icon, name, note: null }
          : { state: 'care', icon: 'alert', name, note: texts.t(`strip/readerTrouble/${state}`, { reader: name }) },
      );
    }
  }
  return [...byName.values()];
}

function Chip({ chip, folded }: { readonly chip: ChipView; readonly folded: boolean }) {
  const isCare = chip.state === 'care';
  const spoken = chip.note === null ? chip.name : isCare ? chip.note : `${chip.name}: ${chip.note}`;
  return (
    <div className="chip" data-state={chip.state} title={spoken}>
      <Icon name={chip.icon} />
      {isCare ? (
        <span className="cause">{chip.note}</span>
      ) : (
        <span className={folded ? 'vh' : undefined}>
          {chip.name} {chip.note === null ? null : <b>{chip.note}</b>}
        </span>
      )}
      {isCare ? null : <i className="dot" />}
    </div>
  );
}

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

/** Causes that fit on the strip beside the choices, in the longest language and the smallest window. */
const mostCauses = 2;

/** The strip on top: how far the till reaches, what its devices say, and what can be set at any moment. */
export function StatusStrip({
  tag,
  onOpenDevices,
}: {
  readonly tag: ReactNode;
  /** Null on the devices page itself. */
  readonly onOpenDevices: (() => void) | null;
}) {
  const texts = useTexts();
  const store = useDeskStore();
  const name = useDesk((state) => state.station?.name ?? '');
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
        <span>{name}</span>
      </div>
      {shown.map((chip) => (
        // Beside a cause, what is well shrinks to its drawing: the cause must be readable whole.
        <Chip key={chip.name} chip={chip} folded={inTrouble} />
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
