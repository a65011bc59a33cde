import type { MarkedCustomer } from './marked-world.ts';
import { markedWords } from './marked-world.ts';

export interface MarkedCommand {
  readonly argv: readonly string[];
  /** Standard input. */
  readonly input: string;
}

/** Every command that is about a customer, each with what is marked read from standard input. */
export function commandsFor(customer: MarkedCustomer): readonly MarkedCommand[] {
  const wallet = String(customer.walletId);
  const aboutWallet = (...words: string[]): MarkedCommand => ({ argv: [...words, '--wallet', '-'], input: wallet });
  const more = (command: MarkedCommand, ...argv: string[]): MarkedCommand => ({
    ...command,
    argv: [...command.argv, ...argv],
  });
  return [
    { argv: ['identify', '--phone', '-'], input: customer.phone },
    { argv: ['identify', '--card', '-'], input: `paysera:${customer.card}` },
    { argv: ['identify', '--email', '-'], input: customer.email },
    aboutWallet('balance'),
    more(aboutWallet('sufficient'), '--amount', '10.00', '--currency', 'EUR'),
    more(aboutWallet('receipt'), '--width', '32'),
    more(aboutWallet('statements'), '--csv'),
    aboutWallet('reservations'),
    aboutWallet('pending'),
    aboutWallet('favourites'),
    { argv: ['description', 'set', '--wallet', '30001', '--text', '-'], input: markedWords.description },
    { argv: ['card', 'relate', '--wallet', '30001', '--card', '-'], input: `paysera:${customer.freeCard}` },
    { argv: ['card', 'confirm', '--wallet', '30001'], input: customer.code },
    { argv: ['pending', 'password', '--wallet', '30001', '--payment', '5'], input: customer.password },
    { argv: ['identify', '--phone', '-'], input: `${customer.email} is no phone` },
    { argv: ['journal', 'list', '--card', '-'], input: `paysera:${customer.card}` },
    { argv: ['journal', 'verify'], input: '' },
    { argv: ['report', 'x'], input: '' },
  ];
}
