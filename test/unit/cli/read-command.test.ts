import { describe, expect, it } from 'vitest';
import { commandNames, helpText, optionsOf } from '../../../electron/cli/commands.ts';
import { readArguments, readValuesFromInput } from '../../../electron/cli/read-arguments.ts';
import { type Command, readCommand } from '../../../electron/cli/read-command.ts';
import type { Result } from '../../../shared/errors/result.ts';

function read(...argv: string[]): Result<Command> {
  const parts = readArguments(argv);
  return parts.ok ? readCommand(parts.value) : parts;
}

describe('a command line', () => {
  it.each<readonly [string, unknown]>([
    ['identify --wallet 14471', { kind: 'identify', identifier: { kind: 'wallet', walletId: 14471 } }],
    [
      'identify --card paysera:5487963154 --json',
      { kind: 'identify', identifier: { kind: 'card', issuer: 'paysera', number: '5487963154' } },
    ],
    [
      'identify --card=vilniecio:001234567',
      { kind: 'identify', identifier: { kind: 'card', issuer: 'vilniecio', number: '001234567' } },
    ],
    ['identify --barcode WT-77', { kind: 'identify', identifier: { kind: 'barcode', barcode: 'WT-77' } }],
    ['identify --phone 37066612345', { kind: 'identify', identifier: { kind: 'phone', phone: '37066612345' } }],
    ['identify --email ona@pavyzdys.lt', { kind: 'identify', identifier: { kind: 'email', email: 'ona@pavyzdys.lt' } }],
    ['balance --wallet 14471', { kind: 'balance', walletId: 14471, convertTo: null, historical: false }],
    [
      'balance --historical --convert-to EUR --wallet 14471 --json',
      { kind: 'balance', walletId: 14471, convertTo: 'EUR', historical: true },
    ],
    [
      'sufficient --wallet 14471 --amount 10.00 --currency EUR',
      { kind: 'sufficient', walletId: 14471, amount: { cents: 1000, currency: 'EUR' } },
    ],
    ['receipt --wallet 14471', { kind: 'receipt', walletId: 14471, locale: null, width: null }],
    ['receipt --wallet 14471 --locale lt --width 32', { kind: 'receipt', walletId: 14471, locale: 'lt', width: 32 }],
    ['simulator', { kind: 'simulator', port: 8080 }],
    ['simulator --port 0', { kind: 'simulator', port: 0 }],
    ['help', { kind: 'help', json: false }],
    ['--help --json', { kind: 'help', json: true }],
    ['balance --help', { kind: 'help', json: false }],
    ['--version', { kind: 'version', json: false }],
    ['version --json', { kind: 'version', json: true }],
  ])('of %j is understood', (line, command) => {
    expect(read(...line.split(' '))).toEqual({ ok: true, value: command });
  });

  it('without a word is a cry for help', () => {
    expect(read()).toEqual({ ok: true, value: { kind: 'help', json: false } });
  });

  it.each([
    ['indentify --wallet 1', 'command.usage'],
    ['identify', 'command.usage'],
    ['identify --wallet 1 --phone 37066612345', 'command.usage'],
    ['identify --wallet 1 --wallet 2', 'command.usage'],
    ['identify --json --json --wallet 1', 'command.usage'],
    ['identify 5487963154', 'command.usage'],
    ['identify --wallet 1 -- 5487963154', 'command.usage'],
    ['identify --5487963154', 'command.usage'],
    ['identify --card', 'command.usage'],
    ['identify --card= --json', 'command.usage'],
    ['identify --card --json', 'command.usage'],
    ['identify --wallet 1 --json=yes', 'command.usage'],
    ['identify --wallet 1 --mac-key x', 'command.usage'],
    ['identify -w 1', 'command.usage'],
    ['identify --__proto__ 1', 'command.usage'],
    ['__proto__', 'command.usage'],
    ['balance', 'command.usage'],
    ['balance --wallet 1 --convert-to euro', 'command.usage'],
    ['sufficient --wallet 1 --amount 10', 'command.usage'],
    ['sufficient --amount 10 --currency EUR', 'command.usage'],
    ['receipt --wallet 1 --width wide', 'command.usage'],
    ['receipt --wallet 1 --width 7', 'command.usage'],
    ['simulator --port http', 'command.usage'],
    ['simulator --port 65536', 'command.usage'],
    ['identify --wallet 0', 'identifier.malformed'],
    ['identify --wallet 1e3', 'identifier.malformed'],
    ['identify --wallet me', 'identifier.malformed'],
    ['identify --card 5487963154', 'identifier.malformed'],
    ['identify --card visa:5487963154', 'identifier.malformed'],
    ['identify --card paysera:5487963154:1', 'identifier.malformed'],
    ['identify --phone +37066612345', 'identifier.malformed'],
    ['identify --phone 866612345', 'identifier.malformed'],
    ['identify --email nobody', 'identifier.malformed'],
    ['balance --wallet -5', 'identifier.malformed'],
    ['sufficient --wallet 1 --amount ten --currency EUR', 'amount.malformed'],
    ['sufficient --wallet 1 --amount -5 --currency EUR', 'amount.malformed'],
    ['sufficient --wallet 1 --amount 10 --currency JPY', 'amount.currency-not-in-cents'],
    ['receipt --wallet 1 --locale de', 'receipt.locale-unsupported'],
  ])('of %j is refused as %s, and says what is allowed', (line, code) => {
    const result = read(...line.split(' '));
    expect(result).toMatchObject({ ok: false, error: { code, kind: 'input' } });
    // A number that was put in the wrong place may be a customer's: no error repeats it.
    expect(JSON.stringify(result)).not.toMatch(/5487963154|866612345/);
  });
});

describe('help', () => {
  it('names every command and every option', () => {
    const text = helpText();
    for (const name of commandNames) {
      expect(text).toContain(`  ${name}: `);
      for (const option of Object.keys(optionsOf(name))) {
        expect(text).toContain(`--${option}`);
      }
    }
  });

  it('knows no option for a secret', () => {
    expect(commandNames.flatMap((name) => Object.keys(optionsOf(name))).join(' ')).not.toMatch(/key|secret|token|pin/);
  });
});

describe('a value of -', () => {
  const values = (...pairs: [string, string][]) => new Map(pairs);
  const never = async (): Promise<string> => {
    throw new Error('not to be read');
  };

  it('is read from standard input', async () => {
    const result = await readValuesFromInput(values(['card', '-']), async () => ' paysera:5487963154\t');
    expect(result).toEqual({ ok: true, value: values(['card', 'paysera:5487963154']) });
  });

  it('leaves standard input alone when there is none', async () => {
    const result = await readValuesFromInput(values(['wallet', '1']), never);
    expect(result).toEqual({ ok: true, value: values(['wallet', '1']) });
  });

  it('can stand once only', async () => {
    const result = await readValuesFromInput(values(['wallet', '-'], ['amount', '-']), never);
    expect(result).toMatchObject({ ok: false, error: { code: 'command.usage' } });
  });

  it('with nothing on standard input is a usage error', async () => {
    const result = await readValuesFromInput(values(['wallet', '-']), async () => '');
    expect(result).toMatchObject({ ok: false, error: { code: 'command.usage' } });
  });
});
