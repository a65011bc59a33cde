// `session.defaultSession`: the app's decisions about permissions and requests, applied by the window.
import { strict } from './strict.ts';
import type { BeforeRequestDetails, Session } from './surface.ts';

/** Permissions API name to the name Electron asks the app with. */
const permissions: Readonly<Record<string, string>> = {
  camera: 'media',
  microphone: 'media',
  geolocation: 'geolocation',
  notifications: 'notifications',
  midi: 'midi',
  'clipboard-read': 'clipboard-read',
  'clipboard-write': 'clipboard-sanitized-write',
  'idle-detection': 'idle-detection',
  'local-fonts': 'local-fonts',
  'storage-access': 'storage-access',
  'window-management': 'window-management',
};

let requestHandler: Parameters<Session['setPermissionRequestHandler']>[0] = null;
let checkHandler: Parameters<Session['setPermissionCheckHandler']>[0] = null;
let beforeRequest: Parameters<Session['webRequest']['onBeforeRequest']>[0] | null = null;

function isDenied(permission: string): boolean {
  let granted = true;
  requestHandler?.(null, permission, (answer) => {
    granted = answer;
  });
  return !granted || checkHandler?.(null, permission) === false;
}

/**
 * Permissions API names that the app's handlers refuse. Without handlers there are none: Electron would grant all, and a
 * forgotten handler must show in the tests.
 */
export function deniedPermissions(): string[] {
  return Object.entries(permissions)
    .filter(([, permission]) => isDenied(permission))
    .map(([name]) => name);
}

/** The app's word on one request. */
export function isRequestCancelled(details: BeforeRequestDetails): boolean {
  let cancel = false;
  beforeRequest?.(details, (response) => {
    cancel = response.cancel ?? false;
  });
  return cancel;
}

const defaultSession: Session = strict<Session>('session.defaultSession', {
  setPermissionRequestHandler(handler) {
    requestHandler = handler;
  },
  setPermissionCheckHandler(handler) {
    checkHandler = handler;
  },
  // The next four only refuse what the host's page never gets anyway.
  setDevicePermissionHandler() {},
  setDisplayMediaRequestHandler() {},
  setSpellCheckerEnabled() {},
  on() {},
  webRequest: strict('session.defaultSession.webRequest', {
    onBeforeRequest(listener) {
      beforeRequest = listener;
    },
  }),
});

export const session = strict('session', { defaultSession });
