import { mkdirSync, watch, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

let held: DatabaseSync | null = null;

/**
 * Takes the data folder for this process, at once and for as long as it lives. False when another process has it; that
 * one's `onSecondInstance` is called then. An open SQLite transaction is the lock: the system drops it with the process,
 * however that ends, on every platform, where a file with a process id would have to be guessed at.
 */
export function acquireSingleInstanceLock(userDataDir: string, onSecondInstance: () => void): boolean {
  if (held !== null) return true;
  mkdirSync(userDataDir, { recursive: true });
  const knockFile = path.join(userDataDir, 'second-instance');
  const database = new DatabaseSync(path.join(userDataDir, 'single-instance.lock'));
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch {
    database.close();
    writeFileSync(knockFile, String(process.pid));
    return false;
  }
  held = database;
  writeFileSync(knockFile, '');
  let lastKnock = Date.now();
  watch(knockFile, { persistent: false }, () => {
    // One write can be reported twice.
    if (Date.now() - lastKnock < 200) return;
    lastKnock = Date.now();
    onSecondInstance();
  });
  return true;
}
