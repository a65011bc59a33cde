import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type Rolldown } from 'vite';

const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2',
};

export type BuiltFiles = ReadonlyMap<string, string | Uint8Array>;

/** Builds a page of this folder as the till's is built, in memory. */
export async function buildPage(folder: string, pages: readonly string[] = ['index.html']): Promise<BuiltFiles> {
  const root = path.join(import.meta.dirname, folder);
  const built = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    base: './',
    publicDir: false,
    plugins: [react()],
    build: {
      write: false,
      target: 'chrome150',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4_000,
      reportCompressedSize: false,
      rolldownOptions: { input: pages.map((name) => path.join(root, name)) },
    },
  })) as Rolldown.RolldownOutput;
  return new Map(built.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]));
}

export interface ServedPage {
  readonly url: string;
  readonly close: () => void;
}

/** Serves what was built on loopback. */
export async function servePage(files: BuiltFiles): Promise<ServedPage> {
  const server = createServer((request, response) => {
    const name = (request.url ?? '/').slice(1) || 'index.html';
    const body = files.get(name);
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': types[path.extname(name).slice(1)] ?? '' });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}
