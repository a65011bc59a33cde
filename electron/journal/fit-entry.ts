import { type EntryContent, EntryContentSchema } from './entry.ts';

/** Stands where the name of what happened may not, and is the note that something was left out of an entry. */
export const refusedOperation = 'journal.line-refused';

/**
 * What of an entry may be written. It tells of what has happened already: one that cannot be written whole is written
 * without what may not stand in it, since kept back it would keep back all that waits behind it.
 */
export function fitEntry(content: EntryContent): { readonly content: EntryContent; readonly isWhole: boolean } {
  if (EntryContentSchema.safeParse(content).success) {
    return { content, isWhole: true };
  }
  const { shape } = EntryContentSchema;
  const fitting = Object.entries(content).map(([name, value]) => {
    const isFit = name in shape && shape[name as keyof typeof shape].safeParse(value).success;
    return [name, isFit ? value : name === 'operation' ? refusedOperation : null];
  });
  return { content: Object.fromEntries(fitting) as unknown as EntryContent, isWhole: false };
}
