import type { DeskCommand } from '../stores/desk-commands.ts';

/** What a key on the keyboard asks of the desk. */
export type KeyMeaning =
  | { readonly kind: 'command'; readonly command: DeskCommand }
  | { readonly kind: 'sign'; readonly sign: string }
  | { readonly kind: 'delete' }
  | { readonly kind: 'dock' };

interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

const functionKeys: Readonly<Record<string, DeskCommand>> = {
  F1: 'keys',
  F2: 'find',
  F3: 'convert',
  F4: 'reveal',
  F5: 'statement',
  F6: 'pending',
  F7: 'reserved',
  F8: 'relate',
  F9: 'print',
  F10: 'more',
  Escape: 'finish',
  Enter: 'next',
};

/** The number pad's signs do what the hand that stays there needs; the separator types whatever the layout has. */
const padKeys: Readonly<Record<string, DeskCommand>> = {
  NumpadAdd: 'print',
  NumpadSubtract: 'finish',
  NumpadMultiply: 'convert',
};

const command = (name: DeskCommand): KeyMeaning => ({ kind: 'command', command: name });

/**
 * The desk's key map. `typing` is true while a text field has the keyboard: its signs are its own then,
 * only keys that no text needs are the desk's. `choosing` is true while the screen offers choices 1 and 2.
 * Null: not the desk's business.
 */
export function meaningOf(
  press: KeyPress,
  context: { readonly typing: boolean; readonly choosing: boolean },
): KeyMeaning | null {
  if (press.ctrlKey || press.altKey || press.metaKey) {
    return null;
  }
  if (press.key === 'F11') {
    return { kind: 'dock' };
  }
  const named = functionKeys[press.key];
  if (named !== undefined) {
    return command(named);
  }
  if (context.typing) {
    return null;
  }
  if (press.key === 'Delete') {
    return command('remove');
  }
  const pad = padKeys[press.code];
  if (pad !== undefined) {
    return command(pad);
  }
  if (context.choosing && (press.key === '1' || press.key === '2')) {
    return command(press.key === '1' ? 'first-choice' : 'second-choice');
  }
  if (press.key === 'Backspace') {
    return { kind: 'delete' };
  }
  return Array.from(press.key).length === 1 ? { kind: 'sign', sign: press.key } : null;
}
