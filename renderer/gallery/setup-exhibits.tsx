import type { Locale } from '../../shared/domain/locale.ts';
import { DeskProvider } from '../cashier/use-desk.ts';
import { DevicesPage } from '../setup/devices-page.tsx';
import { DevicesProvider } from '../setup/use-devices.ts';
import { createDevicesStore } from '../stores/devices-store.ts';
import { createKeyStore, type KeyDeskState } from '../stores/key-store.ts';
import { createSetupStore, type SetupDesk } from '../stores/training-setup-store.ts';
import { SetupPage } from '../training/setup-page.tsx';
import { SetupProvider } from '../training/use-setup.ts';
import { deskStoreOf, exhibitAtDesk, nowhere, surroundingsOf } from './desk-scene.tsx';
import type { Exhibit } from './exhibit.ts';
import { allIsWell, failure, silentTill, station } from './samples.ts';
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
    <DeskProvider store={deskStoreOf(locale, true)}>
      <SetupProvider store={setup}>
        <DevicesProvider store={devices}>
          <SetupPage {...surroundingsOf(true)} />
        </DevicesProvider>
      </SetupProvider>
    </DeskProvider>
  );
}

function showKey(locale: Locale, state: Partial<KeyDeskState>) {
  const devices = createDevicesStore(silentTill);
  devices.setState({ isOpen: true, status: allIsWell, view: devicesView, panel: 'key' });
  const keys = createKeyStore(silentTill);
  keys.setState(state);
  return (
    <DeskProvider store={deskStoreOf(locale, false, { station: { ...station, locale, shopName: 'Corner Shop' } })}>
      <DevicesProvider store={devices}>
        <DevicesPage {...surroundingsOf(false)} keys={keys} onOpenDoctor={nowhere} />
      </DevicesProvider>
    </DeskProvider>
  );
}

const sizes: Exhibit['sizes'] = ['1366x768', '1280x720'];
const wizard = (name: string, state: Partial<SetupDesk>): Exhibit =>
  exhibitAtDesk(`setup/${name}`, (locale) => showWizard(locale, state), { sizes });
const key = (name: string, state: Partial<KeyDeskState>): Exhibit =>
  exhibitAtDesk(`key/${name}`, (locale) => showKey(locale, state), { sizes });

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
