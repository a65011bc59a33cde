import { z } from 'zod';

export const roleNames = ['cashier', 'supervisor', 'technician'] as const;
export type RoleName = (typeof roleNames)[number];

/**
 * What may be allowed: serving a customer, printing, lists of an account, changes of it, looking after devices, and
 * letting somebody else do one of these once.
 */
export const permissions = ['serve', 'print', 'lists', 'change', 'devices', 'override'] as const;
export type Permission = (typeof permissions)[number];

export const RoleTable = z.strictObject({
  cashier: z.array(z.enum(permissions)),
  supervisor: z.array(z.enum(permissions)),
  technician: z.array(z.enum(permissions)),
});
export type RoleTable = z.infer<typeof RoleTable>;

export const usualRoles: RoleTable = {
  cashier: ['serve', 'print', 'lists', 'change'],
  supervisor: ['serve', 'print', 'lists', 'change', 'devices', 'override'],
  technician: ['serve', 'print', 'devices'],
};
