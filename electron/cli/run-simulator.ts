import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { WalletFault } from '../../simulator/wallet/faults.ts';
import { type RunningSimulator, runWalletSimulator } from '../../simulator/wallet/run.ts';
import type { SimulatorChoice } from './read-command.ts';

/** What the API publishes; off unless asked for, because training asks faster than any shop. */
const publishedLimits = { perMinutePerToken: 60, perHourPerAccount: 1000 };

/**
 * Starts the simulator as it was asked for. Codes that it "sends" go to `tell`, one JSON object a line.
 * Errors: `settings.invalid`.
 */
export async function startSimulator(
  choice: SimulatorChoice,
  tell: (line: string) => void,
): Promise<Result<RunningSimulator>> {
  const { faultsFile, limits, ...options } = choice;
  const faults = faultsFile === undefined ? ok([]) : readFaults(faultsFile);
  if (!faults.ok) {
    return faults;
  }
  const running = await runWalletSimulator({
    ...options,
    limits: limits ? publishedLimits : undefined,
    onCodeSent: ({ wallet, channel, to, code }) =>
      tell(`${JSON.stringify({ sent_code: { wallet, channel, to, code } })}\n`),
  });
  if (running.ok) {
    running.value.simulator.setFaults(faults.value);
  }
  return running;
}

function readFaults(file: string): Result<readonly WalletFault[]> {
  const refuse = (reason: string) => err(appError('settings.invalid', { setting: '--faults', file, reason }));
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return refuse(error instanceof Error && 'code' in error ? String(error.code) : 'not JSON');
  }
  const faults = z.array(WalletFault).safeParse(json);
  const issue = faults.error?.issues[0];
  return faults.success ? ok(faults.data) : refuse(`${issue?.path.join('.') || 'the file'}: ${issue?.message ?? ''}`);
}
