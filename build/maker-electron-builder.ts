import path from 'node:path';
import { MakerBase, type MakerOptions } from '@electron-forge/maker-base';
import type { ForgePlatform } from '@electron-forge/shared-types';

/** Forge packages and flips the fuses; electron-builder makes the installers from that very folder. */
export class MakerElectronBuilder extends MakerBase<Record<string, never>> {
  name = 'electron-builder';
  defaultPlatforms: ForgePlatform[] = ['linux', 'win32'];

  override isSupportedOnCurrentPlatform(): boolean {
    return true;
  }

  override async make({ dir, makeDir, targetPlatform, targetArch }: MakerOptions): Promise<string[]> {
    const { archFromString, build, Platform } = await import('electron-builder');
    const { builderConfig } = await import('./electron-builder.ts');
    const platform = targetPlatform === 'win32' ? Platform.WINDOWS : Platform.LINUX;
    return build({
      prepackaged: dir,
      targets: platform.createTarget(undefined, archFromString(targetArch)),
      config: { ...builderConfig, directories: { output: path.join(makeDir, 'electron-builder') } },
      publish: 'never',
    });
  }
}
