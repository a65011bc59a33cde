import { ipcRenderer } from 'electron';
import { wedgeChannel, wedgeRulesChannel } from '../../shared/contract/live-names.ts';
import {
  createWedgeDecoder,
  defaultWedgeRules,
  type KeyRecord,
  type WedgeOutcome,
  type WedgeRules,
} from '../../shared/domain/wedge.ts';

function recordOf(event: KeyboardEvent, type: KeyRecord['type']): KeyRecord {
  return {
    type,
    code: event.code,
    key: event.key,
    shift: event.shiftKey,
    ctrl: event.ctrlKey,
    alt: event.altKey,
    meta: event.metaKey,
    altGraph: event.getModifierState('AltGraph'),
    repeat: event.repeat,
    at: event.timeStamp,
  };
}

function isEditable(element: Element): boolean {
  return (
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLInputElement && !element.readOnly && !element.disabled) ||
    (element instanceof HTMLElement && element.isContentEditable)
  );
}

/** Types a key that was held back, where the person's focus is now: shortcuts hear it first, then the field gets it. */
function retype({ key, code, shift }: KeyRecord): void {
  const target = document.activeElement ?? document.body;
  const again = new KeyboardEvent('keydown', {
    key,
    code,
    shiftKey: shift,
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  if (target.dispatchEvent(again) && isEditable(target)) {
    // The only way to type that keeps the field's undo, selection and input events as a real key has them.
    document.execCommand('insertText', false, key);
  }
}

/**
 * Catches a keyboard wedge before the page does: the window's capture phase comes first, and this listener was
 * there before any of the page's. Decoded scans go to main; what a person typed goes on to the field.
 */
export function listenForWedge(): void {
  let decoder = createWedgeDecoder(defaultWedgeRules);
  let timer: ReturnType<typeof setTimeout> | undefined;

  // The station's own rules arrive a moment after the page does; until then the usual ones hold.
  void ipcRenderer.invoke(wedgeRulesChannel).then((rules: WedgeRules | null) => {
    if (rules !== null) {
      settle({ swallow: false, release: decoder.flush(), scan: null });
      decoder = createWedgeDecoder(rules);
    }
  });

  function settle({ release, scan }: WedgeOutcome): void {
    for (const record of release) {
      retype(record);
    }
    if (scan !== null) {
      ipcRenderer.send(wedgeChannel, { text: scan.text });
    }
    clearTimeout(timer);
    const deadline = decoder.nextDeadline;
    if (deadline !== null) {
      timer = setTimeout(() => settle(decoder.tick(performance.now())), Math.max(0, deadline - performance.now()));
    }
  }

  function handle(event: KeyboardEvent, type: KeyRecord['type']): void {
    // Events made by a script are no keyboard: neither the page's nor those of `retype`.
    if (!event.isTrusted || event.isComposing) {
      return;
    }
    const outcome = decoder.feed(recordOf(event, type));
    if (outcome.swallow) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    settle(outcome);
  }

  window.addEventListener('keydown', (event) => handle(event, 'down'), { capture: true });
  window.addEventListener('keyup', (event) => handle(event, 'up'), { capture: true });
  // What is half held when the window loses the keyboard was typed before that.
  window.addEventListener('blur', () => settle({ swallow: false, release: decoder.flush(), scan: null }));
}
