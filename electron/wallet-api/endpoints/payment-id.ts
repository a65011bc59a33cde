import { z } from 'zod';

/** Number of a pending payment. */
export const PaymentId = z.int().positive();
