import type { KioskState, KioskStore } from '../stores/kiosk-store.ts';
import { isExitKey } from './exit-gesture.ts';
import type { Script } from './script.ts';
import type { VoiceGuide } from './voice-guide.ts';

interface KeyDeps {
  readonly store: KioskStore;
  readonly guide: VoiceGuide;
  readonly script: () => Script;
}

/** Turns the voice on and off: the key with the headphones. */
const voiceKey = 'F8';
/** Act once, however long they are held. */
const onceKeys = new Set([voiceKey, 'Enter', ' ', 'Escape']);

/** The buttons of the screen in their order, the access bar last. */
function focusNext(step: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>('.kiosk button, .kiosk input[type="radio"]')];
  const at = all.indexOf(document.activeElement as HTMLElement);
  const next = at === -1 ? (step === 1 ? 0 : all.length - 1) : (at + step + all.length) % all.length;
  all[next]?.focus();
}

/** What a key is typed into, and which keys it takes. */
export function fieldOf(typing: NonNullable<Script['typing']>, state: KioskState) {
  switch (typing) {
    case 'amount':
      return { signs: /^[0-9.,]$/, type: state.typeAmount, delete: state.deleteAmountSign };
    case 'code':
      return { signs: /^[0-9A-Za-z]$/, type: state.typeCode, delete: state.deleteCodeSign };
    case 'pin':
      return { signs: /^[0-9]$/, type: state.typePin, delete: state.deletePinDigit };
  }
}

/** What a key does when nobody listens; false when it is the focused button's own. */
function pressSeen(event: KeyboardEvent, { store, script }: KeyDeps): boolean {
  const { typing, back, choices } = script();
  const state = store.getState();
  const isOnButton = document.activeElement instanceof HTMLButtonElement;
  const isOnRadio = document.activeElement instanceof HTMLInputElement;
  if (event.key === 'Escape' && back !== null) {
    back();
    return true;
  }
  if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !isOnRadio) {
    focusNext(event.key === 'ArrowDown' ? 1 : -1);
    return true;
  }
  if (typing === null) {
    return false;
  }
  const field = fieldOf(typing, state);
  if (field.signs.test(event.key)) {
    field.type(event.key);
    return true;
  }
  if (event.key === 'Backspace') {
    field.delete();
    return true;
  }
  if (event.key === 'Enter' && !isOnButton) {
    choices.find(({ isNext }) => isNext)?.run();
    return true;
  }
  return false;
}

/** The one listener of the kiosk's keys. A key that is held acts once. */
export function handleKey(event: KeyboardEvent, deps: KeyDeps): void {
  const { store, guide } = deps;
  const take = () => {
    event.preventDefault();
    event.stopPropagation();
  };
  if (event.repeat && onceKeys.has(event.key)) {
    take();
    return;
  }
  if (isExitKey(event)) {
    void store.getState().openExit();
    take();
    return;
  }
  if (event.ctrlKey || event.altKey || event.metaKey) {
    // Zooming, printing and saving of the browser are none of the customer's.
    take();
    return;
  }
  if (event.key === voiceKey) {
    store.getState().toggleVoice();
    take();
    return;
  }
  const isTaken =
    store.getState().access.voice === 'on' ? guide.press(event.key, event.shiftKey) : pressSeen(event, deps);
  if (isTaken) {
    take();
  }
}
