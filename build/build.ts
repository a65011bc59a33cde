// One dist/, built once, for every host: start, end-to-end tests, Forge and electron-builder all use this very folder.
import { rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig } from 'vite';
import { nativePackages } from './native-packages.ts';
import { distDir, projectDir } from './paths.ts';
import { rememberBuild } from './staleness.ts';
import { requireCompleteTexts } from './texts.ts';

/** Chromium of Electron 45; the development host's is newer. */
const browserTarget = 'chrome150';
const nodeTarget = 'node24';
const notBundled = [/^node:/, ...builtinModules, /^electron(\/.*)?$/, ...nativePackages];

const shared: InlineConfig = { root: projectDir, configFile: false, logLevel: 'warn', publicDir: false };

/** Modules that run under Node: everything is bundled but `node:`, `electron` and the packages with a binary in them. */
function nodeBuild(entries: Record<string, string>, outDir: string, format: 'es' | 'cjs'): InlineConfig {
  return {
    ...shared,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      outDir: path.join(distDir, outDir),
      target: nodeTarget,
      // Readable traces are worth more to support than the bytes saved; tests read these files too.
      minify: false,
      sourcemap: true,
      emptyOutDir: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: entries,
        external: notBundled,
        output: {
          format,
          entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
          chunkFileNames: '[name].js',
          // A sandboxed preload may require nothing but electron: one file each.
          codeSplitting: format === 'es',
        },
      },
    },
  };
}

/** A script that the development host puts into the page: one self-contained expression. */
function injectedScriptBuild(name: string): InlineConfig {
  return {
    ...shared,
    build: {
      outDir: path.join(distDir, 'chromium-host'),
      target: browserTarget,
      minify: false,
      emptyOutDir: false,
      reportCompressedSize: false,
      lib: {
        entry: path.join(projectDir, 'build/chromium-host', `${name}.ts`),
        formats: ['iife'],
        name: 'injected',
        fileName: () => `${name}.js`,
      },
    },
  };
}

/** The page; elsewhere than in dist/ for who wants it without the rest. */
export function rendererBuild(outDir = path.join(distDir, 'renderer')): InlineConfig {
  return {
    ...shared,
    root: path.join(projectDir, 'renderer'),
    base: './',
    plugins: [react()],
    build: {
      outDir,
      target: browserTarget,
      emptyOutDir: true,
      // The content security policy allows no data: URI, so every font and picture stays a file.
      assetsInlineLimit: 0,
      rolldownOptions: { input: ['index.html', 'display.html'].map((page) => source('renderer', page)) },
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      // Read from the disk, not over a network: one file of a megabyte is quick.
      chunkSizeWarningLimit: 2_000,
    },
  };
}

const source = (...parts: string[]): string => path.join(projectDir, ...parts);

/** Builds the whole of dist/ anew. Throws what the bundler throws, and where a language lacks a text. */
export async function buildAll(): Promise<void> {
  await requireCompleteTexts();
  rmSync(distDir, { recursive: true, force: true });
  await build(rendererBuild());
  await build(
    nodeBuild(
      // A worker is a file of its own beside the one that starts it.
      {
        main: source('electron/main.ts'),
        'pcsc-worker': source('electron/devices/reader/pcsc-worker.ts'),
        'verify-worker': source('electron/diagnosis/verify-worker.ts'),
      },
      'main',
      'es',
    ),
  );
  for (const name of ['preload', 'preload-training', 'preload-kiosk', 'preload-kiosk-training', 'preload-display']) {
    await build(nodeBuild({ [name]: source('electron', `${name}.ts`) }, 'preload', 'cjs'));
  }
  await build(
    nodeBuild(
      {
        electron: source('build/chromium-host/electron.ts'),
        'till-entry': source('build/chromium-host/till-entry.ts'),
        'test-entry': source('build/chromium-host/test-entry.ts'),
        'tour-entry': source('build/tour-entry.ts'),
      },
      'chromium-host',
      'es',
    ),
  );
  await build(injectedScriptBuild('main-world'));
  await build(injectedScriptBuild('isolated-world'));
  rememberBuild();
}

if (import.meta.main) await buildAll();
