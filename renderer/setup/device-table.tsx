import type { StationStatus } from '../stores/station-slice.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import type { IconName } from '../ui/icons/strokes.ts';
import { type DeviceWords, displayWords, printerWords, readerWords } from './device-words.ts';
import { useDevices } from './use-devices.ts';

interface RowProps {
  readonly icon: IconName;
  readonly name: string;
  readonly about: string;
  readonly words: DeviceWords;
  readonly testId: string;
}

function Row({ icon, name, about, words, testId }: RowProps) {
  return (
    <li className="device" data-state={words.state} data-testid={testId}>
      <Icon name={icon} />
      <div>
        <strong>{name}</strong>
        <span className="note soft">{about}</span>
      </div>
      <div>
        <span className={words.state === 'care' ? 'device-state care' : 'device-state'}>
          {words.state === 'care' ? <Icon name="alert" /> : <i className={`dot ${words.state}`} />}
          <b>{words.title}</b>
        </span>
        {words.next === '' ? null : <span className="note soft">{words.next}</span>}
      </div>
    </li>
  );
}

const readerIcons = (name: StationStatus['readers'][number]['name']): IconName =>
  name === 'stripe-reader' || name === 'contactless-reader' || name === 'simulated-card-reader'
    ? 'card-waves'
    : 'scanner';

/** Every device with how it is now; told by main, never asked for. */
export function DeviceTable() {
  const texts = useTexts();
  const status = useDevices((state) => state.status);
  const view = useDevices((state) => state.view);
  if (status === null) {
    return null;
  }
  const { link } = status;
  const linkWords: DeviceWords =
    link.kind === 'reached'
      ? {
          state: 'ok',
          title: texts.t('devices/reached'),
          next: texts.t('strip/ms', { value: texts.number(Math.round(link.latencyMs)) }),
        }
      : link.kind === 'unchecked'
        ? { state: 'working', title: texts.t('devices/unchecked'), next: '' }
        : { state: 'care', title: texts.error(link.code).title, next: texts.error(link.code).next[0] ?? '' };
  const model = view?.models.find(({ id }) => id === view.printer?.model)?.name ?? '';
  return (
    // Longer than its place where many readers are: whoever has no wheel must reach the rest too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <ul className="device-list" tabIndex={0} aria-label={texts.t('devices/title')}>
      <Row
        icon="link"
        name={texts.t('devices/service')}
        about={texts.t('devices/serviceAbout')}
        words={linkWords}
        testId="device-link"
      />
      <Row
        icon="printer"
        name={texts.t('devices/printer')}
        about={view?.printer == null ? texts.t('devices/none') : `${model}, ${view.printer.place}`}
        words={printerWords(status.printer, texts)}
        testId="device-printer"
      />
      {status.readers.map((reader) => (
        <Row
          key={reader.name}
          icon={readerIcons(reader.name)}
          name={texts.t(`strip/reader/${reader.name}`)}
          about={texts.t(`devices/readerAbout/${reader.name}`)}
          words={readerWords(reader, texts)}
          testId={`device-${reader.name}`}
        />
      ))}
      {status.customerDisplay === undefined ? null : (
        <Row
          icon="display"
          name={texts.t('display/station/name')}
          about={texts.t('display/station/about')}
          words={displayWords(status.customerDisplay, texts)}
          testId="device-customer-display"
        />
      )}
    </ul>
  );
}
