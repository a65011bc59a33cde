import { MakerZIP } from '@electron-forge/maker-zip';
import { FusesPlugin } from '@electron-forge/plugin-fuses';
import type { ForgeConfig } from '@electron-forge/shared-types';
import { buildAll } from './build/build.ts';
import { MakerElectronBuilder } from './build/maker-electron-builder.ts';
import { appId, executableName, extraResources, fuses, isShipped } from './build/package-config.ts';
import { isBuildStale } from './build/staleness.ts';
import { electronSource, refuseToShipStandIn } from './build/standin.ts';

const config: ForgeConfig = {
  packagerConfig: {
    asar: { unpack: '**/*.node' },
    appBundleId: appId,
    executableName,
    ignore: (file: string) => !isShipped(file),
    prune: false,
    extraResource: extraResources,
    ...(await electronSource()),
  },
  hooks: {
    generateAssets: async () => {
      if (isBuildStale()) await buildAll();
    },
    preMake: async () => refuseToShipStandIn(),
  },
  plugins: [new FusesPlugin(fuses)],
  makers: [new MakerElectronBuilder({}), new MakerZIP({})],
};

export default config;
