import { expect, test } from 'vitest';
import { readAnswer } from '../../electron/wallet-api/answer.ts';
import { checkSufficientAmount } from '../../electron/wallet-api/endpoints/check-sufficient-amount.ts';
import { readBalance } from '../../electron/wallet-api/endpoints/read-balance.ts';
import { readBalanceReceipt } from '../../electron/wallet-api/endpoints/read-balance-receipt.ts';
import { readWallet } from '../../electron/wallet-api/endpoints/read-wallet.ts';
import { CurrencyCode } from '../../shared/domain/wallet.ts';
import * as seed from './seed-answers.ts';

function receive(text: string) {
  return { status: 200, retryAfter: null, body: new TextEncoder().encode(text) };
}

test('the wallet of the seed is read as it stands', () => {
  expect(readAnswer(receive(seed.walletAnswer), readWallet.answer, {})).toStrictEqual({
    ok: true,
    value: { id: 14471, owner: 221, account: { number: 'EVP0010001000101' } },
  });
});

test("a card's own wallet is read although it names no account", () => {
  expect(readAnswer(receive(seed.cardWalletAnswer), readWallet.answer, {})).toStrictEqual({
    ok: true,
    value: { id: 254789, owner: 221 },
  });
});

test('the balance of the seed is read, its misspelt field under the name of the table', () => {
  expect(readAnswer(receive(seed.balanceAnswer), readBalance.answer, {})).toStrictEqual({
    ok: true,
    value: {
      EUR: { at_disposal: 2299, at_disposal_decimal: '22.99', reserved: 0, reserved_decimal: '0' },
      USD: { at_disposal: 100, at_disposal_decimal: '1.00', reserved: 9800, reserved_decimal: '98.00' },
    },
  });
});

test('the converted balance of the seed is read with both sets of amounts', () => {
  const answer = readBalance.answerTo?.({ walletId: 'me', convert_to: CurrencyCode.parse('EUR') });
  const result = readAnswer(receive(seed.convertedBalanceAnswer), answer ?? readBalance.answer, {});
  expect(result).toStrictEqual({
    ok: true,
    value: {
      EUR: {
        ...{ at_disposal: 2299, at_disposal_decimal: '22.99', reserved: 0, reserved_decimal: '0' },
        converted: { at_disposal: 2299, at_disposal_decimal: '22.99', reserved: 0, reserved_decimal: '0' },
      },
      USD: {
        ...{ at_disposal: 100, at_disposal_decimal: '1.00', reserved: 9800, reserved_decimal: '98.00' },
        converted: { at_disposal: 75, at_disposal_decimal: '0.75', reserved: 7339, reserved_decimal: '73.39' },
      },
    },
  });
});

test('the receipt of the seed is read', () => {
  expect(readAnswer(receive(seed.balanceReceiptAnswer), readBalanceReceipt.answer, {})).toStrictEqual({
    ok: true,
    value: { text: 'Your balance: 22.99 EUR, 1.00 USD' },
  });
});

test('both answers about a sufficient amount are read', () => {
  expect(readAnswer(receive(seed.sufficientAnswer), checkSufficientAmount.answer, {})).toStrictEqual({
    ok: true,
    value: { is_sufficient: true },
  });
  expect(readAnswer(receive(seed.notSufficientAnswer), checkSufficientAmount.answer, {})).toStrictEqual({
    ok: true,
    value: { is_sufficient: false },
  });
});
