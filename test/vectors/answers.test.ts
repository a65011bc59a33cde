import { expect, test } from 'vitest';
import { readAnswer } from '../../electron/wallet-api/answer.ts';
import { acceptPendingPayment } from '../../electron/wallet-api/endpoints/accept-pending-payment.ts';
import { cancelPendingPayment } from '../../electron/wallet-api/endpoints/cancel-pending-payment.ts';
import { checkSufficientAmount } from '../../electron/wallet-api/endpoints/check-sufficient-amount.ts';
import { confirmCard } from '../../electron/wallet-api/endpoints/confirm-card.ts';
import { deleteDescription } from '../../electron/wallet-api/endpoints/delete-description.ts';
import { readBalance } from '../../electron/wallet-api/endpoints/read-balance.ts';
import { readBalanceReceipt } from '../../electron/wallet-api/endpoints/read-balance-receipt.ts';
import { readFavourites } from '../../electron/wallet-api/endpoints/read-favourites.ts';
import { readPendingPayments } from '../../electron/wallet-api/endpoints/read-pending-payments.ts';
import { readReservationStatements } from '../../electron/wallet-api/endpoints/read-reservation-statements.ts';
import { readStatements } from '../../electron/wallet-api/endpoints/read-statements.ts';
import { readWallet } from '../../electron/wallet-api/endpoints/read-wallet.ts';
import { relateCard } from '../../electron/wallet-api/endpoints/relate-card.ts';
import { searchWallets } from '../../electron/wallet-api/endpoints/search-wallets.ts';
import { setDescription } from '../../electron/wallet-api/endpoints/set-description.ts';
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

test('the statements of the seed are read, the other party under the name of the table', () => {
  const result = readAnswer(receive(seed.statementsAnswer), readStatements.answer, {});
  expect(result).toMatchObject({ ok: true, value: { _metadata: { total: 5, offset: 0, limit: 50 } } });
  const rows = result.ok ? result.value.statements : [];
  expect(rows.map(({ id, amount, amount_decimal }) => [id, amount, amount_decimal])).toEqual([
    [59418, 100, '1.00'],
    [59392, 3000, '30.00'],
    [59390, 12000, '120.00'],
    [59327, 20, '0.20'],
    [59326, 5000, '50.00'],
  ]);
  expect(rows[0]).toStrictEqual({
    id: 59418,
    amount: 100,
    currency: 'EUR',
    amount_decimal: '1.00',
    direction: 'in',
    date: 1363340355,
    details: 'Currency exchange 1.23 USD -> 1.00 EUR (Exchange rate 10 USD : 8.81142 EUR; 1.23 USD : 1 EUR)',
    type: 'currency',
    transfer_id: 45375,
  });
  expect(rows[2]?.other_party).toStrictEqual({
    display_name: 'EVP',
    code: '300060819',
    account_number: 'EVP6910001000362',
    user_id: 2,
    wallet_id: 211,
  });
  expect(rows[4]?.other_party).toStrictEqual({
    display_name: 'John Smith',
    code: '38001010000',
    account_number: 'LT007300010022221111',
    bic: 'HABALT22XXX',
  });
});

test('the reservations of the seed are read, their decimals as cents too', () => {
  expect(readAnswer(receive(seed.reservationStatementsAnswer), readReservationStatements.answer, {})).toStrictEqual({
    ok: true,
    value: {
      reservation_statements: [
        {
          type: 'transfer_out',
          amount: 100,
          amount_decimal: '1.00',
          currency: 'EUR',
          details: 'Name Surname. Transfer out',
          date: 1373449733,
          other_party: { display_name: 'Name Surname', account_number: 'LT000000000000000000' },
        },
        {
          type: 'transfer_in',
          amount: 100,
          amount_decimal: '1.00',
          currency: 'EUR',
          details: 'cash out',
          date: 1453973739,
          other_party: {
            display_name: 'Name Surname',
            account_number: 'EVP0000000000000',
            wallet_id: 12345,
            user_id: 123456,
          },
        },
      ],
      _metadata: { total: 2, offset: 0, limit: 50 },
    },
  });
});

const pendingPayment = {
  id: 59418,
  amount: 100,
  currency: 'EUR',
  amount_decimal: '1.00',
  details: 'Payment with password from John',
  type: 'password',
  direction: 'in',
  cancelable: true,
  date: 1363340355,
  other_party: { wallet_id: 78441, user_id: 44587, display_name: 'John Smith' },
};

test('the pending payments of the seed are read', () => {
  expect(readAnswer(receive(seed.pendingPaymentsAnswer), readPendingPayments.answer, {})).toStrictEqual({
    ok: true,
    value: { pending_payments: [pendingPayment], _metadata: { total: 1, offset: 0, limit: 50 } },
  });
});

test('a payment that was accepted or cancelled is read as the pending payment that it was', () => {
  const details = 'Currency exchange 1.23 USD -> 1.00 EUR (Exchange rate 10 USD : 8.81142 EUR; 1.23 USD : 1 EUR)';
  for (const { answer } of [acceptPendingPayment, cancelPendingPayment]) {
    expect(readAnswer(receive(seed.acceptedPaymentAnswer), answer, {})).toStrictEqual({
      ok: true,
      value: { ...pendingPayment, details, cancelable: false },
    });
  }
});

test('the favourites of the seed are read in their order', () => {
  expect(readAnswer(receive(seed.favouritesAnswer), readFavourites.answer, {})).toStrictEqual({
    ok: true,
    value: {
      favourites: [
        {
          payment_count: 5,
          user_info: {
            display_name: 'John Smith',
            user_id: 54,
            wallet_id: 4558,
            account_number: 'EVP7010001000101',
          },
        },
        {
          payment_count: 2,
          user_info: {
            display_name: 'Some Company',
            user_id: 4457,
            wallet_id: 25487,
            account_number: 'EVP6310001000103',
          },
        },
      ],
      _metadata: { total: 2, offset: 0, limit: 50 },
    },
  });
});

test("relating and confirming a card answer with the card's own wallet, without an account", () => {
  const expected = { ok: true, value: { id: 254789, owner: 221 } };
  expect(readAnswer(receive(seed.cardWalletAnswer), relateCard.answer, {})).toStrictEqual(expected);
  expect(readAnswer(receive(seed.cardWalletAnswer), confirmCard.answer, {})).toStrictEqual(expected);
});

test('setting and deleting a description answer with the wallet', () => {
  const account = { number: 'EVP0010001000101' };
  expect(readAnswer(receive(seed.describedWalletAnswer), setDescription.answer, {})).toStrictEqual({
    ok: true,
    value: { id: 14471, owner: 221, account: { ...account, description: 'My personal account' } },
  });
  expect(readAnswer(receive(seed.walletAnswer), deleteDescription.answer, {})).toStrictEqual({
    ok: true,
    value: { id: 14471, owner: 221, account },
  });
});

test('a search answers with the criteria that found something, and with nothing when none did', () => {
  expect(readAnswer(receive(seed.searchAnswer), searchWallets.answer, {})).toStrictEqual({
    ok: true,
    value: {
      'smith@example.com': { id: 887, owner: 5547 },
      '9395988394d4568df3c54c2645ddb1d0753a0c20': { id: 45, owner: 8879 },
    },
  });
  for (const empty of ['{}', '[]']) {
    expect(readAnswer(receive(empty), searchWallets.answer, {})).toStrictEqual({ ok: true, value: {} });
  }
});
