import { defaultWedgeRules } from '../../shared/domain/wedge.ts';
import { appError } from '../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../shared/errors/error-table.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { isLoopbackAddress, stationProxy } from './proxy.ts';
import { readSettingsFile, type SettingsFile } from './read-settings-file.ts';
import { type LoadSettingsOptions, readSetting, type SettingSources, settingsFileName } from './setting-layers.ts';
import {
  knownVariables,
  pathsOf,
  type SettingName,
  type SettingValues,
  settingNames,
  settingRows,
} from './setting-rows.ts';
import { productionApiUrl, type Settings } from './settings.ts';
import { settableHere, stationFolderOf, stationSettingsFileName } from './station-settings.ts';

/** Something wrong with what a station was told: a sentence, and the code it would have alone. */
interface Problem {
  readonly code: ErrorCode;
  readonly text: string;
}

/** With several problems the first of these names the error; all of them are in its details. */
const precedence = [
  'settings.invalid',
  'settings.insecure-url',
  'settings.mode-conflict',
  'credentials.missing',
] as const satisfies readonly ErrorCode[];

const invalid = (text: string): Problem => ({ code: 'settings.invalid', text });

/**
 * Reads what this station was told: what was set at the station itself, over environment, over `settings.json` in the
 * data folder, over defaults. A folder that
 * was never configured is a training station. All that is wrong is reported at once, in `details.problems`; no
 * sentence holds a secret. Errors: `settings.unreadable`, `settings.cut-off`, `settings.invalid`, `settings.insecure-url`,
 * `settings.mode-conflict`, `credentials.missing`.
 */
export function loadSettings(options: LoadSettingsOptions): Result<Settings> {
  const { env } = options;
  const sources = readSources(options);
  if (!sources.ok) {
    return sources;
  }
  const { dataDir, file, setHere } = sources.value;
  const read = readAll(sources.value);
  const api = readApi(read.values, env);
  const problems = [
    ...unknownVariables(env),
    ...unknownKeys(file),
    ...keysNotSetHere(setHere),
    ...read.problems,
    ...checkMode(read, env),
    ...(api.ok ? [] : [api.error]),
  ];
  return problems.length > 0 || !api.ok ? err(errorOf(problems)) : ok(compose(read.values, dataDir, api.value));
}

/** Reads both files. Errors: `settings.unreadable`, `settings.cut-off`. */
export function readSources(options: LoadSettingsOptions): Result<SettingSources> {
  const { platform, readFile } = options;
  const dataDir = options.dataDir ?? findDataDir(options);
  const file = readSettingsFile(pathsOf(platform).join(dataDir, settingsFileName), readFile);
  if (!file.ok) {
    return file;
  }
  const early = readSetting('mode', { options, dataDir, file: file.value, setHere: {} });
  // With a wrong mode nothing is known of what else should be there; the mode is the problem that is told.
  const folder = stationFolderOf(dataDir, early.ok && early.value === 'live' ? 'live' : 'training', pathsOf(platform));
  const setHere = readSettingsFile(pathsOf(platform).join(folder, stationSettingsFileName), readFile);
  return setHere.ok ? ok({ options, dataDir, file: file.value, setHere: setHere.value }) : setHere;
}

function errorOf(problems: readonly Problem[]) {
  const code = precedence.find((candidate) => problems.some((problem) => problem.code === candidate));
  return appError(code ?? 'settings.invalid', { problems: problems.map(({ text }) => text) });
}

function compose(values: SettingValues, dataDir: string, api: ApiSettings): Settings {
  const { wedgeMaxGapMs, wedgePrefix, proxy: _, ...rest } = values;
  const wedge = {
    ...defaultWedgeRules,
    maxGapMs: wedgeMaxGapMs,
    maxGapOnceCertainMs: Math.max(defaultWedgeRules.maxGapOnceCertainMs, wedgeMaxGapMs),
    prefix: wedgePrefix,
  };
  return { ...rest, ...api, dataDir, wedge };
}

/** `TILL_DATA_DIR`, or where the platform keeps an application's data (XDG Base Directory; APPDATA). */
function findDataDir({ env, platform, homeDir }: LoadSettingsOptions): string {
  const paths = pathsOf(platform);
  if (env.TILL_DATA_DIR) {
    return paths.resolve(env.TILL_DATA_DIR);
  }
  if (platform === 'win32') {
    return paths.join(env.APPDATA || paths.join(homeDir, 'AppData', 'Roaming'), 'Wallet Till');
  }
  // The XDG specification: a relative path is invalid and is to be ignored.
  const xdg = env.XDG_DATA_HOME && paths.isAbsolute(env.XDG_DATA_HOME) ? env.XDG_DATA_HOME : null;
  return paths.join(xdg ?? paths.join(homeDir, '.local', 'share'), 'wallet-till');
}

/** A variable nobody reads is a typo, and a typo must not be silent. */
function unknownVariables(env: LoadSettingsOptions['env']): Problem[] {
  return Object.keys(env)
    .filter((name) => /^TILL_/i.test(name) && !knownVariables.includes(name))
    .map((name) => invalid(`${name} is no setting; allowed: ${knownVariables.join(', ')}`));
}

function unknownKeys(file: SettingsFile): Problem[] {
  return Object.keys(file)
    .filter((key) => !(settingNames as readonly string[]).includes(key))
    .map((key) =>
      /key|secret|password/i.test(key)
        ? invalid(`settings.json: ${key} is no setting, and no secret may stand in this file; allowed: macKeyFile`)
        : invalid(`settings.json: ${key} is no setting; allowed: ${settingNames.join(', ')}`),
    );
}

function keysNotSetHere(setHere: SettingsFile): Problem[] {
  return Object.keys(setHere)
    .filter((key) => !(settableHere as readonly string[]).includes(key))
    .map((key) => invalid(`${stationSettingsFileName}: ${key} is not set here; allowed: ${settableHere.join(', ')}`));
}

interface ReadSettings {
  /** With the fallback in the place of what is wrong. */
  readonly values: SettingValues;
  readonly wrong: ReadonlySet<SettingName>;
  readonly problems: readonly Problem[];
}

function readAll(sources: SettingSources): ReadSettings {
  const results = settingNames.map((name) => ({ name, value: readSetting(name, sources) }));
  const values = results.map(({ name, value }) => [name, value.ok ? value.value : settingRows[name].fallback]);
  return {
    values: Object.fromEntries(values) as SettingValues,
    wrong: new Set(results.flatMap(({ name, value }) => (value.ok ? [] : [name]))),
    problems: results.flatMap(({ value }) => (value.ok ? [] : [invalid(value.error)])),
  };
}

/** Credentials without live mode, or live mode without credentials: half a change of mode that somebody must finish. */
function checkMode({ values, wrong }: ReadSettings, env: LoadSettingsOptions['env']): Problem[] {
  if (wrong.has('mode')) {
    return []; // nothing is known of what else should be there
  }
  return values.mode === 'training' ? checkTraining(values, env) : checkLive({ values, wrong }, env);
}

function checkTraining(values: SettingValues, env: LoadSettingsOptions['env']): Problem[] {
  const given = (['apiUrl', 'clientId', 'macKeyFile', 'clientCertFile', 'clientCertKeyFile'] as const)
    .filter((name) => values[name] !== null)
    .map((name) => settingRows[name].variable);
  if (env.TILL_MAC_KEY) {
    given.push('TILL_MAC_KEY');
  }
  const why = 'belongs to a live station, and this one is in training; set TILL_MODE=live or take it away';
  return given.map((name) => ({ code: 'settings.mode-conflict', text: `${name} ${why}` }));
}

type LiveCheck = Omit<ReadSettings, 'problems'>;

/** One of two ways to say who asks: a MAC, or a client certificate. Both, none, or half of one is an error. */
function checkLive({ values, wrong }: LiveCheck, env: LoadSettingsOptions['env']): Problem[] {
  const isGiven = (name: SettingName) => values[name] !== null || wrong.has(name);
  const isFiles = values.secretStore === 'file';
  const hasCertificate = isGiven('clientCertFile') || isGiven('clientCertKeyFile');
  const hasKey = isGiven('macKeyFile') || Boolean(env.TILL_MAC_KEY);
  if (hasCertificate && (hasKey || isGiven('clientId'))) {
    const text =
      'TILL_CLIENT_CERT stands in place of a MAC; take it away with its key, or TILL_CLIENT_ID with the MAC key';
    return [invalid(text)];
  }
  if (!isFiles) {
    const files = (['macKeyFile', 'clientCertKeyFile'] as const)
      .filter(isGiven)
      .map((name) => settingRows[name].variable);
    const store = values.secretStore;
    if (files.length > 0) {
      return files.map((name) =>
        invalid(`${name} belongs to TILL_SECRET_STORE=file, and it is ${store}; take one away`),
      );
    }
  }
  const missing: string[] = [];
  if (hasCertificate) {
    missing.push(
      ...(isGiven('clientCertFile') ? [] : ['TILL_CLIENT_CERT is missing; TILL_CLIENT_CERT_KEY is its key']),
      ...(!isFiles || isGiven('clientCertKeyFile')
        ? []
        : ['TILL_CLIENT_CERT_KEY is missing; TILL_CLIENT_CERT needs it']),
    );
  } else {
    missing.push(
      ...(isGiven('clientId') ? [] : ['TILL_CLIENT_ID is missing; a live station needs it']),
      ...(hasKey || !isFiles ? [] : [noKeyText]),
    );
  }
  return missing.map((text) => ({ code: 'credentials.missing', text }));
}

const noKeyText =
  'TILL_MAC_KEY_FILE is missing; a live station needs it, or TILL_MAC_KEY in a script, or TILL_CLIENT_CERT with its key';

type ApiSettings = Pick<Settings, 'apiUrl' | 'proxyUrl'>;

function readApi(
  { mode, apiUrl, clientCertFile, proxy: setting }: SettingValues,
  env: LoadSettingsOptions['env'],
): Result<ApiSettings, Problem> {
  if (mode === 'training') {
    return ok({ apiUrl: '', proxyUrl: null });
  }
  const url = apiUrl ?? new URL(productionApiUrl);
  if (url.protocol === 'http:' && !isLoopbackAddress(url.hostname)) {
    const text = 'TILL_API_URL is plain http; allowed: https, or http to 127.0.0.1 or [::1] (localhost is only a name)';
    return err({ code: 'settings.insecure-url', text });
  }
  if (url.protocol === 'http:' && clientCertFile !== null) {
    return err(invalid('TILL_CLIENT_CERT is shown over https only; allowed: TILL_API_URL that begins with https'));
  }
  const proxy = stationProxy(url, setting, env);
  return proxy.ok
    ? ok({ apiUrl: url.href.replace(/\/+$/, ''), proxyUrl: proxy.value })
    : err({ code: 'settings.invalid', text: proxy.error });
}
