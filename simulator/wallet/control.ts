import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { refuseControl } from './control-gate.ts';
import { WalletFault } from './faults.ts';
import { NotInThisWorld } from './levers.ts';
import { startListener } from './listener.ts';
import { readBody } from './read-body.ts';
import { Scope } from './records.ts';
import { sendAnswer } from './send.ts';
import type { Controllable } from './simulator.ts';

export interface RunningControl {
  readonly url: string;
  readonly token: string;
  close(): Promise<void>;
}

interface Lever {
  readonly path: string;
  readonly body: z.ZodType<unknown>;
  readonly pull: (body: unknown) => unknown;
}

/** Ties a schema to what is done with its value, so that both have one type. */
function lever<T>(path: string, body: z.ZodType<T>, pull: (body: T) => unknown): Lever {
  return { path, body, pull: (value) => pull(value as T) };
}

const Id = z.int().positive();

function leversOf(simulator: Controllable): readonly Lever[] {
  return [
    lever('PUT faults', z.array(WalletFault), (faults) => {
      simulator.setFaults(faults);
      return simulator.listFaults();
    }),
    lever('POST faults', WalletFault, (fault) => {
      simulator.setFaults([...simulator.listFaults(), fault]);
      return simulator.listFaults();
    }),
    lever('POST grant', z.strictObject({ user: Id, scopes: z.array(Scope).min(1) }), ({ user, scopes }) =>
      simulator.grant(user, scopes),
    ),
    lever('POST revoke', z.strictObject({ user: Id, scope: Scope.optional() }), ({ user, scope }) =>
      simulator.revoke(user, scope),
    ),
    lever('POST clock', z.strictObject({ seconds: z.int() }), ({ seconds }) => {
      simulator.moveClock(seconds);
      return { time: simulator.nowSeconds() };
    }),
    lever(
      'POST pay-in',
      z.strictObject({ wallet: Id, amount: Id, currency: z.string(), details: z.string().max(200).optional() }),
      ({ wallet, ...money }) => simulator.payIn(wallet, money),
    ),
    lever('POST confirm-card', z.strictObject({ wallet: Id }), ({ wallet }) => simulator.confirmElsewhere(wallet)),
    lever('PUT unconfirmed-cards', z.strictObject({ mode: z.enum(['findable', 'hidden']) }), ({ mode }) =>
      simulator.setUnconfirmedCards(mode),
    ),
    lever('PUT network', z.strictObject({ reachable: z.boolean() }), ({ reachable }) =>
      simulator.setNetwork(reachable),
    ),
  ];
}

/** What needs no body. */
function looksOf(simulator: Controllable): Readonly<Record<string, () => unknown>> {
  return {
    'GET faults': () => simulator.listFaults(),
    'DELETE faults': () => simulator.setFaults([]),
    'GET codes': () => simulator.listSentCodes(),
    'GET requests': () => simulator.requests,
    'GET clock': () => ({ time: simulator.nowSeconds() }),
    'POST reset': () => simulator.reset(),
  };
}

/**
 * Starts the control endpoint of a simulator on a loopback port of its own, so that a cut network leaves it reachable.
 * Rejects with the system's error where the port is taken.
 */
export async function startControl(
  simulator: Controllable,
  { port = 0, token }: { readonly port?: number; readonly token: string },
): Promise<RunningControl> {
  const levers = leversOf(simulator);
  const looks = looksOf(simulator);

  async function answer(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
    const refused = refuseControl(request.headers, { token, port: listener.port });
    const body = await readBody(request);
    if (refused !== null) return failure(refused.status, refused.reason);
    const path = `${request.method} ${(request.url ?? '').replace(/^\/_control\//, '')}`;
    const look = looks[path];
    if (look !== undefined) return { status: 200, body: (await look()) ?? { ok: true } };
    const found = levers.find((candidate) => candidate.path === path);
    if (found === undefined) return failure(404, 'the control endpoint has no such path');
    const parsed = found.body.safeParse(parseJson(body));
    if (!parsed.success) return failure(400, z.prettifyError(parsed.error));
    return { status: 200, body: (await found.pull(parsed.data)) ?? { ok: true } };
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      sendAnswer(response, await answer(request));
    } catch (error) {
      if (!(error instanceof NotInThisWorld)) throw error;
      sendAnswer(response, failure(404, error.message));
    }
  }

  const listener = await startListener(port, (request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (response.destroyed) return;
      response.destroy();
      throw error;
    });
  });
  return {
    url: `http://127.0.0.1:${listener.port}/_control`,
    token,
    close: () => listener.setReachable(false),
  };
}

function failure(status: number, reason: string) {
  return { status, body: { error: reason } };
}

/** Undefined for what is no JSON: no schema takes it. */
function parseJson(body: Uint8Array | null): unknown {
  try {
    return body === null ? undefined : JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return undefined;
  }
}
