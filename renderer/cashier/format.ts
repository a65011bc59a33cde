import type { Ticket } from '../stores/customer-slice.ts';
import type { Texts } from '../ui/i18n/i18n.ts';
import type { IconName } from '../ui/icons/strokes.ts';

export { amountText, moneyText } from '../ui/money-text.ts';

/** `Card •••• 3154`: what was read, masked in main. */
export function ticketText(ticket: Pick<Ticket, 'by' | 'masked'>, texts: Texts): string {
  const by = texts.t(`ticket/by/${ticket.by}`);
  return ticket.masked === '' ? by : `${by} ${ticket.masked}`;
}

export const ticketIcons: Readonly<Record<Ticket['by'], IconName>> = {
  card: 'card-waves',
  barcode: 'scanner',
  wallet: 'hash',
  phone: 'phone',
  email: 'mail',
  'account-number': 'wallet',
  'person-code': 'hash',
  'company-code': 'hash',
  'licence-plate': 'hash',
  user: 'hash',
  unknown: 'scanner',
};
