import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { z } from 'zod';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { WalletFault } from '../../simulator/wallet/faults.ts';
import type { TlsFiles } from '../../simulator/wallet/listener.ts';
import { type RunningSimulator, runWalletSimulator } from '../../simulator/wallet/run.ts';
import type { SimulatorChoice, TlsChoice } from './read-simulator-choice.ts';

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
  const { faultsFile, tlsFiles, limits, ...options } = choice;
  const faults = faultsFile === undefined ? ok([]) : readFaults(faultsFile);
  if (!faults.ok) {
    return faults;
  }
  const tls = tlsFiles === undefined ? ok(undefined) : readTls(tlsFiles);
  if (!tls.ok) {
    return tls;
  }
  const running = await runWalletSimulator({
    ...options,
    tls: tls.value,
    limits: limits ? publishedLimits : undefined,
    onCodeSent: ({ wallet, channel, to, code }) =>
      tell(`${JSON.stringify({ sent_code: { wallet, channel, to, code } })}\n`),
  });
  if (running.ok) {
    running.value.simulator.setFaults(faults.value);
  }
  return running;
}

const refuse = (setting: string, file: string, reason: string) =>
  err(appError('settings.invalid', { setting, file, reason }));

/** The system's code for a file that cannot be read. */
const reasonOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error ? String(error.code) : null;

function readTls({ port, ...files }: TlsChoice): Result<TlsFiles & { readonly port: number }> {
  const texts: Record<string, string> = {};
  const settings = { cert: '--tls-cert', key: '--tls-key', ca: '--tls-ca' } as const;
  for (const [name, setting] of Object.entries(settings)) {
    const file = files[`${name}File` as keyof typeof files];
    try {
      texts[name] = readFileSync(file, 'utf8');
    } catch (error) {
      return refuse(setting, file, reasonOf(error) ?? 'unreadable');
    }
  }
  const { cert = '', key = '', ca = '' } = texts;
  try {
    createSecureContext({ cert, key });
  } catch {
    return refuse('--tls-cert, --tls-key', files.certFile, 'not a certificate and its private key in PEM');
  }
  try {
    new X509Certificate(ca);
  } catch {
    return refuse('--tls-ca', files.caFile, 'not a certificate in PEM');
  }
  return ok({ port, cert, key, ca });
}

function readFaults(file: string): Result<readonly WalletFault[]> {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return refuse('--faults', file, reasonOf(error) ?? 'not JSON');
  }
  const faults = z.array(WalletFault).safeParse(json);
  const issue = faults.error?.issues[0];
  return faults.success
    ? ok(faults.data)
    : refuse('--faults', file, `${issue?.path.join('.') || 'the file'}: ${issue?.message ?? ''}`);
}
