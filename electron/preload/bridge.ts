import { contextBridge, ipcRenderer } from 'electron';

interface RawBridge {
  call(name: string, input: unknown): Promise<unknown>;
  on(name: string, listener: (payload: unknown) => void): () => void;
}

/** A frozen bridge of names: what is not in the lists cannot be said, whatever the page asks for. */
function makeBridge(callNames: readonly string[], eventNames: readonly string[]): RawBridge {
  return {
    call: (name, input) =>
      callNames.includes(name)
        ? ipcRenderer.invoke(name, input)
        : Promise.reject(new Error(`no such call: ${String(name)}`)),
    on: (name, listener) => {
      if (!eventNames.includes(name)) {
        throw new Error(`no such event: ${String(name)}`);
      }
      // The event object of Electron stays here: it would hand the page a way to the sender.
      const forward = (_event: unknown, payload: unknown) => listener(payload);
      ipcRenderer.on(name, forward);
      return () => {
        ipcRenderer.off(name, forward);
      };
    },
  };
}

/** Offers the page one object under `key`, with the names of one contract and nothing else. */
export function exposeBridge(key: string, callNames: readonly string[], eventNames: readonly string[]): void {
  contextBridge.exposeInMainWorld(key, makeBridge(callNames, eventNames));
}
