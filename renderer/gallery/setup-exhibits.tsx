import type { Locale } from '../../shared/domain/locale.ts';
import { themes } from '../../shared/domain/theme.ts';
import { DevelopmentTag } from '../cashier/desk.tsx';
import { StatusStrip } from '../cashier/status-strip.tsx';
import { DeskProvider } from '../cashier/use-desk.tsx';
import { DevicesPage } from '../setup/devices-page.tsx';
import { DevicesProvider } from '../setup/use-devices.tsx';
import { createDeskStore } from '../stores/desk-store.ts';
import { createDevicesStore } from '../stores/devices-store.ts';
import { createKeyStore, type KeyDeskState } from '../stores/key-store.ts';
import { createSetupStore, type SetupDesk } from '../stores/training-setup-store.ts';
import { SetupPage } from '../training/setup-page.tsx';
import { TrainingBand } from '../training/training-band.tsx';
import { SetupProvider } from '../training/use-setup.tsx';
import type { Exhibit } from './exhibit.ts';
import { allIsWell, failure, noon, silentTill, station } from './samples.ts';
import { trainingBridge } from './training-sample.ts';

const printer = { place: 'tcp://192.0.2.7:9100', model: 'epson-tm-t88v', paper: null, font: 'a' } as const;
const devicesView = {
  printer: { ...printer },
  line: { columns: 42, dots: 512 },
  models: [{ id: 'epson-tm-t88v', name: 'Epson TM-T88V', papers: [80 as const] }],
};

const chosen: Partial<SetupDesk> = {
  place: 'keyring',
  view: {
    stores: ['keyring', 'systemd', 'file'],
    operations: ['server.read', 'wallet.read', 'wallet.find', 'balance.read', 'statements.read', 'card.relate'],
    canChoose: true,
  },
  choices: {
    shopName: 'Corner Shop',
    stationName: 'Till 3',
    supportPhone: '+370 600 00000',
    locale: 'lt',
    currency: 'EUR',
    receiptWidth: null,
    face: 'desk',
    customerDisplay: true,
    readers: ['hid-scanner'],
    serialScanner: null,
    operations: null,
  },
  trial: { kind: 'answered', answer: { kind: 'accepted', latencyMs: 48, receiptsEnabled: false } },
};

function showWizard(locale: Locale, state: Partial<SetupDesk>) {
  const desk = createDeskStore({ till: silentTill, now: () => noon });
  desk.setState({ station: { ...station, mode: 'training', locale }, status: allIsWell, locale });
  const devices = createDevicesStore(silentTill);
  devices.setState({
    view: devicesView,
    status: {
      ...allIsWell,
      readers: [
        { name: 'keyboard-wedge', state: 'listening' },
        { name: 'hid-scanner', state: 'listening' },
        { name: 'stripe-reader', state: 'absent' },
        { name: 'contactless-reader', state: 'service-missing' },
      ],
    },
  });
  const setup = createSetupStore(trainingBridge);
  setup.setState({ ...chosen, isOpen: true, ...state });
  return (
    <DeskProvider store={desk}>
      <SetupProvider store={setup}>
        <DevicesProvider store={devices}>
          <SetupPage
            bands={<TrainingBand tag={<DevelopmentTag />} />}
            strip={<StatusStrip tag={null} onOpenDevices={null} />}
          />
        </DevicesProvider>
      </SetupProvider>
    </DeskProvider>
  );
}

function showKey(locale: Locale, state: Partial<KeyDeskState>) {
  const desk = createDeskStore({ till: silentTill, now: () => noon });
  desk.setState({ station: { ...station, locale, shopName: 'Corner Shop' }, status: allIsWell, locale });
  const devices = createDevicesStore(silentTill);
  devices.setState({ isOpen: true, status: allIsWell, view: devicesView, panel: 'key' });
  const keys = createKeyStore(silentTill);
  keys.setState(state);
  return (
    <DeskProvider store={desk}>
      <DevicesProvider store={devices}>
        <DevicesPage
          bands={null}
          strip={<StatusStrip tag={null} onOpenDevices={null} />}
          isTraining={false}
          Dock={null}
          keys={keys}
        />
      </DevicesProvider>
    </DeskProvider>
  );
}

function exhibit(name: string, show: Exhibit['show']): Exhibit {
  return { name, face: 'desk', sizes: ['1366x768', '1280x720'], themes, show };
}

const wizard = (name: string, state: Partial<SetupDesk>): Exhibit =>
  exhibit(`setup/${name}`, (locale) => showWizard(locale, state));
const key = (name: string, state: Partial<KeyDeskState>): Exhibit =>
  exhibit(`key/${name}`, (locale) => showKey(locale, state));

const kept = { kind: 'kept', by: 'mac', store: 'keyring', fixed: null, canChoose: true } as const;

/** Every step from training to live, and another key for a live station. */
export const setupExhibits: readonly Exhibit[] = [
  wizard('credentials', { place: null, trial: { kind: 'idle' } }),
  wizard('credentials-refused', {
    by: 'certificate',
    trial: { kind: 'answered', answer: { kind: 'refused', error: failure('api.unauthorized') as never } },
  }),
  wizard('credentials-accepted', {}),
  wizard('printer', { step: 'printer' }),
  wizard('readers', { step: 'readers' }),
  wizard('station', { step: 'station' }),
  wizard('people', { step: 'people', supervisor: { kind: 'failed', error: failure('operator.pin-too-short') } }),
  wizard('summary', { step: 'summary', supervisor: { kind: 'named', name: 'Rasa P.' } }),
  key('mac', { view: kept, replacing: { kind: 'done', latencyMs: 51 } }),
  key('certificate-failed', {
    view: { ...kept, by: 'certificate', store: 'file', canChoose: false },
    replacing: { kind: 'failed', error: failure('credentials.unreadable') },
  }),
  key('given-by-systemd', { view: { ...kept, store: 'systemd', fixed: 'systemd' } }),
];
