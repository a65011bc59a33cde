import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { appError } from '../../shared/errors/app-error.ts';
import { err, type Result } from '../../shared/errors/result.ts';
import { type Lines, speakLines } from './lines.ts';
import { isOnlyOurs, lookAt, type SocketPlace, socketFolder, socketPlace } from './place.ts';

export interface ServeTillOptions {
  readonly dataDir: string;
  /** Answers what a peer of the same user asks. It must not throw. */
  readonly answer: (request: unknown) => Promise<Result<unknown>>;
  /** Null where users have no numbers (Windows). */
  readonly userId?: number | null;
  /** How long a peer may take to prove whose it is. */
  readonly proofTimeoutMs?: number;
}

export interface ServedTill {
  close(): Promise<void>;
}

const Proven = z.strictObject({ proven: z.literal(true) });
const Asked = z.strictObject({ id: z.int(), ask: z.unknown() });
const mostPeers = 8;

/**
 * Lets the programs of this user ask the running till. Node does not tell who connects, so each peer proves its user: it
 * makes a file under a name that it was just told, in a folder that only this user may write, and the system writes on it
 * whose it is. Null where no socket can be opened: then nobody is answered.
 */
export async function serveTill(options: ServeTillOptions): Promise<ServedTill | null> {
  const { dataDir, userId = process.getuid?.() ?? null } = options;
  const place = prepare(dataDir, userId);
  if (place === null) {
    return null;
  }
  const server = createServer((socket) => receive(socket, place.folder, { ...options, userId }));
  server.maxConnections = mostPeers;
  const peers = new Set<Socket>();
  server.on('connection', (socket) => {
    peers.add(socket);
    socket.once('close', () => peers.delete(socket));
  });
  if (!(await listens(server, place.address))) {
    place.release();
    return null;
  }
  // Nobody can have come in between: the folder is this user's alone.
  if (process.platform !== 'win32') {
    chmodSync(path.join(place.folder, path.basename(place.address)), 0o600);
  }
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          place.release();
          resolve();
        });
        for (const peer of peers) {
          peer.destroy();
        }
      }),
  };
}

function prepare(dataDir: string, userId: number | null): SocketPlace | null {
  const folder = socketFolder(dataDir);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const found = lookAt(folder);
    if (found === null || !found.isDirectory() || (userId !== null && found.uid !== userId)) {
      return null;
    }
    chmodSync(folder, 0o700);
    // Left by a till that was killed: this one holds the lock of the data folder.
    for (const name of readdirSync(folder)) {
      rmSync(path.join(folder, name), { force: true });
    }
    return socketPlace(dataDir);
  } catch {
    return null;
  }
}

function listens(server: Server, address: string): Promise<boolean> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(address, () => resolve(true));
  });
}

function receive(socket: Socket, folder: string, options: ServeTillOptions & { userId: number | null }): void {
  const { answer, userId, proofTimeoutMs = 5_000 } = options;
  const name = `peer-${randomBytes(16).toString('hex')}`;
  let state: 'unproven' | 'proven' = 'unproven';
  const forgetProof = (): void => rmSync(path.join(folder, name), { force: true });
  const timer = setTimeout(() => socket.destroy(), proofTimeoutMs);
  const lines: Lines = speakLines(socket, {
    onEnd() {
      clearTimeout(timer);
      forgetProof();
    },
    onMessage(message) {
      if (state === 'proven') {
        reply(message, lines, answer, socket);
        return;
      }
      clearTimeout(timer);
      const isProof = Proven.safeParse(message).success && isMadeByUs(path.join(folder, name), userId);
      forgetProof();
      if (isProof) {
        state = 'proven';
        lines.send({ accepted: true });
      } else {
        lines.send({ refused: 'another user' });
        lines.close();
      }
    },
  });
  lines.send({ till: 1, prove: name });
}

function isMadeByUs(file: string, userId: number | null): boolean {
  try {
    const found = lookAt(file);
    return found?.isFile() === true && found.nlink === 1 && isOnlyOurs(found, userId);
  } catch {
    return false;
  }
}

function reply(message: unknown, lines: Lines, answer: ServeTillOptions['answer'], socket: Socket): void {
  const asked = Asked.safeParse(message);
  if (!asked.success) {
    socket.destroy();
    return;
  }
  const { id, ask } = asked.data;
  void answer(ask)
    .catch(() => err(appError('app.fault')))
    .then((result) => lines.send({ id, result }));
}
