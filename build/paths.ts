import path from 'node:path';

export const projectDir = path.join(import.meta.dirname, '..');
export const distDir = path.join(projectDir, 'dist');
export const outDir = path.join(projectDir, 'out');
export const hostDir = path.join(distDir, 'chromium-host');
/** Kept by npm between runs and forgotten by `npm ci`, which is when a new try is due anyway. */
export const cacheDir = path.join(projectDir, 'node_modules', '.cache', 'wallet-till');
