import { ok, type Result } from '../../shared/errors/result.ts';
import { exportSettings, importSettings, setSetting, showSettings } from '../settings/manage-settings.ts';
import type { LoadSettingsOptions } from '../settings/setting-layers.ts';
import { usage } from './options.ts';
import type { Arguments } from './read-arguments.ts';

/** What is asked about this station's settings, understood. */
export type SettingsCommand =
  | { readonly action: 'show' | 'export' | 'import' }
  /** Null takes the value back. */
  | { readonly action: 'set'; readonly name: string; readonly text: string | null };

/** Errors: `command.usage`. */
export function readSettingsCommand({
  command,
  values,
  switches,
}: Arguments): Result<{ readonly kind: 'settings'; readonly command: SettingsCommand }> {
  if (command !== 'settings set') {
    return ok({ kind: 'settings', command: { action: command.slice('settings '.length) as 'show' } });
  }
  const name = values.get('name');
  const text = values.get('value') ?? null;
  if (name === undefined || (text === null) !== switches.has('unset')) {
    return usage('settings set needs a name, and a value or --unset', [
      '--name SETTING --value TEXT',
      '--name SETTING --unset',
    ]);
  }
  return ok({ kind: 'settings', command: { action: 'set', name, text } });
}

/** Carries it out; nothing that it answers with is a secret. Errors: `settings.*`, `credentials.missing`. */
export async function runSettingsCommand(
  command: SettingsCommand,
  options: LoadSettingsOptions,
  readAll: () => Promise<string>,
): Promise<Result<unknown>> {
  switch (command.action) {
    case 'show': {
      const shown = showSettings(options);
      return shown.ok ? ok({ settings: shown.value }) : shown;
    }
    case 'set':
      return setSetting(options, command.name, command.text);
    case 'export':
      return exportSettings(options);
    case 'import':
      return importSettings(options, await readAll());
  }
}
