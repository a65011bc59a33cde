import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';

function staticImportsOf(file: string, text: string): string[] {
  const { staticImports, staticExports } = parseSync(file, text).module;
  const reexported = staticExports.flatMap(({ entries }) => entries.map(({ moduleRequest }) => moduleRequest?.value));
  return [...staticImports.map(({ moduleRequest }) => moduleRequest.value), ...reexported].filter(
    (specifier) => specifier !== undefined,
  );
}

/**
 * A built file and all that is loaded with it, by path, with their texts. A dynamic import is not followed: it is loaded
 * only when it is asked for.
 */
export function loadedWith(file: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const waiting = [file];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (texts.has(next) || !existsSync(next)) continue;
    const text = readFileSync(next, 'utf8');
    texts.set(next, text);
    for (const specifier of staticImportsOf(next, text)) {
      if (specifier.startsWith('.')) waiting.push(path.join(path.dirname(next), specifier));
    }
  }
  return texts;
}
