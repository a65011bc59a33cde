import { rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { type AppError, appError } from '../../shared/errors/app-error.ts';
import { type ErrorCode, errorTable } from '../../shared/errors/error-table.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { type Lines, speakLines } from './lines.ts';
import { isOnlyOurs, lookAt, socketFolder, socketPlace } from './place.ts';

/** The running till, asked by another program of the same user. */
export interface AskedTill {
  /** Errors: those of the request; `api.connection-lost` when the till ended before it answered. */
  ask(request: unknown): Promise<Result<unknown>>;
  close(): void;
}

export interface AskTillOptions {
  readonly dataDir: string;
  readonly userId?: number | null;
  readonly helloTimeoutMs?: number;
}

const Hello = z.strictObject({ till: z.literal(1), prove: z.string().regex(/^peer-[0-9a-f]{32}$/) });
const Accepted = z.strictObject({ accepted: z.literal(true) });
const ErrorOf = z.object({
  code: z.string().refine((code): code is ErrorCode => Object.hasOwn(errorTable, code)),
  details: z.record(z.string(), z.unknown()).optional(),
});
const Answered = z.strictObject({
  id: z.int(),
  result: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value: z.unknown() }),
    z.object({ ok: z.literal(false), error: ErrorOf }),
  ]),
});

const notRunning = (): AppError => appError('credentials.till-not-running');
const refused = (reason: string): AppError => appError('credentials.till-refused', { reason });

/**
 * Finds the till that runs in a data folder, makes sure that it is this user's, and proves to it who asks.
 * Errors: `credentials.till-not-running`, `credentials.till-refused`.
 */
export async function askTill(options: AskTillOptions): Promise<Result<AskedTill>> {
  const { dataDir, userId = process.getuid?.() ?? null, helloTimeoutMs = 5_000 } = options;
  const trouble = whyNotOurs(dataDir, userId);
  if (trouble !== null) {
    return err(trouble);
  }
  const place = socketPlace(dataDir);
  if (place === null) {
    return err(notRunning());
  }
  const socket = connect(place.address);
  const opened = await opening(socket, helloTimeoutMs);
  place.release();
  if (!opened.ok) {
    socket.destroy();
    return opened;
  }
  return introduce(socket, place.folder, helloTimeoutMs);
}

/** Only the owner can have put a socket into a folder of mode 0700: whoever answers there is this user's. */
function whyNotOurs(dataDir: string, userId: number | null): AppError | null {
  try {
    const folder = lookAt(socketFolder(dataDir));
    if (folder === null) {
      return notRunning();
    }
    return folder.isDirectory() && isOnlyOurs(folder, userId) ? null : refused('the socket is of another user');
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? notRunning() : refused('another user');
  }
}

function opening(socket: Socket, timeoutMs: number): Promise<Result<null>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(err(notRunning())), timeoutMs);
    const settle = (result: Result<null>): void => {
      clearTimeout(timer);
      resolve(result);
    };
    socket.once('connect', () => settle(ok(null)));
    socket.once('error', ({ code }: NodeJS.ErrnoException) =>
      settle(err(code === 'EACCES' || code === 'EPERM' ? refused('another user') : notRunning())),
    );
  });
}

/** Answers the till's question, then carries questions and answers by their numbers. */
function introduce(socket: Socket, folder: string, timeoutMs: number): Promise<Result<AskedTill>> {
  const open = new Map<number, (result: Result<unknown>) => void>();
  let last = 0;
  let proof: string | null = null;
  return new Promise((resolve) => {
    const timer = setTimeout(() => socket.destroy(), timeoutMs);
    const ends = (): void => {
      clearTimeout(timer);
      if (proof !== null) {
        rmSync(proof, { force: true });
      }
      resolve(err(refused('another user')));
      for (const settle of open.values()) {
        settle(err(appError('api.connection-lost', { reason: 'the running till ended' })));
      }
      open.clear();
    };
    const till: AskedTill = {
      ask: (request) =>
        new Promise((settle) => {
          if (socket.destroyed || socket.writableEnded) {
            settle(err(appError('api.connection-lost', { reason: 'the running till ended', sent: false })));
            return;
          }
          last += 1;
          open.set(last, settle);
          lines.send({ id: last, ask: request });
        }),
      close: () => socket.destroy(),
    };
    const lines: Lines = speakLines(socket, {
      onEnd: ends,
      onMessage(message) {
        const hello = Hello.safeParse(message);
        const answered = Answered.safeParse(message);
        if (hello.success && proof === null) {
          proof = path.join(folder, hello.data.prove);
          prove(proof, lines, socket);
        } else if (Accepted.safeParse(message).success) {
          clearTimeout(timer);
          resolve(ok(till));
        } else if (answered.success) {
          const { id, result } = answered.data;
          open.get(id)?.(result.ok ? result : err(appError(result.error.code, result.error.details as never)));
          open.delete(id);
        } else {
          socket.destroy();
        }
      },
    });
  });
}

/** The system writes the owner on it: that is the proof. */
function prove(file: string, lines: Lines, socket: Socket): void {
  try {
    writeFileSync(file, '', { mode: 0o600, flag: 'wx' });
    lines.send({ proven: true });
  } catch {
    socket.destroy();
  }
}
