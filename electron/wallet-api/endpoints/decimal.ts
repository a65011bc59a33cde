import { z } from 'zod';
import { isDecimal } from '../../../shared/domain/money.ts';

/** The API's decimal string of an amount. */
export const Decimal = z.string().refine(isDecimal);
