// The gallery's pages: built apart from dist/, so that no package can hold them, and served on loopback.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { mimeTypes, resolveAsset } from '../electron/windows/assets.ts';
import { outDir, projectDir } from './paths.ts';

const galleryDir = path.join(outDir, 'gallery');

export async function buildGallery(): Promise<void> {
  await build({
    root: path.join(projectDir, 'renderer'),
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    base: './',
    plugins: [react()],
    build: {
      outDir: galleryDir,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      target: 'chrome150',
      chunkSizeWarningLimit: 4_000,
      reportCompressedSize: false,
      rolldownOptions: { input: path.join(projectDir, 'renderer', 'gallery.html') },
    },
  });
}

/** Serves the built gallery; answers with its address and the function that ends it. */
export async function serveGallery(port = 0): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = resolveAsset(galleryDir, pathname);
    const answer = file === null ? Promise.reject(new Error('not served')) : readFile(file);
    answer.then(
      (bytes) => {
        response.writeHead(200, { 'content-type': mimeTypes[path.extname(file ?? '')] });
        response.end(bytes);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: chosen } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${chosen}/gallery.html`, close: () => server.close() };
}
