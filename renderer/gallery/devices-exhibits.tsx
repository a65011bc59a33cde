import type { Locale } from '../../shared/domain/locale.ts';
import { DeskProvider } from '../cashier/use-desk.ts';
import { DevicesPage } from '../setup/devices-page.tsx';
import { DevicesProvider } from '../setup/use-devices.ts';
import {
  createDevicesStore,
  type DevicesState,
  type LearningView,
  type ShownReading,
} from '../stores/devices-store.ts';
import { createKeyStore } from '../stores/key-store.ts';
import { deskStoreOf, exhibitAtDesk, nowhere, surroundingsOf } from './desk-scene.tsx';
import type { Exhibit } from './exhibit.ts';
import { allIsWell, failure, noon, silentTill } from './samples.ts';

const models = [
  { id: 'epson-tm-t88v', name: 'Epson TM-T88V', papers: [80 as const] },
  { id: 'generic-80mm', name: 'Any 80 mm printer (ESC/POS)', papers: [58 as const, 80 as const] },
];
const printer = { place: 'tcp://192.0.2.7:9100', model: 'epson-tm-t88v', paper: null, font: 'a' } as const;
const draft = { place: 'usb:/dev/usb/lp0', model: 'generic-80mm', paper: 80, font: 'a' } as const;
const found = [
  { place: 'usb:/dev/usb/lp0', name: 'EPSON TM-T20II' },
  { place: 'serial:/dev/ttyUSB0', name: null },
];
const shown: ShownReading = {
  reader: 'keyboard-wedge',
  at: noon,
  raw: [
    { kind: 'key', name: 'F24' },
    { kind: 'signs', text: '••••••3154' },
    { kind: 'key', name: 'Enter' },
  ],
  gapsMs: { shortest: 8, longest: 31 },
  became: { kind: 'identifier', by: 'card', issuer: 'paysera', masked: '•••• 3154' },
};
const learnt: LearningView = {
  kind: 'learnt',
  scanner: {
    reader: 'keyboard-wedge',
    prefix: '#',
    suffix: null,
    keyboard: { firstKey: 'F24', lastKeys: ['Enter'], longestGapMs: 31, maxGapMs: 65 },
  },
};

function showDevices(locale: Locale, state: Partial<DevicesState>, isTraining: boolean) {
  const status = state.status ?? allIsWell;
  const devices = createDevicesStore(silentTill);
  devices.setState({
    isOpen: true,
    status,
    view: { printer: { ...printer }, line: { columns: 42, dots: 512 }, models },
    ...state,
  });
  return (
    <DeskProvider store={deskStoreOf(locale, isTraining, { status })}>
      <DevicesProvider store={devices}>
        <DevicesPage {...surroundingsOf(isTraining)} keys={createKeyStore(silentTill)} onOpenDoctor={nowhere} />
      </DevicesProvider>
    </DeskProvider>
  );
}

const exhibit = (name: string, state: Partial<DevicesState>, isTraining = false): Exhibit =>
  exhibitAtDesk(`devices/${name}`, (locale) => showDevices(locale, state, isTraining));

/** Every state of the technician's page. */
export const devicesExhibits: readonly Exhibit[] = [
  exhibit('overview', {}),
  exhibit('overview-in-training', {}, true),
  exhibit('overview-in-trouble', {
    status: {
      link: { kind: 'broken', code: 'api.no-network' },
      printer: { kind: 'absent', reason: 'no-permission' },
      readers: [
        { name: 'hid-scanner', state: 'no-permission' },
        { name: 'stripe-reader', state: 'absent' },
        { name: 'contactless-reader', state: 'service-missing' },
        { name: 'serial-scanner', state: 'hung' },
      ],
      customerDisplay: 'no-display',
    },
  }),
  exhibit('test-page-printing', { test: { kind: 'printing' } }),
  exhibit('test-page-printed', { test: { kind: 'printed', at: noon } }),
  exhibit('test-page-not-printed', { test: { kind: 'failed', error: failure('printer.paper-out') } }),
  exhibit('test-page-unknown', { test: { kind: 'failed', error: failure('print.outcome-unknown') } }),
  exhibit('no-printer-set-up', {
    view: { printer: null, line: null, models },
    status: { ...allIsWell, printer: { kind: 'not-configured' } },
  }),
  exhibit('find-looking', { panel: 'find', finding: { kind: 'looking' } }),
  exhibit('find-nothing', { panel: 'find', finding: { kind: 'found', printers: [] } }),
  exhibit('find-address-wrong', {
    panel: 'find',
    finding: { kind: 'found', printers: [] },
    address: 'http://printer',
    addressIsWrong: true,
  }),
  exhibit('find-chosen', {
    panel: 'find',
    finding: { kind: 'found', printers: found },
    draft,
    checking: { kind: 'answered', state: { kind: 'ready', paperLow: false } },
  }),
  exhibit('find-saved', {
    panel: 'find',
    finding: { kind: 'found', printers: found },
    draft,
    checking: { kind: 'answered', state: { kind: 'ready', paperLow: false } },
    test: { kind: 'printed', at: noon },
    saving: { kind: 'saved', holds: 'now' },
  }),
  exhibit('find-not-saved', {
    panel: 'find',
    finding: { kind: 'found', printers: found },
    draft,
    saving: { kind: 'failed', error: failure('settings.not-written') },
  }),
  exhibit('scan-listening', { panel: 'scan', isListening: true }),
  exhibit('scan-shown', { panel: 'scan', isListening: true, shown }),
  exhibit('scan-product', {
    panel: 'scan',
    isListening: false,
    shown: {
      ...shown,
      reader: 'hid-scanner',
      gapsMs: null,
      raw: [
        { kind: 'mark', text: ']E0' },
        { kind: 'signs', text: '•••••••••0015' },
      ],
      became: { kind: 'refused', error: failure('scan.product-barcode') as never },
    },
  }),
  exhibit('learn-start', { panel: 'learn' }),
  exhibit('learn-collecting', {
    panel: 'learn',
    isListening: true,
    learning: { kind: 'collecting', taken: 1, wanted: 3 },
  }),
  exhibit('learn-refused', { panel: 'learn', learning: { kind: 'refused', problem: 'too-slow' } }),
  exhibit('learn-learnt', { panel: 'learn', isListening: true, learning: learnt, shown }),
];
