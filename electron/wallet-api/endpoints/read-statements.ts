import { z } from 'zod';
import type { Statement, StatementPage } from '../../../shared/domain/account-records.ts';
import { CurrencyCode } from '../../../shared/domain/wallet.ts';
import { endpoint } from '../endpoint.ts';
import { Decimal } from './decimal.ts';
import { statementsPermission } from './needs.ts';
import { OtherPartyAnswer } from './other-party-answer.ts';
import { PageMetadataAnswer, pageParameters, pageQuery } from './page.ts';
import { WalletReference } from './wallet-reference.ts';

const StatementAnswer: z.ZodType<Statement> = z.looseObject({
  id: z.int(),
  amount: z.int(),
  currency: z.string(),
  amount_decimal: Decimal,
  direction: z.string(),
  date: z.int(),
  details: z.string().optional(),
  reference_number: z.string().optional(),
  other_party: OtherPartyAnswer.optional(),
  // "New types could be added later, code should not make assumptions."
  type: z.string().optional(),
  transfer_id: z.int().optional(),
});

const StatementPageAnswer: z.ZodType<StatementPage> = z.looseObject({
  statements: z.array(StatementAnswer),
  _metadata: PageMetadataAnswer,
});

const UnixSeconds = z.int().min(0);

/**
 * Reads one page of an account's statements, newest first; `from` and `to` in Unix seconds. Without `from` the API
 * answers with the week before `to`, and without `to` with what there is now: whoever reads more than one page pins both
 * (`paging.ts`).
 * Errors: `wallet.not-found`; `wallet.access-revoked`.
 * Source: seed 001, "Get wallet statements".
 */
export const readStatements = endpoint({
  name: 'statements.read',
  summary: "Reads an account's statements, newest first.",
  source: 'seed 001, "Get wallet statements"',
  method: 'GET',
  path: '/wallet/:walletId/statements',
  parameters: z
    .strictObject({
      walletId: WalletReference,
      currency: z.array(CurrencyCode).min(1).optional(),
      direction: z.enum(['in', 'out']).optional(),
      text: z.string().min(1).max(255).optional(),
      from: UnixSeconds.optional(),
      to: UnixSeconds.optional(),
      ...pageParameters,
    })
    .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
      path: ['to'],
      params: { rule: 'from-after-to' },
    }),
  query: ({ currency, direction, text, from, to, ...page }) => [
    ['currency', currency?.join(',')],
    ['direction', direction],
    ['text', text],
    ['from', from?.toString()],
    ['to', to?.toString()],
    ...pageQuery(page),
  ],
  answer: StatementPageAnswer,
  effect: 'read',
  authenticated: true,
  needs: statementsPermission,
  refusals: { not_found: 'wallet.not-found', forbidden: 'wallet.access-revoked' },
});
