// Electron's IPC carries what the structured clone algorithm carries. This carries the part that a contract needs as JSON
// and refuses the rest with Electron's own words, where JSON alone would drop it in silence.

type Tagged = { readonly $: string; readonly v?: unknown };

function refuse(): never {
  throw new Error('An object could not be cloned.');
}

function encodeNumber(value: number): unknown {
  if (Object.is(value, -0)) return { $: 'number', v: '-0' };
  return Number.isFinite(value) ? value : { $: 'number', v: String(value) };
}

function encodeObject(value: object, path: readonly object[]): unknown {
  if (path.includes(value)) refuse();
  const inside = [...path, value];
  const encodeInside = (item: unknown) => encodeValue(item, inside);
  if (Array.isArray(value)) return value.map(encodeInside);
  if (value instanceof Date) return { $: 'date', v: value.getTime() };
  if (value instanceof Map) return { $: 'map', v: [...value].map((pair) => pair.map(encodeInside)) };
  if (value instanceof Set) return { $: 'set', v: [...value].map(encodeInside) };
  if (value instanceof Error) return { $: 'error', v: [value.name, value.message] };
  if (value instanceof Uint8Array)
    return { $: 'bytes', v: btoa(Array.from(value, (b) => String.fromCharCode(b)).join('')) };
  if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet) refuse();
  const plain = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encodeInside(item)]));
  return '$' in plain ? { $: 'object', v: plain } : plain;
}

function encodeValue(value: unknown, path: readonly object[]): unknown {
  switch (typeof value) {
    case 'undefined':
      return { $: 'undefined' };
    case 'number':
      return encodeNumber(value);
    case 'bigint':
      return { $: 'bigint', v: String(value) };
    case 'function':
    case 'symbol':
      return refuse();
    case 'object':
      return value === null ? null : encodeObject(value, path);
    default:
      return value;
  }
}

/** To a value that JSON carries whole. Throws for what cannot be cloned: functions, symbols, promises, cycles. */
export function encode(value: unknown): unknown {
  return encodeValue(value, []);
}

function decodeTagged({ $: tag, v }: Tagged): unknown {
  switch (tag) {
    case 'undefined':
      return undefined;
    case 'number':
      return Number(v);
    case 'bigint':
      return BigInt(v as string);
    case 'date':
      return new Date(v as number);
    case 'map':
      return new Map((v as [unknown, unknown][]).map(([key, item]) => [decode(key), decode(item)]));
    case 'set':
      return new Set((v as unknown[]).map(decode));
    case 'error': {
      const [name, message] = v as [string, string];
      return Object.assign(new Error(message), { name });
    }
    case 'bytes':
      return Uint8Array.from(atob(v as string), (sign) => sign.charCodeAt(0));
    default:
      return decodeEntries(v as object);
  }
}

function decodeEntries(value: object): unknown {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decode(item)]));
}

/** The way back from `encode`. */
export function decode(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(decode);
  return typeof (value as Tagged).$ === 'string' ? decodeTagged(value as Tagged) : decodeEntries(value);
}
