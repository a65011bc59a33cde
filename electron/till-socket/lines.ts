import type { Socket } from 'node:net';

/** The longest list of the API is far below this; more is nobody that speaks our words. */
const longestLine = 4 * 1024 * 1024;

export interface Lines {
  send(message: unknown): void;
  close(): void;
}

/** JSON, one message a line. What is no JSON, or no end of it, closes the connection. */
export function speakLines(
  socket: Socket,
  { onMessage, onEnd }: { readonly onMessage: (message: unknown) => void; readonly onEnd: () => void },
): Lines {
  let waiting = '';
  socket.setEncoding('utf8');
  // What the other side's end means is said once, by `close`.
  socket.on('error', () => {});
  socket.on('close', onEnd);
  socket.on('data', (text: string) => {
    const lines = (waiting + text).split('\n');
    waiting = lines.pop() ?? '';
    for (const line of lines) {
      const message = parse(line);
      if (message === undefined) {
        socket.destroy();
        return;
      }
      onMessage(message);
    }
    if (waiting.length > longestLine) {
      socket.destroy();
    }
  });
  return {
    send: (message) => void socket.write(`${JSON.stringify(message)}\n`),
    close: () => void socket.end(),
  };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
