import { ok, type Result } from '../../shared/errors/result.ts';
import { readServer } from '../wallet-api/endpoints/read-server.ts';
import type { WalletApi } from '../wallet-api/wallet-api.ts';
import type { AskedLink, DoctorPlace } from './doctor-place.ts';

// What both doctors ask alike, the one in the running till and the one on the command line.

const apiTimeoutMs = 8_000;
export const printerTimeoutMs = 4_000;

/** How far the API is, by asking it for its time. Errors: those of the way, and the API's own. */
export async function askLink(api: WalletApi): Promise<AskedLink> {
  const answer: Result<unknown> = await api.call(readServer, {}, { timeoutMs: apiTimeoutMs });
  const { link } = api;
  if (!answer.ok) {
    return answer;
  }
  return link.kind === 'reached' ? ok(link) : ok({ kind: 'reached', latencyMs: 0, clockOffsetMs: null });
}

/** Everybody who is or was an operator: a name that was disabled is a name all the same. */
export function operatorNames(openPeople: DoctorPlace['openPeople']): readonly string[] {
  const people = openPeople?.();
  const listed = people?.listAll();
  people?.close();
  return listed?.ok ? listed.value.map(({ name }) => name) : [];
}
