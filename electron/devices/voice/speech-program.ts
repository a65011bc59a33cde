import { spawn } from 'node:child_process';

/** A speaking program: the pipe under the adapter. */
export interface SpeechProgram {
  /** `text` goes to its standard input: what is said of a customer stands in no argument. */
  run(argv: readonly string[], text: string): SpeechRun;
}

export interface SpeechRun {
  /** Status null: it could not be started, or was stopped. */
  readonly ended: Promise<{ readonly status: number | null; readonly output: string }>;
  stop(): void;
}

/** What it needs to find its voices and the sound of this session; nothing of ours. */
const known = /^(PATH|HOME|LANG|LC_\w+|XDG_RUNTIME_DIR|PULSE_\w+|PIPEWIRE_\w+|DBUS_SESSION_BUS_ADDRESS|ALSA_\w+)$/;
const mostOutput = 64 * 1024;

/** Runs an installed program by its name. */
export function speechProgram(name: string): SpeechProgram {
  const env = Object.fromEntries(Object.entries(process.env).filter(([variable]) => known.test(variable)));
  return {
    run(argv, text) {
      const child = spawn(name, [...argv], { env, stdio: ['pipe', 'pipe', 'ignore'] });
      let output = '';
      child.stdout.on('data', (chunk: Buffer) => {
        output = (output + chunk.toString('utf8')).slice(0, mostOutput);
      });
      // One that ends before it has read everything closes its side; how it ended is told below.
      child.stdin.on('error', () => undefined);
      child.stdin.end(text);
      const ended = new Promise<{ status: number | null; output: string }>((resolve) => {
        child.once('error', () => resolve({ status: null, output: '' }));
        child.once('close', (status) => resolve({ status, output }));
      });
      return { ended, stop: () => void child.kill('SIGTERM') };
    },
  };
}
