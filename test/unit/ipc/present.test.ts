import { expect, test } from 'vitest';
import { presentBalance, presentTicket, presentWallet } from '../../../electron/ipc/present.ts';
import type { ScanId, WalletId } from '../../../shared/domain/ids.ts';

const at = Date.UTC(2026, 10, 20, 12, 2, 7);
const cardTicket = {
  scan: 's1' as ScanId,
  identifier: { kind: 'card', issuer: 'paysera', number: '5487963154' },
  from: 'simulated-card-reader',
  at,
} as const;

test('a ticket shows the end of a card number and nothing before it', () => {
  const ticket = presentTicket(cardTicket);
  expect(ticket.masked).toContain('3154');
  expect(JSON.stringify(ticket)).not.toContain('548796');
});

test('names and account leave main masked', () => {
  const wallet = {
    id: 14471 as WalletId,
    owner: 221,
    account: {
      number: 'EVP0010001000101',
      owner_display_name: 'Jonas Pavyzdys',
      owner_title: 'Jonas Pavyzdys',
      ibans: ['LT1'],
    },
  };
  const summary = presentWallet(wallet, cardTicket);
  expect(summary).toEqual({
    walletId: 14471,
    ownedByCard: true,
    maskedName: 'J••• P•••',
    maskedAccount: 'EVP ••• 0101',
    description: null,
  });
});

test('a wallet found by another way than its card is not called the card’s own', () => {
  const typed = { ...cardTicket, identifier: { kind: 'phone', phone: '37066612345' }, from: 'typed' } as const;
  expect(presentWallet({ id: 14471 as WalletId, owner: 221 }, typed)).toEqual({
    walletId: 14471,
    ownedByCard: false,
    maskedName: null,
    maskedAccount: null,
    description: null,
  });
});

const amounts = (atDisposal: string, reserved: string) => ({
  at_disposal: 0,
  at_disposal_decimal: atDisposal,
  reserved: 0,
  reserved_decimal: reserved,
});

test('the total is the exact sum of the converted amounts', () => {
  const view = presentBalance({
    balance: {
      EUR: { ...amounts('22.99', '0'), converted: amounts('22.99', '0') },
      USD: { ...amounts('1.00', '98.00'), converted: amounts('0.75', '73.39') },
    },
    convertedTo: 'EUR' as never,
    readAt: at,
  });
  expect(view.total).toEqual({ atDisposal: '23.74', reserved: '73.39' });
});

test('there is no total when one currency was not converted', () => {
  const view = presentBalance({
    balance: { EUR: { ...amounts('1.00', '0'), converted: amounts('1.00', '0') }, XAU: amounts('2', '0') },
    convertedTo: 'EUR' as never,
    readAt: at,
  });
  expect(view.total).toBeNull();
  expect(view.rows.map((row) => row.currency)).toEqual(['EUR', 'XAU']);
});
