// What ships and how its binary is hardened: one list for Forge and for electron-builder.
import { statSync } from 'node:fs';
import path from 'node:path';
import { FuseV1Options, FuseVersion } from '@electron/fuses';
import { nativePackageFolders } from './native-packages.ts';
import { projectDir } from './paths.ts';

export const appId = 'lt.wallet-till.till';
export const executableName = 'wallet-till';
export const productName = 'Wallet Till';

/** Everything is bundled into dist/, so no source, map, test, simulator file or development host ships. */
const shipped = [/^\/package\.json$/, /^\/dist$/, /^\/dist\/(main|preload|renderer)(\/.*)?$/];

/** What of a native package runs, or must go with it; its sources, types and papers stay here. */
const shippedOfPackage = /\.(c?js|json|node)$|\/licen[cs]e[^/]*$/i;

/** A binary for another system, or for a C library that Electron does not run on. */
function isForeignBinary(file: string): boolean {
  const build = /\/prebuilds\/(.+)$/.exec(file)?.[1];
  return build !== undefined && (!build.includes(`${process.platform}-${process.arch}`) || build.includes('musl'));
}

/** Sources of the binary, and its tests. */
const neverOfPackage = /\/(hidapi|tests?)(\/|$)/;

/** The packages that cannot be bundled because a binary is in them, with the folders on the way to them. */
function isShippedPackage(file: string): boolean {
  return nativePackageFolders().some((folder) => {
    if (`/${folder}/`.startsWith(`${file}/`)) {
      return true;
    }
    const rest = file.startsWith(`/${folder}/`) ? file.slice(folder.length + 1) : '/node_modules';
    if (rest.startsWith('/node_modules') || neverOfPackage.test(rest)) {
      return false;
    }
    return shippedOfPackage.test(rest) || statSync(path.join(projectDir, file)).isDirectory();
  });
}

/** For a path from the project's top, with a slash in front ('' is the top itself). */
export function isShipped(file: string): boolean {
  if (file.startsWith('/node_modules')) {
    return isShippedPackage(file) && !isForeignBinary(file);
  }
  return file === '' || (!file.endsWith('.map') && shipped.some((pattern) => pattern.test(file)));
}

/** What lies beside the archive, for a person to install: the udev rule, and the service with its session. */
export const extraResources =
  process.platform === 'linux'
    ? ['udev/60-wallet-till.rules', 'systemd/wallet-till.service', 'systemd/wallet-till.pam'].map((file) =>
        path.join(projectDir, 'build', file),
      )
    : [];

/** The same for electron-builder, which takes globs. */
export const shippedGlobs = [
  'package.json',
  'dist/main/**',
  'dist/preload/**',
  'dist/renderer/**',
  '!**/*.map',
  '!node_modules/**',
  ...nativePackageFolders().map((folder) => `${folder}/**/*.{js,cjs,json,node}`),
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
