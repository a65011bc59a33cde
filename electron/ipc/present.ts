import type { z } from 'zod';
import type { BalanceView, customerEvents, Ticket, WalletSummary } from '../../shared/contract/customer.ts';
import type { StationStatus as StationStatusView } from '../../shared/contract/station.ts';
import type { WalletIdentifier } from '../../shared/domain/identifier.ts';
import { maskAccount, maskEmail, maskName, maskNumber, maskPhone } from '../../shared/domain/mask.ts';
import { addDecimals } from '../../shared/domain/money.ts';
import type { BalanceAmounts, CurrencyCode, Wallet } from '../../shared/domain/wallet.ts';
import type { BalanceReading, DeskEvent, ScanTicket } from '../services/desk.ts';
import type { StationStatus } from '../services/station-watch.ts';

// What the page may see of what main knows. Masking happens here, before anything crosses to the page.

function maskIdentifier(identifier: WalletIdentifier): string {
  switch (identifier.kind) {
    case 'card':
      return maskNumber(identifier.number);
    case 'barcode':
      return maskNumber(identifier.barcode);
    case 'phone':
      return maskPhone(identifier.phone);
    case 'email':
      return maskEmail(identifier.email);
    case 'wallet':
      return String(identifier.walletId);
    case 'account-number':
      return maskAccount(identifier.accountNumber);
    case 'person-code':
    case 'company-code':
      return maskNumber(identifier.code);
    case 'licence-plate':
      return maskNumber(identifier.licencePlate);
    case 'user':
      return maskNumber(String(identifier.userId));
  }
}

export function presentTicket(ticket: ScanTicket): Ticket {
  const { identifier } = ticket;
  return {
    scan: ticket.scan,
    by: identifier === null ? 'unknown' : identifier.kind,
    masked: identifier === null ? '' : maskIdentifier(identifier),
    from: ticket.from,
    at: ticket.at,
  };
}

export function presentWallet(wallet: Wallet, ticket: ScanTicket): WalletSummary {
  const { account } = wallet;
  // The confirmed title where there is one (seed 001, "Account data structure"): it is the name on documents.
  const name = account?.owner_title ?? account?.owner_display_name;
  return {
    walletId: wallet.id,
    ownedByCard: ticket.identifier?.kind === 'card',
    maskedName: name === undefined ? null : maskName(name),
    maskedAccount: account === undefined ? null : maskAccount(account.number),
    description: account?.description ?? null,
  };
}

function presentAmounts(amounts: BalanceAmounts) {
  return { atDisposal: amounts.at_disposal_decimal, reserved: amounts.reserved_decimal };
}

export function presentBalance(reading: BalanceReading): BalanceView {
  const rows = Object.entries(reading.balance).map(([currency, entry]) => ({
    currency: currency as CurrencyCode,
    amounts: presentAmounts(entry),
    converted: entry.converted === undefined ? null : presentAmounts(entry.converted),
  }));
  const converted = rows.flatMap((row) => (row.converted === null ? [] : [row.converted]));
  const complete = rows.length > 0 && converted.length === rows.length;
  return {
    rows,
    convertedTo: reading.convertedTo,
    total: complete
      ? {
          atDisposal: addDecimals(converted.map((amounts) => amounts.atDisposal)),
          reserved: addDecimals(converted.map((amounts) => amounts.reserved)),
        }
      : null,
    readAt: reading.readAt,
  };
}

export function presentStatus(status: StationStatus): StationStatusView {
  return {
    link: status.link,
    printer: status.printer,
    readers: status.readers.map(({ name, state }) => ({ name, state })),
    ...(status.journal === null ? {} : { journal: status.journal }),
    ...(status.customerDisplay === 'off' ? {} : { customerDisplay: status.customerDisplay }),
  };
}

type CustomerEvents = typeof customerEvents;
/** A contract event with its payload, ready to be sent. */
export type PresentedEvent = {
  [E in keyof CustomerEvents]: { readonly name: E; readonly payload: z.input<CustomerEvents[E]> };
}[keyof CustomerEvents];

/** Null for what the page is told by the event that follows. */
export function presentDeskEvent(event: DeskEvent): PresentedEvent | null {
  switch (event.kind) {
    case 'scan-received':
      return { name: 'customer/scan-received', payload: presentTicket(event.ticket) };
    case 'scan-rejected': {
      const { error, keepsCustomer } = event;
      return {
        name: 'customer/scan-rejected',
        payload: { ticket: presentTicket(event.ticket), error: plainError(error), keepsCustomer },
      };
    }
    case 'identified': {
      const { ticket, session, wallet } = event;
      const payload = { scan: ticket.scan, session, wallet: presentWallet(wallet, ticket) };
      return { name: 'customer/identified', payload };
    }
    case 'identify-failed':
      return { name: 'customer/identify-failed', payload: { scan: event.scan, error: plainError(event.error) } };
    case 'balance-read':
      return {
        name: 'customer/balance-read',
        payload: { session: event.session, balance: presentBalance(event.reading) },
      };
    case 'balance-failed':
      return { name: 'customer/balance-failed', payload: { session: event.session, error: plainError(event.error) } };
    case 'closed':
      return event.reason === 'next-scan' ? null : { name: 'customer/closed', payload: { reason: event.reason } };
  }
}

type ErrorPayload = z.input<CustomerEvents['customer/identify-failed']>['error'];

// The schema's arrays are mutable, the error's are not; the value is the same.
export function plainError(error: {
  readonly code: string;
  readonly kind: string;
  readonly details?: unknown;
}): ErrorPayload {
  return error as ErrorPayload;
}
