import { z } from 'zod';

export const roleNames = ['cashier', 'supervisor', 'technician'] as const;
export type RoleName = (typeof roleNames)[number];

/**
 * What may be allowed: serving a customer, printing, lists of an account, changes of it, looking after devices, saying
 * what became of something that nobody can look up, reports, the close of the day, the list of operators, and letting
 * somebody else do one of these once.
 */
export const permissions = [
  ...(['serve', 'print', 'lists', 'change', 'devices'] as const),
  ...(['settle', 'reports', 'close-day', 'people', 'override'] as const),
] as const;
export type Permission = (typeof permissions)[number];

export const RoleTable = z.strictObject({
  cashier: z.array(z.enum(permissions)),
  supervisor: z.array(z.enum(permissions)),
  technician: z.array(z.enum(permissions)),
});
export type RoleTable = z.infer<typeof RoleTable>;

export const usualRoles: RoleTable = {
  cashier: ['serve', 'print', 'lists', 'change', 'settle'],
  supervisor: [...permissions],
  technician: ['serve', 'print', 'devices', 'settle'],
};

/** What somebody may let another one do, once: what they may do themselves, if they may allow anything. */
export function allowableBy(role: RoleName, table: RoleTable): readonly Permission[] {
  const own = table[role];
  return own.includes('override') ? own.filter((permission) => permission !== 'override') : [];
}
