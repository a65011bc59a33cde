import type { Needs } from '../endpoint.ts';

// What several operations need alike. Source: seed 001, the notes of each; wallet-api.md, "Scopes and special permissions".

/** No scope and no permission; only a grant that somebody gave and may revoke. */
export const nothingSpecial: Needs = { scopes: [] };

export const balanceScope: Needs = { scopes: [['balance', 'balance_offline']] };

export const statementsPermission: Needs = {
  scopes: [['statements', 'statements_offline']],
  specialPermission: true,
};

export const incomingPermission: Needs = { scopes: [['incoming_payments']], specialPermission: true };

export const outgoingPermission: Needs = { scopes: [['outgoing_payments']], specialPermission: true };

export const eitherPaymentPermission: Needs = {
  scopes: [['incoming_payments'], ['outgoing_payments']],
  specialPermission: true,
};

export const manageAccountScope: Needs = { scopes: [['manage_account']] };
