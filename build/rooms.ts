// npm run rooms: every file is in a room, and imports only what its room may (room-rules.ts).
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { type Import, importsOf } from './imports.ts';
import { projectDir } from './paths.ts';
import { type Room, rooms } from './room-rules.ts';

const skippedDirs = new Set(['node_modules', 'dist', 'out', 'test-results', 'playwright-report', 'docs']);
const checkedExtensions = /\.[cm]?[jt]sx?$/;

interface Place {
  readonly room: Room;
  /** What the pattern's stars stood for: the device, in `electron/devices/*`. */
  readonly house: string;
}

function patternToRegExp(pattern: string): RegExp {
  const body = pattern
    .split(/(\*\*|\*)/)
    .map((part) => {
      if (part === '**') return '.+';
      return part === '*' ? '([^/]*)' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
  return new RegExp(`^${body}$`);
}

/** The first room whose patterns match, or null: a file that nobody thought of. */
export function placeOf(file: string, table: readonly Room[] = rooms): Place | null {
  for (const room of table) {
    for (const pattern of room.files) {
      const match = patternToRegExp(pattern).exec(file);
      if (match !== null) return { room, house: match.slice(1).join('/') };
    }
  }
  return null;
}

/** `react-dom/client` is of `react-dom`, `@scope/name/x` of `@scope/name`. */
function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function problemWithFile(from: Place, target: string, isTypeOnly: boolean, table: readonly Room[]): string | null {
  const to = placeOf(target, table);
  if (to === null) return `${target} is in no room`;
  if (to.room.name === from.room.name) {
    return from.room.apart && to.house !== from.house ? `${from.room.name} of another house: ${target}` : null;
  }
  if (to.room.anything) return `nobody imports ${to.room.name}: ${target}`;
  const isSameHouse = !from.room.apart || to.house === '' || to.house === from.house;
  const allowed = ['errors', ...from.room.rooms, ...(isTypeOnly ? (from.room.types ?? []) : [])];
  if (allowed.includes(to.room.name) && isSameHouse) return null;
  return `${from.room.name} may not import ${to.room.name}: ${target}`;
}

function problemWithPackage(room: Room, specifier: string): string | null {
  if (specifier === 'electron' || specifier.startsWith('electron/')) {
    return room.electron ? null : `${room.name} may not import electron`;
  }
  if (specifier.startsWith('node:') || builtinModules.includes(packageName(specifier))) {
    if (!specifier.startsWith('node:')) return `Node's ${specifier} is imported as node:${specifier}`;
    return room.node === 'all' || room.node?.includes(specifier) ? null : `${room.name} may not import ${specifier}`;
  }
  return room.packages?.includes(packageName(specifier)) ? null : `${room.name} may not import ${specifier}`;
}

function problemWith(from: Place, file: string, { specifier, isTypeOnly }: Import, table: readonly Room[]) {
  if (from.room.anything) return null;
  if (specifier === null) return from.room.computed ? null : 'a computed import cannot be checked';
  if (/^(\/|[a-z]+:(?<!node:))/i.test(specifier)) return `only relative paths and packages are imported: ${specifier}`;
  if (!specifier.startsWith('.')) return problemWithPackage(from.room, specifier);
  const target = path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, ''));
  return problemWithFile(from, target, isTypeOnly, table);
}

/** What is wrong with one file, one line each; empty when nothing is. `file` is relative to the project's top. */
export function checkFile(file: string, source: string, table: readonly Room[] = rooms): string[] {
  const from = placeOf(file, table);
  if (from === null) return [`${file}: is in no room (build/room-rules.ts)`];
  return importsOf(file, source).flatMap((found) => {
    const problem = problemWith(from, file, found, table);
    return problem === null ? [] : [`${file}:${found.line}: ${problem}`];
  });
}

/** A package that ships although no room may import it. */
export function checkDependencies(names: readonly string[], table: readonly Room[] = rooms): string[] {
  const allowed = new Set(table.flatMap((room) => room.packages ?? []));
  return names.filter((name) => !allowed.has(name)).map((name) => `package.json: no room may import ${name}`);
}

function sourceFiles(dir: string): string[] {
  return readdirSync(path.join(projectDir, dir), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(dir, entry.name);
    if (entry.isDirectory()) return entry.name.startsWith('.') || skippedDirs.has(entry.name) ? [] : sourceFiles(file);
    return checkedExtensions.test(entry.name) ? [file] : [];
  });
}

/** All that is wrong in the project. */
export function checkProject(): string[] {
  const manifest = JSON.parse(readFileSync(path.join(projectDir, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const files = sourceFiles('.');
  const problems = files.flatMap((file) => checkFile(file, readFileSync(path.join(projectDir, file), 'utf8')));
  return [...problems, ...checkDependencies(Object.keys(manifest.dependencies))];
}

if (import.meta.main) {
  const problems = checkProject();
  for (const problem of problems) console.error(problem);
  console.log(
    problems.length === 0 ? 'Every import keeps to its room.' : `${problems.length} imports out of their room`,
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
}
