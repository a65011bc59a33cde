// What a child process may know: a listed variable or nothing, so that a secret in ours reaches nobody by accident.

const system =
  /^(PATH|HOME|USER|LOGNAME|SHELL|TERM|TMPDIR|TMP|TEMP|TZ|LANG|LANGUAGE|LC_\w+|DISPLAY|WAYLAND_DISPLAY|XAUTHORITY|XDG_\w+|DBUS_SESSION_BUS_ADDRESS|SystemRoot|SystemDrive|windir|APPDATA|LOCALAPPDATA|USERPROFILE|ProgramData|ProgramFiles|COMSPEC|PATHEXT)$/;
const network = /^(https?_proxy|no_proxy|all_proxy|HTTPS?_PROXY|NO_PROXY|ALL_PROXY|NODE_EXTRA_CA_CERTS)$/;
/** What systemd gives the service is read by the till itself, never by a child of it. */
const till = /^(TILL_\w+|CREDENTIALS_DIRECTORY)$/;

type Environment = Readonly<Record<string, string | undefined>>;

function pick(source: Environment, allowed: readonly RegExp[]): Record<string, string> {
  const picked: Record<string, string> = {};
  for (const [name, value] of Object.entries(source)) {
    if (value !== undefined && allowed.some((pattern) => pattern.test(name))) picked[name] = value;
  }
  return picked;
}

/** For the till's own main process. */
export function tillEnvironment(source: Environment): Record<string, string> {
  return pick(source, [system, network, till]);
}

/** For Chromium: no `TILL_*` (a key may be among them) and no proxies (they carry passwords, and the page has no network). */
export function browserEnvironment(source: Environment): Record<string, string> {
  return pick(source, [system]);
}

/** For package managers and downloads: they need the proxies, the till's own variables are none of their business. */
export function toolEnvironment(source: Environment): Record<string, string> {
  return pick(source, [system, network, /^(npm_config_\w+|ELECTRON_\w+|DEBIAN_FRONTEND)$/]);
}
