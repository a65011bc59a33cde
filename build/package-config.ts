// What ships and how its binary is hardened: one list for Forge and for electron-builder.
import { FuseV1Options, FuseVersion } from '@electron/fuses';

export const appId = 'lt.wallet-till.till';
export const executableName = 'wallet-till';
export const productName = 'Wallet Till';

/** Everything is bundled into dist/, so no source, map, test, simulator file, development host or node_modules ships. */
const shipped = [/^\/package\.json$/, /^\/dist$/, /^\/dist\/(main|preload|renderer)(\/.*)?$/];

/** For a path from the project's top, with a slash in front ('' is the top itself). */
export function isShipped(file: string): boolean {
  return file === '' || (!file.endsWith('.map') && shipped.some((pattern) => pattern.test(file)));
}

/** The same for electron-builder, which takes globs. */
export const shippedGlobs = [
  'package.json',
  'dist/main/**',
  'dist/preload/**',
  'dist/renderer/**',
  '!**/*.map',
  '!node_modules/**',
];

/** All nine of Electron 45, each on purpose; one that a later Electron adds is an error until it is decided. */
export const fuses = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  resetAdHocDarwinSignature: true,
  // The binary is the till and nothing else: not Node, not a debugger, not a loader of other folders.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.EnableCookieEncryption]: true,
  // Off: there is no snapshot of our own, and pages come from app://, never from file://.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // On is Electron's own state: bounds checks of WebAssembly by the processor, not by slower code.
  [FuseV1Options.WasmTrapHandlers]: true,
} as const;
