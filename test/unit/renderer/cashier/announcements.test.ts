import { describe, expect, it } from 'vitest';
import { announcementsOf } from '../../../../renderer/cashier/announcements.ts';
import { startTexts, textsOf } from '../../../../renderer/ui/i18n/i18n.ts';
import { ScanId } from '../../../../shared/domain/ids.ts';
import { failure, openScene, ticket } from '../stores/fake-till.ts';

const english = async () => textsOf((await startTexts('en')).t, 'en');

describe('what the screen says aloud', () => {
  it('is nothing while nobody is there, and nothing again once they went', async () => {
    const { store, serve } = await openScene();
    const texts = await english();
    expect(announcementsOf(store.getState(), texts)).toEqual({ polite: '', assertive: '' });
    serve('a');
    store.getState().finish('done');
    expect(announcementsOf(store.getState(), texts)).toEqual({ polite: '', assertive: '' });
  });

  it('is a status for whoever waits, without the name and without the balance', async () => {
    const { store, serve } = await openScene();
    serve('a');
    const { polite, assertive } = announcementsOf(store.getState(), await english());
    expect(polite).toBe('Customer found. Balance read.');
    expect(assertive).toBe('');
  });

  it('says an answer at once', async () => {
    const { store, till, serve } = await openScene();
    serve('a');
    store.getState().writeAmount('12.50');
    const asked = store.getState().ask();
    await till.answer('customer/check-sufficient-amount', { isSufficient: false, answeredAt: 5 });
    await asked;
    expect(announcementsOf(store.getState(), await english()).assertive).toBe('No. 12.50\u00a0EUR is not covered');
  });

  it('says a trouble at once, by its cause', async () => {
    const { store, till } = await openScene();
    till.emit('customer/scan-received', ticket('a'));
    till.emit('customer/identify-failed', { scan: ScanId.parse('a'), error: failure('api.no-network') });
    expect(announcementsOf(store.getState(), await english()).assertive).toMatch(/^No internet connection\. /);
  });
});
