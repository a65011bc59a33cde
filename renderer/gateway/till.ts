import type {
  DisplayBridge,
  DisplayCallInput,
  DisplayCallName,
  DisplayCallOutput,
  DisplayEventName,
  DisplayEventPayload,
} from '../../shared/contract/display.ts';
import type {
  KioskBridge,
  KioskCallInput,
  KioskCallName,
  KioskCallOutput,
  KioskEventName,
  KioskEventPayload,
} from '../../shared/contract/kiosk.ts';
import type { Bridge, CallInput, CallName, CallOutput, EventName, EventPayload } from '../../shared/contract/live.ts';
import type { TrainingBridge } from '../../shared/contract/training.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { err, type Result } from '../../shared/errors/result.ts';

declare global {
  interface Window {
    readonly till: Bridge;
    /** In the place of `till` at a kiosk. */
    readonly tillKiosk?: KioskBridge;
    /** In the place of `till` on the customer's side of a desk. */
    readonly tillDisplay?: DisplayBridge;
    /** Only a training station's preload offers it. */
    readonly tillTraining?: TrainingBridge;
  }
}

/** A rejected call is a bug on the other side or a page that is being closed: screens treat both as one fault. */
async function settled<T>(answer: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await answer;
  } catch {
    return err(appError('app.fault'));
  }
}

/** The bridge to main, whose calls never reject. Errors: those of each call, and `app.fault`. */
export function tillOf(bridge: Bridge): Bridge {
  return {
    call: <C extends CallName>(name: C, input: CallInput<C>): Promise<Result<CallOutput<C>>> =>
      settled(bridge.call(name, input)),
    on: <E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void) => bridge.on(name, listener),
  };
}

/** The same for a kiosk. Throws at a desk, whose page has no such bridge. */
export function kioskOf(bridge: KioskBridge | undefined): KioskBridge {
  if (bridge === undefined) {
    throw new Error('this window is no kiosk');
  }
  return {
    call: <C extends KioskCallName>(name: C, input: KioskCallInput<C>): Promise<Result<KioskCallOutput<C>>> =>
      settled(bridge.call(name, input)),
    on: <E extends KioskEventName>(name: E, listener: (payload: KioskEventPayload<E>) => void) =>
      bridge.on(name, listener),
  };
}

/** The same for the customer's display. Throws in any other window. */
export function displayOf(bridge: DisplayBridge | undefined): DisplayBridge {
  if (bridge === undefined) {
    throw new Error('this window is no customer display');
  }
  return {
    call: <C extends DisplayCallName>(name: C, input: DisplayCallInput<C>): Promise<Result<DisplayCallOutput<C>>> =>
      settled(bridge.call(name, input)),
    on: <E extends DisplayEventName>(name: E, listener: (payload: DisplayEventPayload<E>) => void) =>
      bridge.on(name, listener),
  };
}

/** The same for the training dock; null at a live station, where nothing of it exists. */
export function trainingOf(bridge: TrainingBridge | undefined): TrainingBridge | null {
  if (bridge === undefined) {
    return null;
  }
  return {
    call: (name, input) => settled(bridge.call(name, input)),
    on: (name, listener) => bridge.on(name, listener),
  };
}
