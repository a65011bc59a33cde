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
const Refused = z.object({ refused: z.unknown() });
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
const refused = (): AppError => appError('credentials.till-refused');
/** `reason`: `timed-out`, `hung-up`, or what the system said of the proof that could not be given. */
const silent = (reason: string): AppError => appError('credentials.till-silent', { reason });
const isForbidden = (code: string | undefined): boolean => code === 'EACCES' || code === 'EPERM';
const codeOf = (fault: unknown): string | undefined => (fault as NodeJS.ErrnoException).code;

/**
 * Finds the till that runs in a data folder, makes sure that it is this user's, and proves to it who asks.
 * Errors: `credentials.till-not-running`; `credentials.till-refused` where it is another user's, or says that this one is
 * none of its own; `credentials.till-silent` where it did neither in time.
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
    return folder.isDirectory() && isOnlyOurs(folder, userId) ? null : refused();
  } catch (fault) {
    const code = codeOf(fault);
    return code === 'ENOENT' || code === 'ENOTDIR' ? notRunning() : refused();
  }
}

function opening(socket: Socket, timeoutMs: number): Promise<Result<null>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(err(silent('timed-out'))), timeoutMs);
    const settle = (result: Result<null>): void => {
      clearTimeout(timer);
      resolve(result);
    };
    socket.once('connect', () => settle(ok(null)));
    socket.once('error', (fault) => settle(err(isForbidden(codeOf(fault)) ? refused() : notRunning())));
  });
}

/** Answers the till's question, then carries questions and answers by their numbers. */
function introduce(socket: Socket, folder: string, timeoutMs: number): Promise<Result<AskedTill>> {
  let proof: string | null = null;
  return new Promise((resolve) => {
    const giveUp = (error: AppError): void => {
      resolve(err(error));
      socket.destroy();
    };
    const timer = setTimeout(() => giveUp(silent('timed-out')), timeoutMs);
    const lines: Lines = speakLines(socket, {
      onEnd() {
        clearTimeout(timer);
        if (proof !== null) {
          rmSync(proof, { force: true });
        }
        resolve(err(silent('hung-up')));
        questions.end();
      },
      onMessage(message) {
        const hello = Hello.safeParse(message);
        if (hello.success && proof === null) {
          proof = path.join(folder, hello.data.prove);
          const trouble = prove(proof);
          if (trouble === null) {
            lines.send({ proven: true });
          } else {
            giveUp(trouble);
          }
        } else if (Accepted.safeParse(message).success) {
          clearTimeout(timer);
          resolve(ok({ ask: questions.ask, close: () => socket.destroy() }));
        } else if (Refused.safeParse(message).success) {
          giveUp(refused());
        } else if (!questions.takeAnswer(message)) {
          socket.destroy();
        }
      },
    });
    const questions = createQuestions(socket, lines);
  });
}

/** The system writes the owner on it: that is the proof. Null when it was given. */
function prove(file: string): AppError | null {
  try {
    writeFileSync(file, '', { mode: 0o600, flag: 'wx' });
    return null;
  } catch (fault) {
    const code = codeOf(fault);
    return isForbidden(code) ? refused() : silent(code ?? 'unknown');
  }
}

/** What was asked and is not answered yet. */
function createQuestions(socket: Socket, lines: Lines) {
  const open = new Map<number, (result: Result<unknown>) => void>();
  let last = 0;
  const lost = (details: { readonly sent?: false } = {}) =>
    err(appError('api.connection-lost', { reason: 'the running till ended', ...details }));
  return {
    ask: (request: unknown): Promise<Result<unknown>> =>
      new Promise((settle) => {
        if (socket.destroyed || socket.writableEnded) {
          settle(lost({ sent: false }));
          return;
        }
        last += 1;
        open.set(last, settle);
        lines.send({ id: last, ask: request });
      }),
    /** False for what is no answer. */
    takeAnswer(message: unknown): boolean {
      const answered = Answered.safeParse(message);
      if (answered.success) {
        const { id, result } = answered.data;
        open.get(id)?.(result.ok ? result : err(appError(result.error.code, result.error.details as never)));
        open.delete(id);
      }
      return answered.success;
    },
    end(): void {
      for (const settle of open.values()) {
        settle(lost());
      }
      open.clear();
    },
  };
}
