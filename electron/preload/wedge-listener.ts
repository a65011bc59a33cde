import { ipcRenderer } from 'electron';
import {
  wedgeCapturedChannel,
  wedgeChannel,
  wedgeModeChannel,
  wedgeRulesChannel,
} from '../../shared/contract/live-names.ts';
import {
  createWedgeDecoder,
  defaultWedgeRules,
  type KeyRecord,
  type WedgeOutcome,
  type WedgeRules,
} from '../../shared/domain/wedge.ts';
import { createWedgeCapture, type WedgeCapture } from '../../shared/domain/wedge-capture.ts';

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
      takeRules(rules);
    }
  });

  /** Only while a technician looks at a scanner: then nothing is decided, what comes is recorded. */
  let capture: WedgeCapture | null = null;

  function takeRules(rules: WedgeRules): void {
    settle({ swallow: false, release: decoder.flush(), scan: null });
    decoder = createWedgeDecoder(rules);
  }

  ipcRenderer.on(wedgeModeChannel, (_event, ...[told]) => {
    const { rules, record } = told as { rules?: WedgeRules; record?: boolean };
    if (rules !== undefined) {
      takeRules(rules);
    }
    if (record !== undefined) {
      settle({ swallow: false, release: decoder.flush(), scan: null });
      capture = record ? createWedgeCapture() : null;
    }
  });

  function record(capturing: WedgeCapture, event: KeyboardEvent, type: KeyRecord['type']): void {
    if (type === 'down') {
      const { swallow } = capturing.feed(recordOf(event, type));
      if (swallow) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    }
    watchCapture(capturing);
  }

  function watchCapture(capturing: WedgeCapture): void {
    clearTimeout(timer);
    const due = capturing.nextDeadline;
    if (due !== null) {
      timer = setTimeout(() => endCapture(capturing), Math.max(0, due - performance.now()) + 1);
    }
  }

  function endCapture(capturing: WedgeCapture): void {
    const strokes = capturing.tick(performance.now());
    if (strokes === null) {
      watchCapture(capturing);
    } else {
      ipcRenderer.send(wedgeCapturedChannel, { strokes });
    }
  }

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
    if (capture !== null) {
      record(capture, event, type);
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
