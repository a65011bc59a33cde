/**
 * Wraps a part of the host's API so that whatever it lacks throws by name instead of being `undefined`: a use of
 * Electron that nobody decided on fails loudly here instead of passing by accident.
 */
export function strict<T extends object>(name: string, part: T): T {
  return new Proxy(part, {
    get(target, key, receiver) {
      // `then` is asked by every await, `toJSON` by every log line: neither is a use of the API.
      if (key in target || typeof key === 'symbol' || key === 'then' || key === 'toJSON') {
        return Reflect.get(target, key, receiver);
      }
      throw new Error(`electron.${name}.${key} is not implemented by the Chromium host`);
    },
    set(_target, key) {
      throw new Error(`electron.${name}.${String(key)} cannot be set in the Chromium host`);
    },
  });
}
