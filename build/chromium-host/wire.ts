// What travels between the page's two worlds and the host, all of it as JSON text.

/** The isolated world's own global in which the host delivers. */
export const receiverName = 'tillReceive';
/** The binding through which the isolated world speaks; it exists in that world only. */
export const bindingName = 'tillSend';
export const isolatedWorldName = 'electron-preload';

export type ToHost =
  | { readonly kind: 'started' }
  | { readonly kind: 'preload-failed'; readonly message: string }
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: unknown }
  | { readonly kind: 'send'; readonly channel: string; readonly args: unknown };

export type FromHost =
  | { readonly kind: 'resolved'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'rejected'; readonly id: number; readonly message: string }
  | { readonly kind: 'event'; readonly channel: string; readonly args: unknown };

/** A value on its way over the context bridge: functions and promises go by number, the rest by copy. */
export type Crossing =
  | { readonly kind: 'function'; readonly id: number }
  | { readonly kind: 'promise'; readonly id: number }
  | { readonly kind: 'object'; readonly entries: Readonly<Record<string, Crossing>> }
  | { readonly kind: 'data'; readonly data: unknown };

/** Preload's world to the page's. */
export type ToPage =
  | { readonly kind: 'expose'; readonly key: string; readonly value: Crossing }
  | { readonly kind: 'returned'; readonly call: number; readonly value: Crossing }
  | { readonly kind: 'threw'; readonly call: number; readonly message: string }
  | { readonly kind: 'fulfilled'; readonly promise: number; readonly value: Crossing }
  | { readonly kind: 'broken'; readonly promise: number; readonly message: string }
  | { readonly kind: 'callback'; readonly id: number; readonly args: readonly Crossing[] };

/** The page's world to preload's. */
export interface ToPreload {
  readonly call: number;
  readonly id: number;
  readonly args: readonly Crossing[];
}

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The preload sees app pages only, and never a frame inside one. */
export function isAppPage(): boolean {
  return window.top === window && location.origin.endsWith('.invalid');
}
