import { describe, expect, it } from 'vitest';
import type { Room } from '../../../build/room-rules.ts';
import { checkDependencies, checkFile, checkProject, placeOf } from '../../../build/rooms.ts';

const adapter = 'electron/devices/receipt-printer/epson-over-tcp.ts';

describe('the project', () => {
  it('keeps every import to its room', () => {
    expect(checkProject()).toEqual([]);
  });
});

describe('what a room may import', () => {
  const allowed: readonly [file: string, source: string][] = [
    ['shared/domain/money.ts', `import { z } from 'zod'; import { ok } from '../errors/result.ts';`],
    ['shared/domain/money.ts', `import { x } from './other.ts';`],
    [adapter, `import net from 'node:net'; import type { ReceiptPrinter } from './port.ts';`],
    [adapter, `import { x } from './protocols/status.ts';`],
    ['electron/wallet-api/signer.ts', `import { createHmac } from 'node:crypto';`],
    ['electron/preload.ts', `import type { Bridge } from '../shared/contract/live.ts';`],
    ['electron/app.ts', `import type { WedgeReader } from './devices/reader/wedge-over-preload.ts';`],
    ['electron/training.ts', `import { x } from '../simulator/wallet/server.ts';`],
    ['electron/main.ts', `const { startLive } = await import('./live.ts');`],
    ['renderer/main.tsx', `import { createRoot } from 'react-dom/client'; import './ui/styles/till.css';`],
    ['renderer/stores/training-store.ts', `import type { A } from '../../shared/contract/training.ts';`],
    ['test/unit/build/rooms.test.ts', `import { x } from '../../../electron/main.ts';`],
  ];
  it.each(allowed)('%s: %s', (file, source) => {
    expect(checkFile(file, source)).toEqual([]);
  });
});

describe('what a room may not import', () => {
  const refused: readonly [title: string, file: string, source: string, problem: RegExp][] = [
    [
      'another room',
      'shared/domain/a.ts',
      `import { x } from '../contract/live.ts';`,
      /domain may not import contract/,
    ],
    ['a type of another room', 'simulator/a.ts', `import type { A } from '../electron/wallet-api/a.ts';`, /wallet-api/],
    ['the simulator from the client', 'electron/wallet-api/a.ts', `import '../../simulator/a.ts';`, /simulator/],
    [
      'a value where only types may cross',
      'electron/preload.ts',
      `import { x } from '../shared/contract/live.ts';`,
      /:1: preload may not import contract/,
    ],
    [
      'one type among values',
      'electron/preload.ts',
      `import { type X } from '../shared/contract/live.ts';`,
      /contract/,
    ],
    [
      'the training contract from live',
      'electron/live.ts',
      `import '../shared/contract/training.ts';`,
      /training-contract/,
    ],
    [
      'the training names from the live preload',
      'electron/preload.ts',
      `import '../shared/contract/training-names.ts';`,
      /training-contract-names/,
    ],
    [
      'the training wiring from live',
      'electron/live.ts',
      `await import('./training.ts');`,
      /live may not import training/,
    ],
    ['the adapters of another device', adapter, `import '../reader/wedge.ts';`, /another house/],
    ['the port of another device', adapter, `import '../reader/port.ts';`, /device-port/],
    ['credentials from settings', 'electron/settings/a.ts', `import '../credentials/a.ts';`, /credentials/],
    ['one screen from another', 'renderer/kiosk/a.tsx', `import '../cashier/a.tsx';`, /kiosk may not import cashier/],
    ['an unlisted package', 'electron/services/a.ts', `import 'undici';`, /services may not import undici/],
    ['an unknown package', 'electron/main.ts', `import 'left-pad';`, /main may not import left-pad/],
    [
      'an unlisted module of Node',
      'electron/wallet-api/a.ts',
      `import 'node:fs';`,
      /wallet-api may not import node:fs/,
    ],
    ['Node in a service', 'electron/services/a.ts', `import 'node:crypto';`, /node:crypto/],
    ['Node without its prefix', 'electron/live.ts', `import 'fs';`, /node:fs/],
    ['electron in a service', 'electron/services/a.ts', `import { app } from 'electron';`, /electron/],
    ['electron in the command line', 'electron/cli/a.ts', `import type { App } from 'electron/main';`, /electron/],
    ['a test', 'electron/live.ts', `import '../test/flow/desk-harness.ts';`, /nobody imports tools/],
    ['the build from the host', 'build/chromium-host/a.ts', `import '../build.ts';`, /nobody imports tools/],
    ['the app from the host', 'build/chromium-host/a.ts', `import '../../electron/app.ts';`, /app/],
    ['the host from the app', 'electron/app.ts', `import '../build/chromium-host/app.ts';`, /chromium-host/],
    ['a file in no room', 'shared/domain/a.ts', `import '../lost/a.ts';`, /shared\/lost\/a.ts is in no room/],
    ['an absolute path', 'electron/main.ts', `import '/etc/x.ts';`, /only relative paths/],
    ['an address', 'electron/main.ts', `import 'https://example.invalid/x.js';`, /only relative paths/],
  ];
  it.each(refused)('%s', (_title, file, source, problem) => {
    const problems = checkFile(file, source);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
  });
});

describe('the ways in which an import can be written', () => {
  const ways: readonly [title: string, source: string][] = [
    ['a type query', `type A = import('undici').A;`],
    ['an export from', `export { a } from 'undici';`],
    ['an export of all', `export * from 'undici';`],
    ['a type export', `export type { A } from 'undici';`],
    ['a dynamic import', `async function f() { return import('undici'); }`],
    ['a dynamic import of a template', 'const a = import(`undici`);'],
    ['a require', `const a = require('undici');`],
    ['a require of TypeScript', `import a = require('undici');`],
    ['a resolved require', `const a = require.resolve('undici');`],
    ['a resolved module', `const a = import.meta.resolve('undici');`],
  ];
  it.each(ways)('%s is seen', (_title, source) => {
    expect(checkFile('shared/domain/a.ts', source)).toEqual(['shared/domain/a.ts:1: domain may not import undici']);
  });

  it('a computed import is refused, as nobody can check it', () => {
    expect(checkFile('electron/main.ts', 'await import(name);')).toEqual([
      'electron/main.ts:1: a computed import cannot be checked',
    ]);
  });

  it('JSX is read too', () => {
    expect(checkFile('renderer/ui/a.tsx', `import 'zustand'; export const A = () => <b>a</b>;`)).toHaveLength(1);
  });

  it('a text that cannot be parsed is an error, not a pass', () => {
    expect(() => checkFile('shared/domain/a.ts', 'import {')).toThrow('shared/domain/a.ts');
  });
});

describe('the table', () => {
  it('has no room for a file that nobody thought of', () => {
    for (const file of ['electron/helpers/a.ts', 'utils/a.ts', 'renderer/extra/a.tsx', 'electron/stray.ts', 'a.ts']) {
      expect(checkFile(file, '')).toEqual([`${file}: is in no room (build/room-rules.ts)`]);
    }
  });

  it('gives a file to the first room that matches', () => {
    const roomOf = (file: string) => placeOf(file)?.room.name;
    expect(roomOf('electron/devices/reader/port.ts')).toBe('device-port');
    expect(roomOf('electron/devices/reader/wedge.ts')).toBe('device-adapter');
    expect(roomOf('shared/contract/training.ts')).toBe('training-contract');
    expect(roomOf('shared/contract/customer.ts')).toBe('contract');
  });

  it('refuses a dependency that no room may import', () => {
    const table: readonly Room[] = [{ name: 'a', files: ['a/**'], rooms: [], packages: ['zod'] }];
    expect(checkDependencies(['zod', 'left-pad'], table)).toEqual(['package.json: no room may import left-pad']);
  });
});
