import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { TestContext } from 'node:test';
import type { ReaderState } from '../../../electron/devices/reader/port.ts';
import { within } from './watched.ts';

export interface User {
  readonly uid: number;
  readonly gid: number;
}

/** Nobody in particular: what is root's alone is closed to them. */
export const cashier: User = { uid: 1_000, gid: 1_000 };

/** A process of its own, run by `user`, with the scanner's adapter: adapters load their library once. */
export function watchAs(context: TestContext, user: User): { tells(state: ReaderState['kind']): Promise<void> } {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'print-state.ts')], { ...user });
  context.after(async () => {
    child.stdin.end();
    await once(child, 'close');
  });
  child.stderr.pipe(process.stdout);
  const states = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    async tells(state) {
      assert.equal((await within(states.next(), `${state} from another process`)).value, state);
    },
  };
}
