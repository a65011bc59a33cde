import { expect, test } from './fixtures.ts';
import { doIt, kioskDisplay, screen, tapCard } from './kiosk-hands.ts';

test.use({ tillEnv: { TILL_FACE: 'kiosk', TILL_KIOSK_MOVEMENTS: 'true' } });

test('a customer taps a card, sees the balance, takes a receipt and goes', async ({ till: { page } }) => {
  await page.setViewportSize(kioskDisplay);
  await screen(page, 'attract');
  await doIt(page, 'language-en');
  await screen(page, 'present');
  await tapCard(page, 'main');
  await expect(page.getByTestId('balance-EUR')).toContainText('22.99');
  await doIt(page, 'print');
  await screen(page, 'printed');
  await expect(page.getByTestId('receipt-text')).toContainText('22.99');
  await doIt(page, 'finish');
  await screen(page, 'goodbye');
  await expect(page.locator('body')).not.toContainText('22.99');
});
