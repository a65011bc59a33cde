import { describe, expect, it } from 'vitest';
import { soundOf } from '../../../../renderer/cashier/sounds.ts';
import type { SoundName } from '../../../../renderer/ui/sound.ts';
import { ScanId } from '../../../../shared/domain/ids.ts';
import { failure, openScene, type Scene, ticket } from '../stores/fake-till.ts';

function listen({ store }: Scene): SoundName[] {
  const heard: SoundName[] = [];
  store.subscribe((now, before) => {
    const sound = soundOf(now, before);
    if (sound !== null) {
      heard.push(sound);
    }
  });
  return heard;
}

describe('the sounds of the desk', () => {
  it('are one for a scan, one for the answer, one for the paper', async () => {
    const scene = await openScene();
    const heard = listen(scene);
    scene.serve('a');
    scene.store.getState().writeAmount('12');
    const asked = scene.store.getState().ask();
    await scene.till.answer('customer/check-sufficient-amount', { isSufficient: true, answeredAt: 5 });
    await asked;
    const printed = scene.store.getState().printReceipt();
    await scene.till.answer('customer/print-receipt', { printedAt: 7 });
    await printed;
    expect(heard).toEqual(['scan', 'yes', 'paper']);
  });

  it('tell a calm "nobody" from a trouble, and a product from a customer', async () => {
    const scene = await openScene();
    const heard = listen(scene);
    scene.till.emit('customer/scan-received', ticket('a'));
    scene.till.emit('customer/identify-failed', { scan: ScanId.parse('a'), error: failure('wallet.not-found') });
    scene.till.emit('customer/scan-received', ticket('b'));
    scene.till.emit('customer/identify-failed', { scan: ScanId.parse('b'), error: failure('api.no-network') });
    scene.serve('c');
    const error = failure('scan.product-barcode');
    scene.till.emit('customer/scan-rejected', { ticket: ticket('p'), error, keepsCustomer: true });
    expect(heard).toEqual(['scan', 'no', 'scan', 'trouble', 'scan', 'no']);
  });

  it('are silent when the customer goes', async () => {
    const scene = await openScene();
    scene.serve('a');
    const heard = listen(scene);
    scene.store.getState().finish('done');
    expect(heard).toEqual([]);
  });
});
