import { describe, expect, it } from 'vitest';
import { meaningOf } from '../../../../renderer/cashier/key-map.ts';

const press = (key: string, code = key) => ({ key, code, ctrlKey: false, altKey: false, metaKey: false });
const free = { typing: false, choosing: false };
const typing = { typing: true, choosing: false };

describe('the key map', () => {
  it.each([
    ['F1', 'keys'],
    ['F2', 'find'],
    ['F3', 'convert'],
    ['F5', 'statement'],
    ['F6', 'pending'],
    ['F7', 'reserved'],
    ['F8', 'relate'],
    ['F9', 'print'],
    ['F10', 'more'],
    ['Escape', 'finish'],
    ['Enter', 'next'],
  ] as const)('gives %s to "%s", in a text field too', (key, command) => {
    expect(meaningOf(press(key), free)).toEqual({ kind: 'command', command });
    expect(meaningOf(press(key), typing)).toEqual({ kind: 'command', command });
  });

  it.each([
    ['+', 'NumpadAdd', 'print'],
    ['-', 'NumpadSubtract', 'finish'],
    ['*', 'NumpadMultiply', 'convert'],
  ] as const)('takes the pad’s %s as a key, but leaves it to a text field', (key, code, command) => {
    expect(meaningOf(press(key, code), free)).toEqual({ kind: 'command', command });
    expect(meaningOf(press(key, code), typing)).toBeNull();
  });

  it('types what is on the key, whatever place it has', () => {
    expect(meaningOf(press('7', 'Numpad7'), free)).toEqual({ kind: 'sign', sign: '7' });
    expect(meaningOf(press(',', 'NumpadDecimal'), free)).toEqual({ kind: 'sign', sign: ',' });
    expect(meaningOf(press('+', 'Equal'), free)).toEqual({ kind: 'sign', sign: '+' });
  });

  it('takes 1 and 2 as choices only where the screen offers some', () => {
    const choosing = { typing: false, choosing: true };
    expect(meaningOf(press('1', 'Digit1'), choosing)).toEqual({ kind: 'command', command: 'first-choice' });
    expect(meaningOf(press('2', 'Numpad2'), choosing)).toEqual({ kind: 'command', command: 'second-choice' });
    expect(meaningOf(press('3', 'Digit3'), choosing)).toEqual({ kind: 'sign', sign: '3' });
  });

  it('leaves shortcuts and keys without a meaning alone', () => {
    expect(meaningOf({ ...press('c', 'KeyC'), ctrlKey: true }, free)).toBeNull();
    expect(meaningOf({ ...press('F9'), altKey: true }, free)).toBeNull();
    expect(meaningOf(press('Tab'), free)).toBeNull();
    expect(meaningOf(press('ArrowLeft'), free)).toBeNull();
  });

  it('opens the dock by F11 and deletes by Backspace', () => {
    expect(meaningOf(press('F11'), typing)).toEqual({ kind: 'dock' });
    expect(meaningOf(press('Backspace'), free)).toEqual({ kind: 'delete' });
  });
});
