import { Worker } from 'node:worker_threads';
import type { Result } from '../../shared/errors/result.ts';
import type { JournalLook, JournalLookOptions } from './journal-look.ts';

/** Beside this file as a source, beside the bundle once built. */
function workerUrl(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './verify-worker.ts' : './verify-worker.js', import.meta.url);
}

/** `lookAtJournal` in a thread of its own. Rejects where that fails: a bug. */
export function lookInWorker(options: JournalLookOptions): Promise<Result<JournalLook | null>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerUrl(), { workerData: options });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread ended without an answer')));
  });
}
