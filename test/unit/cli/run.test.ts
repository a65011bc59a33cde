import { describe, expect, it } from 'vitest';
import { runCommandLine, type Surroundings } from '../../../electron/cli/run.ts';

async function run(argv: readonly string[], more: Partial<Surroundings> = {}) {
  let output = '';
  let aside = '';
  const faults: unknown[] = [];
  const exitStatus = await runCommandLine({
    argv,
    env: { TILL_DATA_DIR: '/nonexistent/till' },
    version: '1.2.3',
    write: async (text) => {
      output += text;
      return { kind: 'written' };
    },
    writeAside: (text) => {
      aside += text;
    },
    readLine: async () => '',
    readAll: async () => '',
    untilStopped: () => new Promise(() => {}),
    reportFault: (fault) => faults.push(fault),
    ...more,
  });
  return { exitStatus, output, aside, faults };
}

describe('a command line', () => {
  it('says its version, for people and for scripts', async () => {
    expect(await run(['--version'])).toMatchObject({ exitStatus: 0, output: '1.2.3\n' });
    expect(await run(['version', '--json'])).toMatchObject({
      exitStatus: 0,
      output: '{"ok":true,"value":{"version":"1.2.3"}}\n',
    });
  });

  it('turns a bug into an error without a stack and without what was thrown', async () => {
    const thrown = new TypeError('balance of EVP0010001000101');
    const readLine = () => Promise.reject(thrown);
    const { exitStatus, output, faults } = await run(['identify', '--card', '-'], { readLine });
    expect(exitStatus).toBe(1);
    expect(JSON.parse(output)).toMatchObject({ ok: false, error: { code: 'app.fault', kind: 'fault' } });
    expect(output).not.toMatch(/EVP|at /);
    expect(faults).toEqual([thrown]);
  });

  it('asks nothing of the API while its settings are wrong, and a receipt is then not printed', async () => {
    const env = { TILL_DATA_DIR: '/nonexistent/till', TILL_LOCALE: 'de' };
    const { exitStatus, output } = await run(['receipt', '--wallet', '14471'], { env });
    expect(exitStatus).toBe(2);
    expect(JSON.parse(output).error).toMatchObject({ code: 'settings.invalid', details: { outcome: 'not-printed' } });
  });

  it('says even of a receipt that was asked for wrongly that nothing was printed', async () => {
    const { exitStatus, output } = await run(['receipt', '--wallet', '14471', '--locale', 'de']);
    expect(exitStatus).toBe(2);
    expect(JSON.parse(output).error.message).toMatch(/^not-printed: /);
  });

  it('names a disk that is full, and how the command itself ended', async () => {
    const write = async () => ({ kind: 'failed', reason: 'ENOSPC' }) as const;
    const { exitStatus, aside, faults } = await run(['schema'], { write });
    expect(exitStatus).toBe(6);
    expect(JSON.parse(aside)).toMatchObject({
      ok: false,
      error: { code: 'output.not-written', kind: 'device', details: { reason: 'ENOSPC', exitOtherwise: 0 } },
    });
    expect(faults).toEqual([]);
  });

  it('takes a reader that went away for no error', async () => {
    const write = async () => ({ kind: 'unread' }) as const;
    expect(await run(['schema'], { write })).toMatchObject({ exitStatus: 0, aside: '' });
  });

  it('leaves no simulator behind that it could tell nobody of', async () => {
    const write = async () => ({ kind: 'failed', reason: 'ENOSPC' }) as const;
    expect(await run(['simulator', '--port', '0'], { write })).toMatchObject({ exitStatus: 6 });
  });

  it('stops the simulator when it is told to', async () => {
    let stop = (): void => {};
    const stopped = new Promise<void>((resolve) => {
      stop = resolve;
    });
    let announced = '';
    const { exitStatus } = await run(['simulator', '--port', '0'], {
      untilStopped: () => stopped,
      write: async (text) => {
        announced += text;
        stop();
        return { kind: 'written' };
      },
    });
    expect(exitStatus).toBe(0);
    expect(JSON.parse(announced)).toMatchObject({ ok: true, value: { client_id: 'wkVd93h2uS' } });
  });
});
