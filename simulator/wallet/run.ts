import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { startWalletSimulator, type WalletSimulator } from './server.ts';

/** What the command line prints once the simulator listens. The key is the public documentation's example. */
export interface SimulatorAnnouncement {
  readonly url: string;
  readonly client_id: string;
  readonly mac_key: string;
  readonly cards: readonly { readonly id: string; readonly title: string; readonly card: string }[];
  readonly barcodes: readonly string[];
}

export interface RunningSimulator {
  readonly simulator: WalletSimulator;
  readonly announcement: SimulatorAnnouncement;
}

/**
 * Starts the simulator for a person or a script; it runs until it is closed.
 * Errors: `settings.invalid` where the port is not one or cannot be listened on.
 */
export async function runWalletSimulator(options: { readonly port: number }): Promise<Result<RunningSimulator>> {
  const { port } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return err(appError('settings.invalid', { setting: '--port', allowed: '0 to 65535' }));
  }
  try {
    const simulator = await startWalletSimulator({ port });
    return ok({ simulator, announcement: announce(simulator) });
  } catch (error) {
    const reason = listenFailure(error);
    if (reason === null) throw error;
    return err(appError('settings.invalid', { setting: '--port', port, reason }));
  }
}

function announce(simulator: WalletSimulator): SimulatorAnnouncement {
  return {
    url: simulator.url,
    client_id: simulator.clientId,
    mac_key: simulator.macKey,
    cards: simulator.samples.map(({ id, title, issuer, number }) => ({ id, title, card: `${issuer}:${number}` })),
    barcodes: simulator.barcodes.map(({ text }) => text),
  };
}

/** The system's reason for not listening; null for any other error. */
function listenFailure(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'EADDRINUSE' || code === 'EACCES' ? code : null;
}
