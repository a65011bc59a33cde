import { createHash } from 'node:crypto';
import { z } from 'zod';
import { notGranted } from '../access.ts';
import { type Answer, refusal, success } from '../answer.ts';
import { parseCriterion } from '../criterion.ts';
import { type BookEntry, holderOf } from '../wallet-book.ts';
import type { World } from '../world.ts';
import { type Ask, permits, readJson, type WalletAsk } from './ask.ts';

/** GET /wallet?criterion. Source: seed 001, "Requesting wallet by other information". */
export function findWallet(ask: Ask): Answer {
  const { data } = ask.world.state;
  const parsed = parseCriterion(ask.call.query);
  if (parsed.kind === 'invalid') return refusal('invalid_parameters', 'exactly one well-formed criterion is needed');
  if (parsed.criterion.kind === 'person_code' && !data.client.personCodeSearch) {
    return refusal('forbidden', "searching by a person's code needs a special permission");
  }
  const entry = ask.world.book.find(parsed.criterion);
  if (entry === undefined || (parsed.criterion.kind === 'card' && isHidden(entry, ask.world))) {
    return refusal('not_found', 'no wallet was found');
  }
  return success(walletBody(ask, entry));
}

/** GET /wallet/:id. */
export function readWallet(ask: WalletAsk): Answer {
  return success(walletBody(ask, ask.entry));
}

/** What a grant does not cover is absent; only an unconfirmed title is null (seed 001, "Account data structure"). */
function walletBody(ask: Ask, entry: BookEntry): unknown {
  const listed = permits(ask, entry, 'wallet-list');
  return bodyWith(listed ? findDescription(entry, ask.world)?.text : undefined, listed, entry);
}

function bodyWith(description: string | undefined, listed: boolean, entry: BookEntry): unknown {
  const { account, accountOwner } = entry;
  return {
    ...briefBody(entry),
    account: {
      number: account.number,
      ...(listed && { owner_display_name: accountOwner.displayName, owner_title: accountOwner.confirmedTitle }),
      ...(description !== undefined && { description }),
      ...(listed && { user_id: accountOwner.id, type: account.type }),
      ...(account.ibans !== undefined && { ibans: account.ibans }),
    },
  };
}

/** A wallet as the seed's examples of relating, confirming and searching print it: without its account. */
export function briefBody(entry: BookEntry): { id: number; owner: number } {
  return { id: entry.wallet.id, owner: holderOf(entry) };
}

/** PUT /wallet/:id {description}. Source: seed 001, "Changing description of an account". */
export function setDescription(ask: WalletAsk): Answer {
  const { entry, world } = ask;
  if (!permits(ask, entry, 'account')) return notGranted(ask.caller, 'account');
  const read = readJson(ask.body, z.object({ description: z.string().min(1) }));
  if (!read.ok) return read.answer;
  const text = read.value.description;
  const max = world.state.data.rules.descriptionMaxLength;
  if ([...text].length > max) {
    return refusal('invalid_parameters', `description has more than ${max} characters`);
  }
  const known = findDescription(entry, world);
  if (known === undefined) {
    world.state.descriptions.push({ account: entry.account.number, user: holderOf(entry), text });
  } else {
    known.text = text;
  }
  // The seed's example shows the new description though it shows no names: who set it may see it.
  return success(bodyWith(text, permits(ask, entry, 'wallet-list'), entry));
}

/** DELETE /wallet/:id/description; done as well where there was none. */
export function deleteDescription(ask: WalletAsk): Answer {
  const { entry, world } = ask;
  if (!permits(ask, entry, 'account')) return notGranted(ask.caller, 'account');
  const known = findDescription(entry, world);
  world.state.descriptions = world.state.descriptions.filter((description) => description !== known);
  return success(bodyWith(undefined, permits(ask, entry, 'wallet-list'), entry));
}

function findDescription(entry: BookEntry, world: World) {
  return world.state.descriptions.find(
    ({ account, user }) => account === entry.account.number && user === holderOf(entry),
  );
}

/** Where unconfirmed cards are hidden, a search by card finds them only once they are confirmed. */
function isHidden({ wallet }: BookEntry, { state }: World): boolean {
  if (state.data.rules.unconfirmedCards === 'findable') return false;
  return state.relations.some((relation) => relation.wallet === wallet.id && !relation.confirmed);
}

const contactLists = {
  email: { form: /^[^\s@]+@[^\s@]+$/, normalise: (text: string) => text.toLowerCase(), keyOf: emailOf },
  phone: { form: /^[1-9][0-9]{6,14}$/, normalise: (text: string) => text, keyOf: phoneOf },
  email_hash: { form: /^[0-9a-f]{40}$/i, normalise: (text: string) => text.toLowerCase(), keyOf: hashed(emailOf) },
  phone_hash: { form: /^[0-9a-f]{40}$/i, normalise: (text: string) => text.toLowerCase(), keyOf: hashed(phoneOf) },
} as const;

/** GET /wallets. Keys are the criteria as they were written. Source: seed 001, "Search wallets". */
export function searchWallets(ask: Ask): Answer {
  const criteria = [...ask.call.query].flatMap(([name, list]) =>
    isContactList(name) ? list.split(',').map((text) => ({ name, text })) : [],
  );
  if (criteria.length === 0) return refusal('invalid_parameters', 'at least one list of criteria is needed');
  if (criteria.some(({ name, text }) => !contactLists[name].form.test(text))) {
    return refusal('invalid_parameters', 'an e-mail, phone or hash is malformed');
  }
  const indexes = new Map<string, Map<string, BookEntry>>();
  const found = criteria.flatMap(({ name, text }) => {
    const { normalise, keyOf } = contactLists[name];
    const index =
      indexes.get(name) ?? new Map(ask.world.book.listedUsers().map((entry) => [keyOf(entry) ?? '', entry]));
    indexes.set(name, index);
    const entry = index.get(normalise(text));
    return entry === undefined ? [] : [[text, briefBody(entry)] as const];
  });
  return success(Object.fromEntries(found));
}

function isContactList(name: string): name is keyof typeof contactLists {
  return Object.hasOwn(contactLists, name);
}

function emailOf({ accountOwner }: BookEntry): string | undefined {
  return accountOwner.email?.toLowerCase();
}

function phoneOf({ accountOwner }: BookEntry): string | undefined {
  return accountOwner.phone;
}

function hashed(plainOf: (entry: BookEntry) => string | undefined): (entry: BookEntry) => string | undefined {
  return (entry) => {
    const value = plainOf(entry);
    return value === undefined ? undefined : createHash('sha1').update(value).digest('hex');
  };
}
