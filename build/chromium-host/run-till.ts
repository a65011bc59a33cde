// The till on this host: dist/main/main.js, with its `electron` resolved to ./electron.js.
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const electronUrl = pathToFileURL(path.join(import.meta.dirname, 'electron.js')).href;

/** Loads the app; what it does from then on is its own. */
export async function runTill(): Promise<void> {
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron' || specifier === 'electron/main'
        ? { url: electronUrl, format: 'module', shortCircuit: true }
        : next(specifier, context),
  });
  await import(pathToFileURL(path.join(import.meta.dirname, '..', 'main', 'main.js')).href);
}
