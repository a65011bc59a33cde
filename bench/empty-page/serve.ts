import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type Rolldown } from 'vite';

const types: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript' };

export interface EmptyPage {
  readonly url: string;
  readonly close: () => void;
}

/** Builds the page as the till's is built, in memory, and serves it on loopback. */
export async function serveEmptyPage(): Promise<EmptyPage> {
  const built = (await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    base: './',
    plugins: [react()],
    build: { write: false, target: 'chrome150', modulePreload: { polyfill: false }, reportCompressedSize: false },
  })) as Rolldown.RolldownOutput;
  const files = new Map(built.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]));
  const server = createServer((request, response) => {
    const name = (request.url ?? '/').slice(1) || 'index.html';
    const body = files.get(name);
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': types[path.extname(name).slice(1)] ?? '' });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}
