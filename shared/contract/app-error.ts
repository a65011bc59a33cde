import { z } from 'zod';
import { type ErrorCode, type ErrorKind, errorCodes, errorKinds } from '../errors/error-table.ts';

/** An `AppError` as it crosses IPC. */
export const AppErrorSchema = z.strictObject({
  code: z.enum(errorCodes as [ErrorCode, ...ErrorCode[]]),
  kind: z.enum(Object.keys(errorKinds) as [ErrorKind, ...ErrorKind[]]),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])).optional(),
});
