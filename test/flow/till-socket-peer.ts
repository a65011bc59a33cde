// Another program that wants something of the running till; the test starts it as this user or as another one.
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { askTill } from '../../electron/till-socket/ask-till.ts';

const [what, dataDir = ''] = process.argv.slice(2);

async function ask(): Promise<string> {
  const till = await askTill({ dataDir });
  if (!till.ok) {
    return JSON.stringify(till);
  }
  const answer = await till.value.ask('a secret');
  till.value.close();
  return JSON.stringify(answer);
}

/** Goes on where an honest program would have stopped. */
function force(): Promise<string> {
  const folder = path.join(dataDir, 'till-socket');
  const socket = connect(path.join(folder, 'till.sock'));
  return new Promise((resolve) => {
    const told: string[] = [];
    socket.once('error', ({ code }: NodeJS.ErrnoException) => resolve(`${code}`));
    socket.once('close', () => resolve(told.join(' ')));
    createInterface({ input: socket })
      .on('error', () => {})
      .on('line', (line) => {
        const message = JSON.parse(line) as { prove?: string };
        if (message.prove === undefined) {
          told.push(line);
          if (line.includes('"result"')) {
            socket.end();
          }
          return;
        }
        try {
          writeFileSync(path.join(folder, message.prove), '', { mode: 0o600, flag: 'wx' });
          told.push('made');
        } catch (fault) {
          told.push(`${(fault as NodeJS.ErrnoException).code}`);
        }
        socket.write('{"proven":true}\n{"id":1,"ask":"a secret"}\n');
      });
  });
}

if (what === 'ask' || what === 'force') {
  console.log(await (what === 'ask' ? ask() : force()));
}
