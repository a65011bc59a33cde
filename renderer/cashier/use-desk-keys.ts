import { useEffect } from 'react';
import { selectedPayment, takesPassword } from '../stores/account-payments-slice.ts';
import { type DeskCommand, offersChoices, runCommand } from '../stores/desk-commands.ts';
import type { DeskState, DeskStore } from '../stores/desk-store.ts';
import { offersFind } from '../stores/find-slice.ts';
import { isListPanel } from '../stores/flows.ts';
import { chooseMore, devicesDigit, isDoctorSign, moreEntryOf, officeDigit } from '../stores/more-entries.ts';
import { deskField, returnToWork, typeInto } from '../ui/desk-focus.ts';
import { type KeyMeaning, meaningOf } from './key-map.ts';

const amountId = 'desk-amount';
const findId = 'desk-find';
export const deskFields = {
  amountId,
  findId,
  searchId: 'desk-search',
  passwordId: 'desk-password',
  descriptionId: 'desk-description',
  severalId: 'desk-several',
} as const;

function isTextField(element: Element | null): element is HTMLInputElement | HTMLTextAreaElement {
  if (element instanceof HTMLTextAreaElement) {
    return true;
  }
  return element instanceof HTMLInputElement && element.type !== 'radio' && element.type !== 'checkbox';
}

/** The amount takes the number pad's signs as keys, as its mock-up says; every other field keeps them as text. */
function isTyping(target: Element | null): boolean {
  return isTextField(target) && target.id !== amountId;
}

/** What keys do beside the desk itself; the same functions as long as the desk is drawn. */
interface BesideDesk {
  readonly toggleDock: () => void;
  readonly openDevices: () => void;
  /** Null where the office is not for whoever is here. */
  readonly openOffice: (() => void) | null;
  readonly openDoctor: () => void;
}

/** A sign typed while no field has the keyboard goes where the screen waits for one. */
function typeSign(state: DeskState, sign: string, beside: BesideDesk): boolean {
  if (state.panel === 'more' && sign === devicesDigit) {
    beside.openDevices();
    return true;
  }
  if (state.panel === 'more' && sign === officeDigit) {
    beside.openOffice?.();
    return true;
  }
  if (state.panel === 'more' && isDoctorSign(sign)) {
    beside.openDoctor();
    return true;
  }
  const entry = state.panel === 'more' ? moreEntryOf(sign) : null;
  if (entry !== null) {
    chooseMore(state, entry);
    return true;
  }
  const takesAmount = state.customer.kind === 'identified' || state.customer.kind === 'identifying';
  if (takesAmount && state.panel === 'none') {
    if (!/^[0-9.,]$/.test(sign) || state.print.kind === 'printing' || state.print.kind === 'unknown') {
      return false;
    }
    state.leavePrint();
    state.typeAmount(sign);
    return true;
  }
  if (offersFind(state)) {
    document.getElementById(findId)?.focus();
    state.writeFind(state.find.text + sign);
    return true;
  }
  const field = deskField();
  if (field === null) {
    return false;
  }
  typeInto(field, sign);
  return true;
}

/** Esc out of a field of a list leads back to its rows; the list, its filters and its place stay. */
function leaveListField(state: DeskState, target: Element | null): boolean {
  const field = isListPanel(state.panel) ? target?.closest<HTMLElement>('input, [role="spinbutton"]') : null;
  if (field == null) {
    return false;
  }
  if (field instanceof HTMLInputElement && field.type === 'password') {
    field.value = '';
  }
  if (!returnToWork()) {
    field.blur();
  }
  return true;
}

/** The panel of a field may only now be drawn. */
function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}

/** A command, and the field that belongs to it. */
export function runFieldCommand(state: DeskState, command: DeskCommand): void {
  const payment = selectedPayment(state);
  if (state.panel === 'statements' && command === 'convert') {
    focusSoon(deskFields.searchId);
  } else if (
    state.panel === 'payments' &&
    command === 'next' &&
    state.payments.change.kind === 'none' &&
    payment !== null &&
    takesPassword(payment)
  ) {
    focusSoon(deskFields.passwordId);
  } else if (state.panel === 'card' && command === 'next' && state.card.kind !== 'done') {
    // Each step's form hears its own Enter, wherever the keyboard is.
    deskField()?.form?.requestSubmit();
  } else {
    runCommand(state, command);
    if (command === 'find') {
      focusSoon(findId);
    }
  }
}

/** Answers whether the key was the desk's. */
function act(store: DeskStore, meaning: KeyMeaning, target: Element | null, beside: BesideDesk): boolean {
  const state = store.getState();
  switch (meaning.kind) {
    case 'dock':
      beside.toggleDock();
      return true;
    case 'command':
      if (meaning.command === 'finish' && leaveListField(state, target)) {
        return true;
      }
      runFieldCommand(state, meaning.command);
      return true;
    case 'delete':
      if (isTextField(target) || state.customer.kind === 'waiting' || state.panel !== 'none') {
        return false;
      }
      state.deleteSign();
      return true;
    case 'sign':
      // The field that has the keyboard types it itself.
      return isTextField(target) || isOwnSign(meaning.sign, target) ? false : typeSign(state, meaning.sign, beside);
  }
}

/** Space presses the control that has the focus, and a list of choices is searched by what is typed on it. */
function isOwnSign(sign: string, target: Element | null): boolean {
  return target?.closest(sign === ' ' ? 'button, a, input, select, [role]' : 'select') != null;
}

/** Enter belongs to the button that has the focus, unless that button prints. */
function isOwnEnter(key: string, target: Element | null): boolean {
  const control = target?.closest('button, a, [role^="menuitem"], [role="switch"], [data-own-enter]');
  return key === 'Enter' && control != null && !control.hasAttribute('data-never-by-enter');
}

/** Listens for the desk's keys on the whole window, for as long as the desk is drawn. */
export function useDeskKeys(store: DeskStore, beside: BesideDesk): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const target = event.target instanceof Element ? event.target : null;
      // The key that opened the map closes it; within it every other key is the dialog's.
      if (event.key === 'F1' && store.getState().keyMapOpen) {
        event.preventDefault();
        if (!event.repeat) {
          store.getState().showKeyMap(false);
        }
        return;
      }
      if (target?.closest('[role="dialog"], [role="menu"]')) {
        return;
      }
      const meaning = meaningOf(event, {
        typing: isTyping(target),
        choosing: offersChoices(store.getState()),
      });
      if (meaning === null || isOwnEnter(event.key, target)) {
        return;
      }
      const isEditing = meaning.kind === 'delete' && isTextField(target);
      if (event.repeat && !isEditing) {
        // A held key acts once; Chromium's own action of a held F-key or Enter is not wanted either.
        event.preventDefault();
        return;
      }
      if (act(store, meaning, target, beside)) {
        event.preventDefault();
        event.stopPropagation();
      }
    }
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [store, beside]);
}
