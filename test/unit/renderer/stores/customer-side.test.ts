import { describe, expect, it } from 'vitest';
import { runCommand } from '../../../../renderer/stores/desk-commands.ts';
import { connectDesk } from '../../../../renderer/stores/desk-store.ts';
import { SessionId, WalletId } from '../../../../shared/domain/ids.ts';
import { failure, openScene, readyStatus, type Scene } from './fake-till.ts';

const walletId = WalletId.parse(254789);
const session = SessionId.parse('a');
const withDisplay = { ...readyStatus, customerDisplay: 'on-display' } as const;
const ended = 'customer-display/end-code-entry';

async function toCode(status: typeof withDisplay | typeof readyStatus = withDisplay): Promise<Scene> {
  const scene = await openScene();
  scene.till.emit('station/status-changed', status);
  scene.serve('a');
  runCommand(scene.store.getState(), 'relate');
  await scene.store.getState().chooseCardPurpose('new');
  void scene.store.getState().submitCard('5487963154');
  await scene.till.answer('card/relate', { kind: 'related', walletId, provenBy: 'answer' });
  return scene;
}

const cardOf = ({ store }: Scene) => store.getState().card;
const tell = ({ till }: Scene, event: Parameters<typeof till.emit<'customer-display/code-entry-changed'>>[1]) =>
  till.emit('customer-display/code-entry-changed', event);

describe('the code of a card', () => {
  it('is asked for on the customer’s display where there is one, and at the desk otherwise', async () => {
    const scene = await toCode();
    expect(cardOf(scene)).toMatchObject({ kind: 'code', where: 'display' });
    expect(scene.till.said.at(-1)).toEqual({
      name: 'customer-display/begin-code-entry',
      input: { session: 'a', walletId },
    });
    expect(cardOf(await toCode(readyStatus))).toMatchObject({ kind: 'code', where: 'desk' });
  });

  it('comes to the desk where the display has gone meanwhile', async () => {
    const scene = await toCode();
    await scene.till.answer('customer-display/begin-code-entry', { on: 'desk' });
    expect(cardOf(scene)).toMatchObject({ kind: 'code', where: 'desk' });
  });

  it('is seen at the desk as being sent, as refused with the tries that are left, and as confirmed', async () => {
    const scene = await toCode();
    tell(scene, { kind: 'sending', session });
    expect(cardOf(scene)).toMatchObject({ sending: true });
    tell(scene, { kind: 'refused', session, error: failure('card.invalid-code') });
    expect(cardOf(scene)).toMatchObject({ sending: false, where: 'display', error: { code: 'card.invalid-code' } });
    tell(scene, { kind: 'confirmed', session });
    expect(cardOf(scene)).toEqual({ kind: 'done', how: 'confirmed', walletId });
  });

  it('that makes the till wait says until when', async () => {
    const scene = await toCode();
    const error = { ...failure('card.code-wait'), details: { waitMs: 600_000, ours: true } };
    tell(scene, { kind: 'refused', session, error });
    expect(cardOf(scene)).toMatchObject({ waitUntil: 612_000 });
  });

  it('can wait at the customer’s word, or be unclear', async () => {
    const later = await toCode();
    tell(later, { kind: 'later', session });
    expect(cardOf(later)).toEqual({ kind: 'done', how: 'later', walletId });
    const unclear = await toCode();
    tell(unclear, { kind: 'unclear', session });
    expect(cardOf(unclear)).toMatchObject({ kind: 'code', unclear: true });
  });

  it('is taken over by a digit, but not while it is on its way', async () => {
    const scene = await toCode();
    tell(scene, { kind: 'sending', session });
    runCommand(scene.store.getState(), 'first-choice');
    expect(cardOf(scene)).toMatchObject({ where: 'display' });
    tell(scene, { kind: 'refused', session, error: failure('card.invalid-code') });
    runCommand(scene.store.getState(), 'first-choice');
    expect(cardOf(scene)).toMatchObject({ where: 'desk', error: { code: 'card.invalid-code' } });
    expect(scene.till.names.at(-1)).toBe(ended);
  });

  it('is waited for no longer however the desk leaves the step', async () => {
    for (const leave of ['leaveCard', 'confirmCardLater'] as const) {
      const scene = await toCode();
      scene.store.getState()[leave]();
      expect(scene.till.names).toContain(ended);
    }
    const next = await toCode();
    next.serve('b');
    expect(next.till.names).toContain(ended);
  });

  it('of another session changes nothing', async () => {
    const scene = await toCode();
    tell(scene, { kind: 'confirmed', session: SessionId.parse('b') });
    expect(cardOf(scene)).toMatchObject({ kind: 'code', where: 'display' });
  });
});

describe('the amount that was asked about', () => {
  const withdrawn = 'customer-display/withdraw-question';

  async function answered(status: typeof withDisplay | typeof readyStatus): Promise<Scene> {
    const scene = await openScene();
    scene.till.emit('station/status-changed', status);
    scene.serve('a');
    scene.store.getState().writeAmount('12.50');
    void scene.store.getState().ask();
    await scene.till.answer('customer/check-sufficient-amount', { isSufficient: true, answeredAt: 1 });
    return scene;
  }

  it('goes from the customer’s display with the first sign of another', async () => {
    const scene = await answered(withDisplay);
    expect(scene.till.names).not.toContain(withdrawn);
    scene.store.getState().typeAmount('9');
    expect(scene.till.said.at(-1)).toEqual({ name: withdrawn, input: { session: 'a' } });
    scene.store.getState().typeAmount('9');
    expect(scene.till.names.filter((name) => name === withdrawn)).toHaveLength(1);
  });

  it('is nothing to take back where there is no display, or for the customer after', async () => {
    const without = await answered(readyStatus);
    without.store.getState().typeAmount('9');
    expect(without.till.names).not.toContain(withdrawn);
    const scene = await answered(withDisplay);
    scene.serve('b');
    expect(scene.till.names).not.toContain(withdrawn);
  });
});

it('a hand on the display is told to whoever watches the desk', async () => {
  const { store, till } = await openScene();
  let touches = 0;
  const stop = connectDesk(store, till, { onDisplayTouched: () => touches++ });
  till.emit('customer-display/touched', {});
  expect(touches).toBe(1);
  stop();
  till.emit('customer-display/touched', {});
  expect(touches).toBe(1);
});
