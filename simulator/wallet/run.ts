import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import type { KnownData } from './data.ts';
import { loadDataFile } from './load-data.ts';
import { people } from './people.ts';
import { startWalletSimulator, type WalletSimulator, type WalletSimulatorOptions } from './server.ts';
import type { WorldState } from './state.ts';
import { digestOf, readStateFile } from './state-file.ts';

/** What the command line prints once the simulator listens. The key is the public documentation's example. */
export interface SimulatorAnnouncement {
  readonly url: string;
  /** The same over https; null unless it was asked for. */
  readonly tls_url: string | null;
  readonly client_id: string;
  readonly mac_key: string;
  readonly cards: readonly { readonly id: string; readonly title: string; readonly card: string }[];
  readonly barcodes: readonly string[];
  /** Access tokens of made-up users, for `me`. */
  readonly access_tokens: readonly {
    readonly access_token: string;
    readonly mac_key: string;
    readonly refresh_token: string;
    readonly wallet: number;
  }[];
  readonly control: { readonly url: string; readonly token: string };
}

export interface RunningSimulator {
  readonly simulator: WalletSimulator;
  readonly announcement: SimulatorAnnouncement;
}

export interface RunOptions
  extends Pick<WalletSimulatorOptions, 'seed' | 'onCodeSent' | 'tls' | 'limits' | 'unconfirmedCards'> {
  readonly port: number;
  /** A shop's own people in place of the built-in ones. */
  readonly dataFile?: string;
  /** Where the state is kept and found again; nowhere unless given. */
  readonly stateFile?: string;
  readonly controlToken?: string;
  readonly controlPort?: number;
}

/**
 * Starts the simulator and its control endpoint for a person or a script; it runs until it is closed.
 * Errors: `settings.invalid` where a port is not one or cannot be listened on, and for a data or state file that
 * cannot be used.
 */
export async function runWalletSimulator(options: RunOptions): Promise<Result<RunningSimulator>> {
  const { port, dataFile, stateFile, controlPort = 0, controlToken, ...others } = options;
  for (const [setting, value] of Object.entries({ '--port': port, '--control-port': controlPort })) {
    if (!Number.isInteger(value) || value < 0 || value > 65_535) {
      return err(appError('settings.invalid', { setting, allowed: '0 to 65535' }));
    }
  }
  const data = dataFile === undefined ? ok(people) : loadDataFile(dataFile);
  if (!data.ok) return data;
  const state = readState(stateFile, data.value);
  if (!state.ok) return state;
  try {
    const simulator = await startWalletSimulator({
      port,
      data: data.value,
      state: state.value ?? undefined,
      stateFile,
      ...others,
      control: { port: controlPort, token: controlToken },
    });
    return ok({ simulator, announcement: announce(simulator, data.value) });
  } catch (error) {
    const failure = listenFailure(error);
    if (failure === null) throw error;
    const setting = settingOf(failure.port, options);
    return err(appError('settings.invalid', { setting, port: failure.port, reason: failure.reason }));
  }
}

function readState(stateFile: string | undefined, data: KnownData): Result<WorldState | null> {
  return stateFile === undefined ? ok(null) : readStateFile(stateFile, digestOf(data));
}

function announce(simulator: WalletSimulator, data: KnownData): SimulatorAnnouncement {
  if (simulator.control === null) throw new Error('a simulator that was started with a control endpoint has one');
  return {
    url: simulator.url,
    tls_url: simulator.tlsUrl,
    client_id: simulator.clientId,
    mac_key: simulator.macKey,
    cards: simulator.samples.map(({ id, title, issuer, number }) => ({ id, title, card: `${issuer}:${number}` })),
    barcodes: simulator.barcodes.map(({ text }) => text),
    access_tokens: data.accessTokens.map(({ id, macKey, refreshToken, wallet }) => ({
      access_token: id,
      mac_key: macKey,
      refresh_token: refreshToken,
      wallet,
    })),
    control: simulator.control,
  };
}

function settingOf(taken: number, { port, tls }: RunOptions): string {
  return taken === port ? '--port' : taken === tls?.port ? '--tls-port' : '--control-port';
}

/** The system's reason for not listening on a port; null for any other error. */
function listenFailure(error: unknown): { reason: string; port: number } | null {
  if (!(error instanceof Error && 'code' in error && 'port' in error)) return null;
  const { code, port } = error;
  return (code === 'EADDRINUSE' || code === 'EACCES') && typeof port === 'number' ? { reason: code, port } : null;
}
