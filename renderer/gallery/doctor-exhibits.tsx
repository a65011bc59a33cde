import type { Locale } from '../../shared/domain/locale.ts';
import type { CheckResult } from '../../shared/domain/station-findings.ts';
import { DeskProvider } from '../cashier/use-desk.ts';
import { DoctorPage } from '../setup/doctor-page.tsx';
import { createDiagnosisStore, type DiagnosisState } from '../stores/diagnosis-store.ts';
import { deskStoreOf, exhibitAtDesk, surroundingsOf } from './desk-scene.tsx';
import type { Exhibit } from './exhibit.ts';
import { failure, noon, silentTill } from './samples.ts';

const found = (
  check: CheckResult['check'],
  verdict: CheckResult['verdict'],
  finding: CheckResult['finding'],
  facts: CheckResult['facts'] = {},
  about: string | null = null,
): CheckResult => ({ check, about, verdict, finding, facts });

const well: readonly CheckResult[] = [
  found('settings', 'well', 'settings.valid'),
  found('secrets', 'well', 'secrets.readable'),
  found('data-folder', 'well', 'folder.writable'),
  found('disk-space', 'well', 'disk.enough', { free: 79_734 }),
  found('lock', 'well', 'lock.this'),
  found('journal', 'well', 'journal.proven', { count: 96_418 }),
  found('people', 'well', 'people.listed', { count: 4 }),
  found('api', 'well', 'api.answers', { ms: 84 }),
  found('clock', 'well', 'clock.right', { seconds: 0 }),
  found('credentials', 'well', 'credentials.accepted'),
  found('printer', 'well', 'printer.ready'),
  found('readers', 'well', 'reader.listening', {}, 'keyboard-wedge'),
  found('device-rules', 'skipped', 'check.not-here'),
  found('voice', 'skipped', 'check.not-here'),
  found('service', 'well', 'service.runs'),
  found('versions', 'well', 'versions.known', {
    app: '0.1.0',
    host: 'electron',
    node: '24.21.0',
    system: 'Linux 6.1.0',
  }),
];

const trouble: readonly CheckResult[] = [
  found('settings', 'bad', 'settings.cut-off'),
  found('secrets', 'bad', 'secrets.open-to-others', { file: 'station.key' }),
  found('data-folder', 'bad', 'folder.not-writable', { reason: 'EROFS' }),
  found('disk-space', 'bad', 'disk.full', { free: 3 }),
  found('lock', 'care', 'lock.left-behind'),
  found('journal', 'bad', 'journal.not-proven', { entry: 41_200 }),
  found('journal', 'care', 'journal.set-aside', { file: 'journal.damaged-2026-11-24T07-51-40-123Z-4711.sqlite' }),
  found('journal', 'care', 'journal.unsettled', { count: 2 }),
  found('people', 'care', 'people.none'),
  found('api', 'bad', 'api.certificate-rejected'),
  found('clock', 'skipped', 'check.needs-api'),
  found('credentials', 'skipped', 'check.needs-api'),
  found('printer', 'bad', 'printer.paper-out'),
  found('readers', 'bad', 'reader.no-permission', {}, 'hid-scanner'),
  found('readers', 'bad', 'reader.service-missing', {}, 'contactless-reader'),
  found('device-rules', 'care', 'rules.missing'),
  found('voice', 'care', 'voice.missing'),
  found('service', 'skipped', 'service.none'),
  found('versions', 'care', 'versions.development', { app: '0.1.0', node: '24.21.0', system: 'Linux 6.1.0' }),
];

function showDoctor(locale: Locale, state: Partial<DiagnosisState>, isTraining: boolean) {
  const store = createDiagnosisStore(silentTill);
  store.setState({ isOpen: true, ...state });
  return (
    <DeskProvider store={deskStoreOf(locale, isTraining)}>
      <DoctorPage {...surroundingsOf(isTraining)} store={store} />
    </DeskProvider>
  );
}

const exhibit = (name: string, state: Partial<DiagnosisState>, isTraining = false): Exhibit =>
  exhibitAtDesk(`doctor/${name}`, (locale) => showDoctor(locale, state, isTraining));

const looked = (checks: readonly CheckResult[]) => ({ kind: 'looked', checks, at: noon }) as const;
const file = '/var/lib/wallet-till/diagnosis/wallet-till-20261124-075212.zip';
const parts = ['about.json', 'settings.json', 'checks.json', 'devices.json', 'journal.json', 'logs/till.log'];

/** Every state of the page on which the station is checked. */
export const doctorExhibits: readonly Exhibit[] = [
  exhibit('looking', { looking: { kind: 'looking' } }),
  exhibit('well', { looking: looked(well) }),
  exhibit('well-in-training', { looking: looked(well) }, true),
  exhibit('trouble', { looking: looked(trouble) }),
  exhibit('saving', { looking: looked(well), saving: { kind: 'saving' } }),
  exhibit('saved', { looking: looked(trouble), saving: { kind: 'saved', file, parts } }),
  exhibit('marked', {
    looking: looked(well),
    saving: { kind: 'failed', error: failure('bundle.marked', { part: 'logs/till.log', mark: 'card-number' }) },
  }),
  exhibit('not-written', {
    looking: looked(well),
    saving: { kind: 'failed', error: failure('bundle.not-written', { reason: 'ENOSPC' }) },
  }),
  exhibit('failed', { looking: { kind: 'failed', error: failure('app.fault') } }),
];
