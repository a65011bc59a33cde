import { describe, expect, it, vi } from 'vitest';
import { noAccountFlows } from '../../../../renderer/stores/account-flows.ts';
import { revealMs, watchReveal } from '../../../../renderer/stores/account-reveal-slice.ts';
import { readSeveral } from '../../../../renderer/stores/account-several-slice.ts';
import { runCommand } from '../../../../renderer/stores/desk-commands.ts';
import { noFlows } from '../../../../renderer/stores/flows.ts';
import { chooseMore, moreEntries, moreEntryOf, moreState } from '../../../../renderer/stores/more-entries.ts';
import { WalletId } from '../../../../shared/domain/ids.ts';
import { openScene, station } from './fake-till.ts';

const inClear = { name: 'Jonas Pavyzdys', account: 'EVP1', ibans: [], phone: null, email: null, code: null };

describe('showing personal data', () => {
  it('lasts ten seconds, whatever the screen does', async () => {
    vi.useFakeTimers();
    const { store, till, serve } = await openScene();
    const timers = {
      setTimeout: (action: () => void, delayMs: number) => setTimeout(action, delayMs),
      clearTimeout: (timer: unknown) => clearTimeout(timer as number),
    };
    watchReveal(store, timers);
    serve('a');
    runCommand(store.getState(), 'reveal');
    expect(till.said).toMatchObject([{ name: 'account/reveal', input: { subject: { kind: 'customer' } } }]);
    await till.answer('account/reveal', inClear);
    expect(store.getState().reveal).toMatchObject({ kind: 'shown', until: 12_000 + revealMs });
    vi.advanceTimersByTime(revealMs - 1);
    expect(store.getState().reveal.kind).toBe('shown');
    vi.advanceTimersByTime(1);
    expect(JSON.stringify(store.getState())).not.toContain('Pavyzdys');
    vi.useRealTimers();
  });

  it('ends with the same key, with another panel and with the customer', async () => {
    const { store, till, serve } = await openScene();
    const leave = [
      () => runCommand(store.getState(), 'reveal'),
      () => store.getState().openPanel('more'),
      () => serve('b'),
    ];
    for (const [index, hide] of leave.entries()) {
      serve(`a${index}`);
      store.getState().openPanel('none');
      void store.getState().toggleReveal();
      await till.answer('account/reveal', inClear);
      expect(store.getState().reveal.kind).toBe('shown');
      hide();
      expect(store.getState().reveal).toEqual({ kind: 'hidden' });
    }
  });

  it('never happens to the next customer: a late answer is dropped', async () => {
    const { store, till, serve } = await openScene();
    serve('a');
    const asking = store.getState().toggleReveal();
    serve('b');
    await till.answer('account/reveal', inClear);
    await asking;
    expect(store.getState().reveal).toEqual({ kind: 'hidden' });
  });

  it('is about the row that is chosen while a list is open', async () => {
    const { store, till, serve } = await openScene();
    serve('a');
    store.getState().openPanel('favourites');
    store.setState({ favourites: { ...noAccountFlows.favourites, selected: 30_001 } });
    void store.getState().toggleReveal();
    expect(till.said).toMatchObject([{ input: { subject: { kind: 'favourite', id: 30_001 } } }]);
  });
});

describe('the description', () => {
  it('is saved once, proven, and stands beside the account at once', async () => {
    const { store, till, serve } = await openScene();
    serve('a');
    store.getState().openDescription();
    store.getState().writeDescription(' Kelionėms ');
    runCommand(store.getState(), 'next');
    runCommand(store.getState(), 'next');
    expect(till.said).toMatchObject([{ input: { description: 'Kelionėms' } }]);
    await till.answer('account/set-description', {
      outcome: { kind: 'done', provenBy: 'read' },
      description: 'Kelionėms',
    });
    expect(store.getState().customer).toMatchObject({ wallet: { description: 'Kelionėms' } });
  });

  it('is left as it was while nobody knows, and can be looked up again', async () => {
    const { store, till, serve } = await openScene();
    serve('a');
    store.getState().openDescription();
    void store.getState().clearDescription();
    await till.answer('account/set-description', {
      outcome: { kind: 'unknown', cause: 'api.outcome-unknown' },
      description: null,
    });
    const looking = store.getState().lookUpDescription();
    expect(store.getState().describing.change.kind).toBe('checking');
    await till.answer('account/look-up-description', {
      outcome: { kind: 'done', provenBy: 'read' },
      description: null,
    });
    await looking;
    expect(store.getState().describing.change).toMatchObject({ kind: 'settled', outcome: { kind: 'done' } });
    expect(till.names).toEqual(['account/set-description', 'account/look-up-description']);
  });
});

describe('several people at once', () => {
  it('are read from lines, commas and semicolons, doubles once', () => {
    expect(readSeveral('a@example.com, +370 600 00001;\n\na@example.com')).toEqual({
      emails: ['a@example.com'],
      phones: ['37060000001'],
    });
  });

  it('are refused by the first line that is neither, and by the rule that it breaks', () => {
    expect(readSeveral('a@example.com\n861234567')).toEqual({ problem: { line: 2, rule: 'phone.86-is-china' } });
    const many = Array.from({ length: 41 }, (_, index) => `a${index}@example.com`).join('\n');
    expect(readSeveral(many)).toEqual({ problem: 'too-many' });
  });

  it('are searched without a customer, and one of them is served', async () => {
    const { store, till } = await openScene();
    store.getState().openPanel('several');
    store.getState().writeSeveral('37060000001');
    const searching = store.getState().searchSeveral();
    const walletId = WalletId.parse(30_001);
    const person = { by: 'phone', index: 0, walletId, maskedName: 'Ž•••', maskedAccount: null } as const;
    await till.answer('account/search', { found: [person] });
    await searching;
    expect(store.getState().several.result).toMatchObject({ kind: 'found', people: [person] });
    void store.getState().serveFound(walletId);
    expect(till.said.at(-1)).toMatchObject({ name: 'customer/identify', input: { identifier: { walletId } } });
  });

  it('who are found after the next scan are dropped', async () => {
    const { store, till, serve } = await openScene();
    store.getState().writeSeveral('37060000001');
    const searching = store.getState().searchSeveral();
    serve('a');
    await till.answer('account/search', { found: [] });
    await searching;
    expect(store.getState().several).toBe(noFlows.several);
  });
});

describe('more', () => {
  it('offers what nobody need be served for, and says why the rest is off', async () => {
    const { store } = await openScene();
    const open = moreEntries.filter((entry) => moreState(store.getState(), entry).off === null);
    expect(open).toEqual(['several', 'keys']);
    expect(moreState(store.getState(), 'favourites').off).toBe('nobody');
  });

  it('hides behind its reason what the settings switch off', async () => {
    const { store, serve } = await openScene();
    store.setState({ station: { ...station, operationsOff: ['favourites', 'search', 'payments'] } });
    serve('a');
    const off = moreEntries.filter((entry) => moreState(store.getState(), entry).off === 'switchedOff');
    expect(off).toEqual(['pending', 'favourites', 'several']);
    chooseMore(store.getState(), 'favourites');
    expect(store.getState().panel).toBe('none');
  });

  it('has a digit for each entry', () => {
    expect(moreEntryOf('1')).toBe('receipt');
    expect(moreEntryOf(String(moreEntries.length))).toBe(moreEntries.at(-1));
    expect(moreEntryOf('9')).toBeNull();
  });
});

describe('reservations and favourites', () => {
  it('are read when they are opened, and a late answer is nobody’s', async () => {
    const { store, till, serve } = await openScene();
    serve('a');
    const reading = store.getState().openReservations();
    await till.answer('account/read-reservations', { rows: [], total: 3, next: null });
    await reading;
    expect(store.getState().reservations.list).toMatchObject({ kind: 'read', total: 3 });
    const late = store.getState().openFavourites();
    serve('b');
    await till.answer('account/read-favourites', { rows: [], total: 0, next: null });
    await late;
    expect(store.getState().favourites).toBe(noFlows.favourites);
  });
});
