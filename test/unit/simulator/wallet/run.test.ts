import { afterEach, describe, expect, it } from 'vitest';
import { runWalletSimulator } from '../../../../simulator/wallet/run.ts';
import type { WalletSimulator } from '../../../../simulator/wallet/server.ts';
import { ask, send, start } from './exchange.ts';

let opened: WalletSimulator | null = null;

afterEach(async () => {
  await opened?.close();
  opened = null;
});

/** A port that was free a moment ago. */
async function freePort(): Promise<{ port: number }> {
  const simulator = await start();
  await simulator.close();
  return { port: simulator.port };
}

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

  it('opens the control endpoint with a token that was given or made, and names the tokens for me', async () => {
    const result = await runWalletSimulator({ port: 0, controlToken: 'given' });
    if (!result.ok) throw new Error(result.error.code);
    opened = result.value.simulator;
    expect(result.value.announcement).toMatchObject({
      tls_url: null,
      control: { url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:[0-9]+\/_control$/), token: 'given' },
      access_tokens: expect.arrayContaining([expect.objectContaining({ wallet: 14471 })]),
    });
  });

  it("says so where the control endpoint's port is taken, and leaves nothing open", async () => {
    const { port: taken } = await start();
    const { port: free } = await freePort();
    const result = await runWalletSimulator({ port: free, controlPort: taken });
    expect(result).toMatchObject({
      ok: false,
      error: { details: { setting: '--control-port', reason: 'EADDRINUSE' } },
    });
    await expect(start({ port: free })).resolves.toMatchObject({ port: free });
  });

  it('shows each code that is sent to whoever asked for them', async () => {
    const codes: string[] = [];
    const result = await runWalletSimulator({ port: 0, onCodeSent: ({ code }) => codes.push(code) });
    if (!result.ok) throw new Error(result.error.code);
    opened = result.value.simulator;
    await ask(opened, 'PUT /wallet/14471/card', { issuer: 'paysera', number: '5487963154' });
    expect(codes).toEqual(['ABCDEF']);
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
