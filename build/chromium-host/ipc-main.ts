import { EventEmitter } from 'node:events';
import { strict } from './strict.ts';
import type { InvokeHandler, IpcMain, IpcMainEvent, MessageListener } from './surface.ts';

const handlers = new Map<string, InvokeHandler>();
const messages = new EventEmitter();

/** Runs the handler of one `ipcRenderer.invoke`. Rejects with what the handler threw. */
export async function answerInvoke(event: IpcMainEvent, channel: string, args: readonly unknown[]): Promise<unknown> {
  const handler = handlers.get(channel);
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
  return handler(event, ...args);
}

export function deliverMessage(event: IpcMainEvent, channel: string, args: readonly unknown[]): void {
  messages.emit(channel, event, ...args);
}

export const ipcMain: IpcMain = strict<IpcMain>('ipcMain', {
  handle(channel, handler) {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
  removeHandler: (channel) => void handlers.delete(channel),
  on: (channel, listener: MessageListener) => void messages.on(channel, listener),
  off: (channel, listener: MessageListener) => void messages.off(channel, listener),
  removeAllListeners: (channel) => void messages.removeAllListeners(channel),
});
