import { z } from 'zod';
import { CardIssuer, CardNumber } from '../../../shared/domain/identifier.ts';
import { type Answer, refusal, success } from '../answer.ts';
import type { Card } from '../data.ts';
import type { Relation } from '../state.ts';
import type { BookEntry } from '../wallet-book.ts';
import type { World } from '../world.ts';
import { readJson, type WalletAsk } from './ask.ts';
import { briefBody } from './wallets.ts';

/** PUT /wallet/:id/card. Source: seed 001, "Card relation request". */
export function relateCard(ask: WalletAsk): Answer {
  const { entry, world } = ask;
  if (!world.state.data.client.cardRelatingEnabled) {
    return refusal('forbidden', 'relating cards is not enabled for this client');
  }
  const read = readJson(ask.body, z.object({ issuer: CardIssuer, number: CardNumber }));
  if (!read.ok) return read.answer;
  const card = { issuer: read.value.issuer, number: read.value.number };
  if (world.book.find({ kind: 'card', issuer: card.issuer, value: card.number }) !== undefined) {
    return refusal('card_already_assigned', 'this card belongs to a wallet already');
  }
  const wallet = world.book.relateCard(entry.wallet.id, card);
  world.sendCode(createRelation(wallet, card, entry, world));
  const related = world.book.findById(wallet);
  if (related === undefined) throw new Error('a wallet that was just added is not there');
  return success(briefBody(related));
}

const codeAlphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

function createRelation(wallet: number, card: Card, { accountOwner }: BookEntry, world: World): Relation {
  const { freeCards, rules } = world.state.data;
  const free = freeCards.find(({ issuer, number }) => issuer === card.issuer && number === card.number);
  const now = world.nowSeconds();
  return {
    wallet,
    code: free?.code ?? world.random.text(6, codeAlphabet),
    channel: accountOwner.phone === undefined ? 'email' : 'sms',
    to: maskRecipient(accountOwner.phone ?? accountOwner.email ?? ''),
    sentAt: now,
    expiresAt: now + rules.codeLifetimeSeconds,
    confirmed: false,
  };
}

/** The end of a phone, the beginning and the domain of an address. */
function maskRecipient(recipient: string): string {
  const [name = '', domain] = recipient.split('@');
  return domain === undefined ? `••••${name.slice(-3)}` : `${name.slice(0, 1)}•••@${domain}`;
}

/**
 * PUT /wallet/:newId/confirm. Wrong codes are counted for the client as a whole, whoever's card they were for.
 * Source: seed 001, "Confirm card request".
 */
export function confirmCard(ask: WalletAsk, client: string): Answer {
  const { entry, world } = ask;
  const { rules } = world.state.data;
  const read = readJson(ask.body, z.object({ code: z.string().min(1) }));
  if (!read.ok) return read.answer;
  const relation = world.state.relations.find(({ wallet }) => wallet === entry.wallet.id);
  if (relation === undefined) {
    return refusal('invalid_state', 'this is not the wallet that relating a card answered with');
  }
  if (relation.confirmed) return refusal('invalid_state', 'this card is confirmed already');

  const now = world.nowSeconds();
  const since = now - rules.wrongCodesWindowSeconds;
  world.state.wrongCodes = world.state.wrongCodes.filter(({ at }) => at > since);
  const wrong = world.state.wrongCodes.filter((attempt) => attempt.client === client);
  if (wrong.length >= rules.wrongCodesAllowed) {
    return refusal('rate_limit_exceeded', 'this client gave too many wrong codes in this period');
  }
  if (read.value.code !== relation.code || now > relation.expiresAt) {
    world.state.wrongCodes.push({ client, at: now });
    return refusal('invalid_code', 'the code is wrong or has expired');
  }
  relation.confirmed = true;
  return success(briefBody(entry));
}
