import { describe, expect, it } from 'vitest';
import { runCommand } from '../../../../renderer/stores/desk-commands.ts';
import { keyState } from '../../../../renderer/stores/desk-keys.ts';
import { WalletId } from '../../../../shared/domain/ids.ts';
import { appError } from '../../../../shared/errors/app-error.ts';
import { failure, openScene, type Scene } from './fake-till.ts';

const walletId = WalletId.parse(254789);

async function openFlow(): Promise<Scene> {
  const scene = await openScene();
  scene.serve('a');
  runCommand(scene.store.getState(), 'relate');
  await scene.store.getState().chooseCardPurpose('new');
  return scene;
}

const flowOf = ({ store }: Scene) => store.getState().card;

async function toCode(scene: Scene): Promise<void> {
  void scene.store.getState().submitCard('5487963154');
  await scene.till.answer('card/relate', { kind: 'related', walletId, provenBy: 'answer' });
}

describe('relating a card', () => {
  it('awaits the card in main, and says what is typed only when it is one', async () => {
    const scene = await openFlow();
    expect(scene.till.names).toContain('card/await-card');
    await scene.store.getState().submitCard('54-87');
    expect(flowOf(scene)).toMatchObject({ kind: 'presenting', isMalformed: true });
    await scene.store.getState().submitCard('');
    expect(flowOf(scene)).toMatchObject({ kind: 'presenting', isMalformed: true });
    expect(scene.till.names).not.toContain('card/relate');
    await toCode(scene);
    expect(scene.till.said.find(({ name }) => name === 'card/relate')?.input).toEqual({
      session: 'a',
      card: { kind: 'typed', issuer: 'paysera', number: '5487963154' },
    });
    expect(flowOf(scene)).toMatchObject({ kind: 'code', walletId });
    // Neither the number nor a code is kept anywhere in the page's state.
    expect(JSON.stringify(scene.store.getState())).not.toContain('5487963154');
  });

  it('takes the scanned card by its last signs alone', async () => {
    const scene = await openFlow();
    scene.till.emit('card/card-scanned', { issuer: 'vilniecio', masked: '•••• 0111', from: 'contactless-reader' });
    expect(flowOf(scene)).toMatchObject({ scanned: { masked: '•••• 0111' }, issuer: 'vilniecio' });
    void scene.store.getState().submitCard('');
    expect(scene.till.said.at(-1)?.input).toEqual({ session: 'a', card: { kind: 'scanned' } });
  });

  it('says that it checks while a lost answer is looked up, and never that it failed', async () => {
    const scene = await openFlow();
    void scene.store.getState().submitCard('5487963154');
    scene.till.emit('card/settling', {});
    expect(flowOf(scene)).toEqual({ kind: 'relating', purpose: 'new', settling: true });
    expect(keyState(scene.store.getState(), 'finish').off).toBe('settling');
    await scene.till.answer('card/relate', { kind: 'unknown' });
    expect(flowOf(scene)).toEqual({ kind: 'relation-unknown', looking: false });
    runCommand(scene.store.getState(), 'first-choice');
    await scene.till.answer('card/look-up', { kind: 'related', walletId, provenBy: 'read' });
    expect(flowOf(scene)).toMatchObject({ kind: 'code', walletId });
  });

  it('leads back to the card when it is refused', async () => {
    const scene = await openFlow();
    void scene.store.getState().submitCard('5487963154');
    await scene.till.refuse('card/relate', 'card.already-assigned');
    expect(flowOf(scene)).toMatchObject({ kind: 'presenting', error: { code: 'card.already-assigned' } });
  });

  it('keeps a wrong code’s attempts in sight, and the way to later open', async () => {
    const scene = await openFlow();
    await toCode(scene);
    void scene.store.getState().submitCardCode('000000');
    await scene.till.refuse('card/confirm', 'card.invalid-code');
    expect(flowOf(scene)).toMatchObject({ kind: 'code', sending: false, error: { code: 'card.invalid-code' } });
    expect(keyState(scene.store.getState(), 'relate')).toEqual({ label: 'confirmLater', off: null });
    runCommand(scene.store.getState(), 'relate');
    expect(flowOf(scene)).toEqual({ kind: 'done', how: 'later', walletId });
  });

  it('lets the operator say what became of a code whose answer was lost', async () => {
    const scene = await openFlow();
    await toCode(scene);
    void scene.store.getState().submitCardCode('123456');
    await scene.till.answer('card/confirm', { kind: 'unknown' });
    expect(flowOf(scene)).toMatchObject({ kind: 'code', unclear: true });
    runCommand(scene.store.getState(), 'second-choice');
    expect(flowOf(scene)).toMatchObject({ kind: 'code', unclear: false });
    void scene.store.getState().submitCardCode('123456');
    await scene.till.answer('card/confirm', { kind: 'confirmed' });
    expect(flowOf(scene)).toEqual({ kind: 'done', how: 'confirmed', walletId });
  });

  it('leads from an earlier card straight to its code', async () => {
    const scene = await openFlow();
    await scene.store.getState().chooseCardPurpose('earlier');
    void scene.store.getState().submitCard('5487963154');
    await scene.till.answer('card/find-related', { walletId });
    expect(flowOf(scene)).toMatchObject({ kind: 'code', walletId });
    expect(scene.till.names).not.toContain('card/relate');
  });

  it('ends when another panel opens or the customer goes, and no longer awaits a card', async () => {
    const scene = await openFlow();
    runCommand(scene.store.getState(), 'more');
    expect(scene.store.getState()).toMatchObject({ panel: 'more', card: { kind: 'off' } });
    expect(scene.till.names).toContain('card/stop-awaiting');
    runCommand(scene.store.getState(), 'relate');
    scene.serve('b');
    expect(flowOf(scene)).toEqual({ kind: 'off' });
  });

  it('awaits no card any more when F8 begins anew, so that the next customer’s scan is theirs', async () => {
    const scene = await openFlow();
    runCommand(scene.store.getState(), 'relate');
    expect(flowOf(scene)).toEqual({ kind: 'choosing' });
    expect(scene.till.names.at(-1)).toBe('card/stop-awaiting');
  });

  it('leaves the awaiting to main once the card is being related', async () => {
    const scene = await openFlow();
    await toCode(scene);
    expect(scene.till.names).not.toContain('card/stop-awaiting');
  });

  it('drops an answer that comes for a customer who has gone', async () => {
    const scene = await openFlow();
    void scene.store.getState().submitCard('5487963154');
    scene.serve('b');
    await scene.till.answer('card/relate', { kind: 'related', walletId, provenBy: 'answer' });
    expect(flowOf(scene)).toEqual({ kind: 'off' });
  });

  it('tells of a scan that is no card, and waits for another', async () => {
    const scene = await openFlow();
    scene.till.emit('card/scan-refused', { error: failure('scan.unreadable') });
    expect(flowOf(scene)).toMatchObject({ kind: 'presenting', error: appError('scan.unreadable') });
  });

  it('finds an earlier card by its own wallet’s number, and takes a scan for the card all the same', async () => {
    const scene = await openFlow();
    await scene.store.getState().chooseCardPurpose('earlier');
    scene.store.getState().chooseCardFoundBy('wallet');
    await scene.store.getState().submitCard('EVP 254789');
    expect(flowOf(scene)).toMatchObject({ kind: 'presenting', by: 'wallet', isMalformed: true });
    void scene.store.getState().submitCard(' 254789 ');
    expect(scene.till.said.at(-1)?.input).toEqual({ session: 'a', card: { kind: 'wallet', walletId } });
    await scene.till.refuse('card/find-related', 'card.other-account');
    expect(flowOf(scene)).toMatchObject({ kind: 'presenting', by: 'wallet', error: { code: 'card.other-account' } });
    scene.till.emit('card/card-scanned', { issuer: 'paysera', masked: '•••• 3154', from: 'contactless-reader' });
    expect(flowOf(scene)).toMatchObject({ by: 'card', error: null, scanned: { masked: '•••• 3154' } });
  });

  it('says until when our own wait lasts, by the till’s clock', async () => {
    const scene = await openFlow();
    await toCode(scene);
    void scene.store.getState().submitCardCode('000000');
    await scene.till.refuse('card/confirm', 'card.invalid-code', { attemptsLeft: 2 });
    expect(flowOf(scene)).toMatchObject({ waitUntil: null, error: { details: { attemptsLeft: 2 } } });
    void scene.store.getState().submitCardCode('000000');
    await scene.till.refuse('card/confirm', 'card.code-wait', { waitMs: 600_000, ours: true });
    expect(flowOf(scene)).toMatchObject({ waitUntil: 12_000 + 600_000 });
  });

  it('goes back one step with each Esc: to the choice, then to the customer', async () => {
    const scene = await openFlow();
    const stepBack = () => runCommand(scene.store.getState(), 'finish');
    stepBack();
    expect(flowOf(scene)).toEqual({ kind: 'choosing' });
    expect(scene.till.names.at(-1)).toBe('card/stop-awaiting');
    await scene.store.getState().chooseCardPurpose('new');
    await toCode(scene);
    stepBack();
    expect(flowOf(scene)).toEqual({ kind: 'choosing' });
    stepBack();
    expect(scene.store.getState()).toMatchObject({ panel: 'none', card: { kind: 'off' } });
    expect(scene.store.getState().customer.kind).toBe('identified');
  });

  it('shows what is left where no code comes, and goes back to it; the number is told when it ends', async () => {
    const scene = await openFlow();
    await toCode(scene);
    const press = (command: Parameters<typeof runCommand>[1]) => runCommand(scene.store.getState(), command);
    press('convert');
    expect(flowOf(scene)).toMatchObject({ kind: 'code', notArrived: true });
    press('first-choice');
    expect(flowOf(scene)).toMatchObject({ kind: 'code', notArrived: false });
    press('convert');
    press('finish');
    expect(flowOf(scene)).toMatchObject({ kind: 'code', notArrived: false });
    press('convert');
    press('relate');
    expect(flowOf(scene)).toEqual({ kind: 'done', how: 'later', walletId });
    expect(scene.till.names).not.toContain('card/confirm');
  });

  it('keeps the number of the card’s own wallet on the way back, and tells it to whoever confirms later', async () => {
    const scene = await openFlow();
    await toCode(scene);
    runCommand(scene.store.getState(), 'finish');
    await scene.store.getState().chooseCardPurpose('earlier');
    void scene.store.getState().submitCard('5487963154');
    await scene.till.refuse('card/find-related', 'wallet.not-found');
    runCommand(scene.store.getState(), 'relate');
    expect(flowOf(scene)).toEqual({ kind: 'done', how: 'later', walletId });
  });

  it('says nothing of a wait that is over', async () => {
    const scene = await openFlow();
    await toCode(scene);
    void scene.store.getState().submitCardCode('000000');
    await scene.till.refuse('card/confirm', 'card.code-wait', { waitMs: 600_000, ours: true });
    scene.store.getState().endCodeWait();
    expect(flowOf(scene)).toMatchObject({ waitUntil: 612_000 });
    scene.pass(600_000);
    scene.store.getState().endCodeWait();
    expect(flowOf(scene)).toMatchObject({ waitUntil: null, error: null });
  });

  it('lets no code go out while our own wait lasts, and takes one again when it is over', async () => {
    const scene = await openFlow();
    await toCode(scene);
    void scene.store.getState().submitCardCode('000000');
    await scene.till.refuse('card/confirm', 'card.invalid-code', { attemptsLeft: 0, waitMs: 600_000, ours: true });
    const asked = scene.till.names.length;
    void scene.store.getState().submitCardCode('123456');
    expect(scene.till.names).toHaveLength(asked);
    scene.pass(600_000);
    scene.store.getState().endCodeWait();
    expect(flowOf(scene)).toMatchObject({ kind: 'code', error: null, waitUntil: null });
    void scene.store.getState().submitCardCode('123456');
    expect(scene.till.names.at(-1)).toBe('card/confirm');
  });

  it('ends without a code only for a card of this customer that was sent one, or may have been', async () => {
    const scene = await openFlow();
    const later = () => keyState(scene.store.getState(), 'relate').label;
    expect(later()).toBe('relate');
    await scene.store.getState().chooseCardPurpose('earlier');
    expect(later()).toBe('relate');
    scene.store.getState().confirmCardLater();
    expect(flowOf(scene)).toMatchObject({ kind: 'presenting' });
    await scene.store.getState().chooseCardPurpose('new');
    void scene.store.getState().submitCard('5487963154');
    await scene.till.answer('card/relate', { kind: 'unknown' });
    expect(later()).toBe('confirmLater');
    runCommand(scene.store.getState(), 'second-choice');
    expect(flowOf(scene)).toMatchObject({ kind: 'presenting', purpose: 'earlier' });
    runCommand(scene.store.getState(), 'relate');
    expect(flowOf(scene)).toEqual({ kind: 'done', how: 'later', walletId: null });
    expect(scene.till.names.at(-1)).toBe('card/stop-awaiting');
  });

  it('still knows the card’s own wallet after Esc out of the code, and out of the flow, until its customer goes', async () => {
    const scene = await openFlow();
    await toCode(scene);
    runCommand(scene.store.getState(), 'finish');
    expect(flowOf(scene)).toEqual({ kind: 'choosing' });
    expect(scene.store.getState().unconfirmed).toEqual({ walletId });
    expect(keyState(scene.store.getState(), 'relate').label).toBe('confirmLater');
    await scene.store.getState().chooseCardPurpose('earlier');
    runCommand(scene.store.getState(), 'relate');
    expect(flowOf(scene)).toEqual({ kind: 'done', how: 'later', walletId });
    runCommand(scene.store.getState(), 'finish');
    runCommand(scene.store.getState(), 'relate');
    expect(scene.store.getState()).toMatchObject({ card: { kind: 'choosing' }, unconfirmed: { walletId } });
    // A second card is presented: nothing was sent for it yet.
    await scene.store.getState().chooseCardPurpose('new');
    expect(keyState(scene.store.getState(), 'relate').label).toBe('relate');
    scene.serve('b');
    expect(scene.store.getState().unconfirmed).toBeNull();
  });

  it('forgets the card’s own wallet once its code was right', async () => {
    const scene = await openFlow();
    await toCode(scene);
    void scene.store.getState().submitCardCode('123456');
    await scene.till.answer('card/confirm', { kind: 'confirmed' });
    expect(scene.store.getState().unconfirmed).toBeNull();
  });
});
