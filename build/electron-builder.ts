// electron-builder's part: installers (AppImage, deb, NSIS) from the folder that Forge packaged and hardened.
import type { Configuration } from 'electron-builder';
import { appId, executableName, productName, shippedGlobs } from './package-config.ts';

export const builderConfig: Configuration = {
  appId,
  productName,
  npmRebuild: false,
  electronLanguages: ['en-US', 'lt', 'ru'],
  files: shippedGlobs,
  linux: { target: ['AppImage', 'deb'], category: 'Office', executableName },
  win: { target: ['nsis'] },
};
