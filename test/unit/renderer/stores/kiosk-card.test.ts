import { describe, expect, it } from 'vitest';
import type { KioskCard } from '../../../../renderer/stores/kiosk-card-flow.ts';
import { cardOf } from '../../../../renderer/stores/kiosk-card-slice.ts';
import { type KioskScene, openKioskScene } from './fake-kiosk.ts';
import { failure, ticket } from './fake-till.ts';

const scanned = { issuer: 'paysera', masked: '•••• 3154', from: 'contactless-reader' } as const;

async function present(): Promise<KioskScene> {
  const scene = await openKioskScene();
  scene.serve('a');
  scene.store.getState().presentNewCard();
  return scene;
}

async function chosen(): Promise<KioskScene> {
  const scene = await present();
  scene.main.emit('card/card-scanned', scanned);
  return scene;
}

async function atCode(): Promise<KioskScene> {
  const scene = await chosen();
  void scene.store.getState().relateCard();
  await scene.main.answer('kiosk/relate-card', { kind: 'related' });
  return scene;
}

const stepOf = ({ store }: KioskScene): KioskCard | null => cardOf(store.getState());
const namesOf = ({ main }: KioskScene) => main.said.map(({ name }) => name);
const type = ({ store }: KioskScene, text: string) => {
  for (const sign of text) store.getState().typeCode(sign);
};

describe('the new card', () => {
  it('is awaited as long as the screen asks for it, and no longer', async () => {
    const scene = await present();
    expect(scene.main.said).toEqual([{ name: 'kiosk/await-card', input: { session: 'a' } }]);
    scene.main.emit('card/card-scanned', scanned);
    expect(namesOf(scene)).toEqual(['kiosk/await-card']);
    scene.store.getState().openBalance();
    expect(namesOf(scene)).toEqual(['kiosk/await-card', 'kiosk/stop-awaiting-card']);
  });

  it('is the next customer’s while the question stands, and is asked for again when it is answered', async () => {
    const scene = await chosen();
    const { store, main } = scene;
    store.getState().askPresence(1);
    expect(namesOf(scene).at(-1)).toBe('kiosk/stop-awaiting-card');
    main.emit('card/card-scanned', { ...scanned, masked: '•••• 9999' });
    expect(stepOf(scene)).toEqual({ kind: 'presenting', error: null });
    store.getState().confirmPresence();
    expect(namesOf(scene).at(-1)).toBe('kiosk/await-card');
  });

  it('that could not be read is said so, and the next one is taken', async () => {
    const scene = await present();
    scene.main.emit('card/scan-refused', { error: failure('scan.unreadable') });
    expect(stepOf(scene)).toMatchObject({ kind: 'presenting', error: { code: 'scan.unreadable' } });
    scene.main.emit('card/card-scanned', scanned);
    expect(stepOf(scene)).toMatchObject({ kind: 'chosen', card: { masked: '•••• 3154' } });
  });

  it('is related with the issuer that stands on its face', async () => {
    const scene = await chosen();
    scene.store.getState().chooseIssuer('vilniecio');
    void scene.store.getState().relateCard();
    expect(scene.main.said.at(-1)).toEqual({
      name: 'kiosk/relate-card',
      input: { session: 'a', issuer: 'vilniecio' },
    });
    expect(stepOf(scene)?.kind).toBe('relating');
  });

  it('of the customer before is nobody’s when the answer comes for the next', async () => {
    const scene = await chosen();
    void scene.store.getState().relateCard();
    scene.main.emit('customer/scan-received', ticket('b'));
    scene.serve('b');
    await scene.main.answer('kiosk/relate-card', { kind: 'related' });
    expect(scene.store.getState().served).toMatchObject({ session: 'b', task: { kind: 'balance' } });
  });

  it('that belongs to somebody can be confirmed by who has its code', async () => {
    const scene = await chosen();
    void scene.store.getState().relateCard();
    await scene.main.refuse('kiosk/relate-card', 'card.already-assigned');
    expect(stepOf(scene)).toMatchObject({ kind: 'refused', of: 'relating' });
    void scene.store.getState().findRelatedCard();
    expect(stepOf(scene)?.kind).toBe('finding');
    await scene.main.answer('kiosk/find-related-card', {});
    expect(stepOf(scene)).toMatchObject({ kind: 'code', signs: 0 });
  });
});

describe('a lost answer', () => {
  it('is said to be looked up, and is not guessed', async () => {
    const scene = await chosen();
    void scene.store.getState().relateCard();
    scene.main.emit('card/settling', {});
    expect(stepOf(scene)).toMatchObject({ kind: 'relating', settling: true });
    await scene.main.answer('kiosk/relate-card', { kind: 'unknown' });
    expect(stepOf(scene)).toMatchObject({ kind: 'unknown', looking: false });
    expect(scene.main.pending.map(({ name }) => name)).not.toContain('kiosk/relate-card');
  });

  it('may be looked up again and again, by one look at a time', async () => {
    const scene = await chosen();
    void scene.store.getState().relateCard();
    await scene.main.answer('kiosk/relate-card', { kind: 'unknown' });
    void scene.store.getState().lookUpCard();
    void scene.store.getState().lookUpCard();
    expect(namesOf(scene).filter((name) => name === 'kiosk/look-up-card')).toHaveLength(1);
    await scene.main.answer('kiosk/look-up-card', { kind: 'unknown' });
    expect(stepOf(scene)).toMatchObject({ kind: 'unknown', looking: false });
    void scene.store.getState().lookUpCard();
    await scene.main.answer('kiosk/look-up-card', { kind: 'related' });
    expect(stepOf(scene)?.kind).toBe('code');
  });
});

describe('the code', () => {
  it('is in no state, and goes to main whole', async () => {
    const scene = await atCode();
    type(scene, 'aB3-');
    expect(stepOf(scene)).toMatchObject({ signs: 3 });
    scene.store.getState().deleteCodeSign();
    type(scene, '4');
    expect(JSON.stringify(scene.store.getState())).not.toMatch(/aB|B4/);
    void scene.store.getState().submitCode();
    expect(scene.main.said.at(-1)).toEqual({ name: 'kiosk/confirm-card', input: { session: 'a', code: 'aB4' } });
    await scene.main.answer('kiosk/confirm-card', { kind: 'confirmed' });
    expect(stepOf(scene)).toMatchObject({ kind: 'done', how: 'confirmed' });
  });

  it.each(['veil', 'not arrived', 'next customer'] as const)('that was begun is forgotten: %s', async (how) => {
    const scene = await atCode();
    const { store } = scene;
    type(scene, 'abc');
    if (how === 'veil') {
      store.getState().askPresence(1);
      store.getState().confirmPresence();
    } else if (how === 'not arrived') {
      store.getState().openNotArrived();
      store.getState().askForCode();
    } else {
      scene.serve('b');
      store.getState().presentNewCard();
      scene.main.emit('card/card-scanned', scanned);
      void store.getState().relateCard();
      await scene.main.answer('kiosk/relate-card', { kind: 'related' });
    }
    expect(stepOf(scene)).toMatchObject({ kind: 'code', signs: 0 });
    void store.getState().submitCode();
    expect(namesOf(scene)).not.toContain('kiosk/confirm-card');
    type(scene, 'x');
    void store.getState().submitCode();
    expect(scene.main.said.at(-1)?.input).toMatchObject({ code: 'x' });
  });

  it('that is wrong leaves an empty field, and says why', async () => {
    const scene = await atCode();
    type(scene, 'wrong');
    void scene.store.getState().submitCode();
    await scene.main.refuse('kiosk/confirm-card', 'card.invalid-code');
    expect(stepOf(scene)).toMatchObject({ kind: 'code', signs: 0, error: { code: 'card.invalid-code' } });
  });

  it.each(['card.code-wait', 'card.attempts-exhausted'] as const)('waits where %s says so', async (code) => {
    const scene = await atCode();
    type(scene, 'w');
    void scene.store.getState().submitCode();
    await scene.main.refuse('kiosk/confirm-card', code);
    expect(stepOf(scene)).toMatchObject({ kind: 'code-wait', error: { code } });
    scene.store.getState().confirmCardLater();
    expect(stepOf(scene)).toMatchObject({ kind: 'done', how: 'later' });
  });

  it('whose answer is lost is told to be unclear, never wrong and never right', async () => {
    const scene = await atCode();
    type(scene, 'w');
    void scene.store.getState().submitCode();
    await scene.main.answer('kiosk/confirm-card', { kind: 'unknown' });
    expect(stepOf(scene)?.kind).toBe('unclear');
    scene.store.getState().askForCode();
    expect(stepOf(scene)?.kind).toBe('code');
  });

  it('can wait: the customer confirms by e-mail', async () => {
    const scene = await atCode();
    scene.store.getState().confirmCardLater();
    expect(stepOf(scene)).toMatchObject({ kind: 'done', how: 'later' });
    expect(namesOf(scene)).not.toContain('kiosk/confirm-card');
  });
});
