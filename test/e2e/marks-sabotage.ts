// Loaded before the till by the controls of the mark test, and by nothing else: each breaks one guard, as a careless
// change would.
import childProcess, { type SpawnOptions } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { Socket } from 'node:net';
import path from 'node:path';

const folder = process.env.TILL_DATA_DIR ?? '.';
/** As the till was started; it forgets its key's variable as soon as it has read it. */
const given = { ...process.env };

/** What starts Chromium, with something more. */
function spawnWith(more: (args: readonly string[], options: SpawnOptions) => [readonly string[], SpawnOptions]): void {
  const { spawn } = childProcess;
  const replaced = (file: string, args: readonly string[], options: SpawnOptions) =>
    spawn(file, ...(more(args, options) as [readonly string[], SpawnOptions]));
  childProcess.spawn = replaced as typeof spawn;
  syncBuiltinESMExports();
}

const sabotages: Readonly<Record<string, () => void>> = {
  'log-requests'() {
    subscribe('undici:request:create', (message) => {
      const { request } = message as { readonly request: { readonly path: string; readonly body: unknown } };
      console.error(`asked: ${request.path} ${String(request.body)}`);
    });
  },
  'spool-prints'() {
    const { write } = Socket.prototype;
    Socket.prototype.write = function spooled(this: Socket, ...given: Parameters<typeof write>) {
      if (given[0] instanceof Uint8Array) appendFileSync(path.join(folder, 'spool.bin'), given[0]);
      return write.apply(this, given);
    } as typeof write;
  },
  'hand-down-environment'() {
    spawnWith((args, options) => [args, { ...options, env: given }]);
  },
  'key-as-argument'() {
    spawnWith((args, options) => [[...args, `--key=${given.TILL_MAC_KEY}`], options]);
  },
};

sabotages[process.env.PROOF_BREAK ?? '']?.();
