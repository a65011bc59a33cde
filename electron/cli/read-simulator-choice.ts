import { ok, type Result } from '../../shared/errors/result.ts';
import { optionsOf } from './commands.ts';
import { type OptionSpec, readText, usage, withOption } from './options.ts';
import type { Arguments } from './read-arguments.ts';

export interface SimulatorChoice {
  readonly port: number;
  readonly controlPort: number | undefined;
  readonly dataFile: string | undefined;
  readonly stateFile: string | undefined;
  readonly seed: number | undefined;
  readonly unconfirmedCards: 'findable' | 'hidden' | undefined;
  readonly limits: boolean;
  readonly faultsFile: string | undefined;
  readonly tlsFiles: TlsChoice | undefined;
}

/** Files in PEM, and where to listen for https. */
export interface TlsChoice {
  readonly port: number;
  readonly certFile: string;
  readonly keyFile: string;
  readonly caFile: string;
}

/** Understands the values of `simulator`. Errors: `command.usage`. */
export function readSimulatorChoice({
  values,
  switches,
}: Arguments): Result<{ readonly kind: 'simulator'; readonly choice: SimulatorChoice }> {
  const read: Record<string, unknown> = {};
  for (const [name, text] of values) {
    const value = withOption(name, readText(optionsOf('simulator')[name] as OptionSpec, text));
    if (!value.ok) {
      return value;
    }
    read[name] = value.value;
  }
  const tlsFiles = readTlsFiles(read);
  if (!tlsFiles.ok) {
    return tlsFiles;
  }
  const choice: SimulatorChoice = {
    port: (read.port as number | undefined) ?? 8080,
    controlPort: read['control-port'] as number | undefined,
    dataFile: read.data as string | undefined,
    stateFile: read.state as string | undefined,
    seed: read.seed as number | undefined,
    unconfirmedCards: read['unconfirmed-cards'] as 'findable' | 'hidden' | undefined,
    limits: switches.has('limits'),
    faultsFile: read.faults as string | undefined,
    tlsFiles: tlsFiles.value,
  };
  return ok({ kind: 'simulator', choice });
}

const tlsOptions = ['tls-cert', 'tls-key', 'tls-ca'] as const;

/** All of them, or none: half of a TLS listener is a mistake. */
function readTlsFiles(read: Readonly<Record<string, unknown>>): Result<TlsChoice | undefined> {
  const [certFile, keyFile, caFile] = tlsOptions.map((name) => read[name] as string | undefined);
  const port = read['tls-port'] as number | undefined;
  if (certFile !== undefined && keyFile !== undefined && caFile !== undefined) {
    return ok({ port: port ?? 8443, certFile, keyFile, caFile });
  }
  return [certFile, keyFile, caFile, port].every((given) => given === undefined)
    ? ok(undefined)
    : usage(
        'https needs a certificate, its key and an authority',
        tlsOptions.map((name) => `--${name} FILE`),
      );
}
