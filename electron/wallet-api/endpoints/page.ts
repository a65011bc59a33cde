import { z } from 'zod';
import type { PageMetadata } from '../../../shared/domain/account-records.ts';
import type { QueryPair } from '../endpoint.ts';

/** Rows in one answer. Source: seed 001, "maximum available is 200". */
export const mostRowsPerPage = 200;

/** Which part of a list is asked for; 20 from the beginning when not said. */
export const pageParameters = {
  limit: z.int().min(1).max(mostRowsPerPage).optional(),
  offset: z.int().min(0).optional(),
};

export function pageQuery(page: { readonly limit?: number; readonly offset?: number }): readonly QueryPair[] {
  return [
    ['limit', page.limit?.toString()],
    ['offset', page.offset?.toString()],
  ];
}

export const PageMetadataAnswer: z.ZodType<PageMetadata> = z.looseObject({
  total: z.int(),
  offset: z.int(),
  limit: z.int(),
});
