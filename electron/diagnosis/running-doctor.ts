import { accessSync, constants } from 'node:fs';
import { appError } from '../../shared/errors/app-error.ts';
import type { Result } from '../../shared/errors/result.ts';
import type { Reader } from '../devices/reader/port.ts';
import type { PrinterSeat } from '../devices/receipt-printer/port.ts';
import type { Log } from '../log/log.ts';
import type { Doctor, Examination } from '../services/doctor.ts';
import { testCredentials } from '../services/station-setup.ts';
import type { Settings } from '../settings/settings.ts';
import { stationFolderOf } from '../settings/station-settings.ts';
import type { StationJournal } from '../station-journal.ts';
import type { WalletApi } from '../wallet-api/wallet-api.ts';
import { askLink, operatorNames, printerTimeoutMs } from './ask-place.ts';
import { bundleFileIn, partsOf, pruneBundles, saveBundle } from './bundle.ts';
import { listDevices } from './device-list.ts';
import type { DoctorPlace } from './doctor-place.ts';
import type { JournalLook } from './journal-look.ts';
import { readKnownSecrets, secretFilesOf } from './known-secrets.ts';
import { lookInWorker } from './look-in-worker.ts';
import { runChecks } from './run-checks.ts';
import { thisSystem } from './this-system.ts';

export interface RunningStation {
  readonly version: string;
  readonly host: 'electron' | 'chromium-host';
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What is in force since the start. */
  readonly settings: Settings;
  /** As the next start would read them. Errors: `settings.*`. */
  readonly readSettings: () => Result<Settings>;
  readonly whyNotStarted: DoctorPlace['whyNotStarted'];
  readonly api: WalletApi;
  readonly seat: PrinterSeat;
  readonly readers: readonly Reader[];
  readonly station: StationJournal;
  /** Secrets that are in no file: given in the environment, or opened from a keyring. */
  readonly knownSecrets: () => readonly string[];
  readonly log: Log;
  readonly clock: () => number;
  readonly onFault: (fault: unknown) => void;
}

/** Whether what is there may be read; what is not there is not needed, or the station would not run. */
function unreadableSecret(files: readonly string[]) {
  const isUnreadable = (file: string): boolean => {
    try {
      accessSync(file, constants.R_OK);
      return false;
    } catch (thrown) {
      return (thrown as NodeJS.ErrnoException).code !== 'ENOENT';
    }
  };
  return files.some(isUnreadable) ? appError('credentials.unreadable') : null;
}

/** The doctor of the till that runs: it hands over what is open already, and proves the journal beside its own thread. */
export function createRunningDoctor(running: RunningStation): Doctor {
  const { settings, api, seat, station, env, version, host } = running;
  const folder = stationFolderOf(settings.dataDir, settings.mode);
  const openPeople = () => station.openPeople();
  const secretFiles = secretFilesOf(settings, folder, env.CREDENTIALS_DIRECTORY);

  async function look(): Promise<Result<JournalLook | null>> {
    station.journal.flush();
    return lookInWorker({ folder, credentialsDirectory: env.CREDENTIALS_DIRECTORY });
  }

  function placeWith(looked: Promise<Result<JournalLook | null>>): DoctorPlace {
    return {
      version,
      host,
      system: thisSystem(env),
      folder,
      settings: running.readSettings(),
      whyNotStarted: running.whyNotStarted,
      readSecrets: () => unreadableSecret([...secretFiles.own, ...secretFiles.given]),
      secretFiles: secretFiles.own,
      tillsHere: 'this',
      lookAtJournal: () => looked,
      journalSetAside: station.journal.state.setAside,
      unsettled: () => station.journal.state.unsettled,
      openPeople: settings.face === 'kiosk' ? null : openPeople,
      askApi: () => askLink(api),
      tryCredentials: () => testCredentials(api),
      readPrinter: async () =>
        seat.choice === null
          ? { kind: 'not-configured' }
          : await seat.printer.readState({ timeoutMs: printerTimeoutMs }),
      readReaders: async () => running.readers.map(({ name, state }) => ({ name, state: state.kind })),
    };
  }

  async function examineWith(looked: Promise<Result<JournalLook | null>>): Promise<Examination> {
    const checks = await runChecks(placeWith(looked), running.onFault);
    return { checks, at: running.clock() };
  }

  return {
    examine: () => examineWith(look()),
    async saveBundle() {
      const looking = look();
      const { checks } = await examineWith(looking);
      const looked = await looking.catch(() => null);
      const system = thisSystem(env);
      const parts = partsOf({
        about: { app: version, host, node: system.node, system: system.release },
        settings: running.readSettings(),
        checks,
        devices: listDevices(),
        journal: looked?.ok ? (looked.value?.statistics ?? null) : null,
        folder,
      });
      const secrets = [...running.knownSecrets(), ...readKnownSecrets(secretFiles, settings)];
      const saved = saveBundle(bundleFileIn(folder, running.clock()), parts, {
        secrets,
        names: operatorNames(openPeople),
      });
      if (saved.ok) {
        pruneBundles(folder);
        running.log.info({ count: saved.value.bytes }, 'bundle saved');
      } else {
        running.log.error({ code: saved.error.code, part: String(saved.error.details?.part ?? '') }, 'bundle refused');
      }
      return saved;
    },
  };
}
