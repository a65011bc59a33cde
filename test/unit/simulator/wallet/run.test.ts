import { afterEach, describe, expect, it } from 'vitest';
import { runWalletSimulator } from '../../../../simulator/wallet/run.ts';
import type { WalletSimulator } from '../../../../simulator/wallet/server.ts';
import { send, start } from './exchange.ts';

let opened: WalletSimulator | null = null;

afterEach(async () => {
  await opened?.close();
  opened = null;
});

describe('the simulator of the command line', () => {
  it('tells where it listens, which credentials it takes and whom it knows', async () => {
    const result = await runWalletSimulator({ port: 0 });
    if (!result.ok) throw new Error(result.error.code);
    opened = result.value.simulator;
    expect(result.value.announcement).toMatchObject({
      url: opened.url,
      client_id: 'wkVd93h2uS',
      cards: expect.arrayContaining([{ id: 'main', title: 'Jonas P.', card: 'paysera:4820157736' }]),
      barcodes: expect.arrayContaining(['WT0014471A']),
    });
    expect((await send(opened, '/server')).status).toBe(200);
  });

  it.each([-1, 1.5, 65_536, Number.NaN])('does not take %d for a port', async (port) => {
    expect(await runWalletSimulator({ port })).toMatchObject({ ok: false, error: { code: 'settings.invalid' } });
  });

  it('says so where the port is taken', async () => {
    const { port } = await start();
    expect(await runWalletSimulator({ port })).toEqual({
      ok: false,
      error: { code: 'settings.invalid', kind: 'input', details: { setting: '--port', port, reason: 'EADDRINUSE' } },
    });
  });
});
