import type { Result } from '../../shared/errors/result.ts';
import type { Settings } from './settings.ts';
import { type StationSettings, stationFolderOf, writeStationSettings } from './station-settings.ts';

/** Writes what is set at a running station beside its data. Errors: `settings.*`. */
export function createSettingsKeeper(
  settings: Settings,
  known: { readonly printerModels: readonly string[]; readonly operations: readonly string[] },
): (changes: StationSettings) => Result<null> {
  const folder = stationFolderOf(settings.dataDir, settings.mode);
  const place = {
    platform: process.platform,
    knownPrinterModels: known.printerModels,
    knownOperations: known.operations,
    baseDir: settings.dataDir,
  };
  return (changes) => writeStationSettings(changes, { folder, place });
}
