import { describe, expect, it } from 'vitest';
import { commandNames, optionsOf, specOf } from '../../../electron/cli/commands.ts';
import { helpText } from '../../../electron/cli/help.ts';
import { type Arguments, readArguments, readValuesFromInput } from '../../../electron/cli/read-arguments.ts';
import { type Command, readCommand } from '../../../electron/cli/read-command.ts';
import { operationNames, operations } from '../../../electron/wallet-api/operations.ts';
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
    ['identify --wallet me', { kind: 'read', operation: 'wallet.read', parameters: { walletId: 'me' } }],
    ['identify --phone +370-666-12345', { kind: 'identify', identifier: { kind: 'phone', phone: '37066612345' } }],
    [
      'identify --account-number evp0010001000101',
      { kind: 'identify', identifier: { kind: 'account-number', accountNumber: 'EVP0010001000101' } },
    ],
    [
      'identify --company-code LT:300060819',
      { kind: 'identify', identifier: { kind: 'company-code', country: 'lt', code: '300060819' } },
    ],
    [
      'identify --licence-plate pvz-001',
      { kind: 'identify', identifier: { kind: 'licence-plate', licencePlate: 'PVZ001' } },
    ],
    ['identify --user-id 221', { kind: 'identify', identifier: { kind: 'user', userId: 221 } }],
    ['balance --wallet 14471', { kind: 'read', operation: 'balance.read', parameters: { walletId: 14471 } }],
    [
      'balance --historical --convert-to EUR --wallet me --json',
      {
        kind: 'read',
        operation: 'balance.read',
        parameters: { walletId: 'me', convert_to: 'EUR', show_historical_currencies: true },
      },
    ],
    [
      'sufficient --wallet 14471 --amount 10.00 --currency EUR',
      {
        kind: 'read',
        operation: 'wallet.check-sufficient-amount',
        parameters: { walletId: 14471, amount: 1000, currency: 'EUR' },
      },
    ],
    ['receipt --wallet 14471', { kind: 'receipt', walletId: 14471, locale: null, width: null }],
    ['receipt --wallet 14471 --locale lt --width 32', { kind: 'receipt', walletId: 14471, locale: 'lt', width: 32 }],
    [
      'statements --wallet 14471 --currency EUR,USD --direction in --text rent --from 2026-11-01 --to 1763640000 --limit 5',
      {
        kind: 'list',
        operation: 'statements.read',
        parameters: {
          walletId: 14471,
          currency: ['EUR', 'USD'],
          direction: 'in',
          text: 'rent',
          from: 1793491200,
          to: 1763640000,
          limit: 5,
        },
        all: false,
        format: 'json',
      },
    ],
    [
      'statements --wallet me --all --jsonl --from 2026-11-20T14:00:00+02:00',
      {
        kind: 'list',
        operation: 'statements.read',
        parameters: { walletId: 'me', from: 1795176000 },
        all: true,
        format: 'jsonl',
      },
    ],
    [
      'reservations --wallet 14471 --csv',
      {
        kind: 'list',
        operation: 'reservation-statements.read',
        parameters: { walletId: 14471 },
        all: false,
        format: 'csv',
      },
    ],
    [
      'pending --wallet 14471 --type password --direction out --offset 20',
      {
        kind: 'list',
        operation: 'pending-payments.read',
        parameters: { walletId: 14471, type: 'password', direction: 'out', offset: 20 },
        all: false,
        format: 'json',
      },
    ],
    [
      'pending cancel --wallet 14471 --payment 59418',
      { kind: 'change', operation: 'pending-payment.cancel', parameters: { walletId: 14471, paymentId: 59418 } },
    ],
    [
      'favourites --wallet 14471',
      {
        kind: 'list',
        operation: 'favourites.read',
        parameters: { walletId: 14471 },
        all: false,
        format: 'json',
      },
    ],
    [
      'card relate --wallet 14471 --card vilniecio:001234567',
      {
        kind: 'change',
        operation: 'card.relate',
        parameters: { walletId: 14471, issuer: 'vilniecio', number: '001234567' },
      },
    ],
    ['card confirm --wallet 254789 --skip', { kind: 'skip-confirmation' }],
    [
      'description set --wallet 14471 --text Rent',
      { kind: 'change', operation: 'description.set', parameters: { walletId: 14471, description: 'Rent' } },
    ],
    [
      'description clear --wallet 14471',
      { kind: 'change', operation: 'description.delete', parameters: { walletId: 14471 } },
    ],
    [
      'search --email ona@example.com,jonas@example.com --phone +37060000001',
      {
        kind: 'read',
        operation: 'wallets.search',
        parameters: { email: ['ona@example.com', 'jonas@example.com'], phone: ['37060000001'] },
      },
    ],
    [
      'search --email Email@example.com --hashed',
      {
        kind: 'read',
        operation: 'wallets.search',
        parameters: { email_hash: ['9395988394d4568df3c54c2645ddb1d0753a0c20'] },
      },
    ],
    ['server', { kind: 'read', operation: 'server.read', parameters: {} }],
    ['schema', { kind: 'schema' }],
    ['token import', { kind: 'token', action: 'import' }],
    ['token show', { kind: 'token', action: 'show' }],
    ['token forget', { kind: 'token', action: 'forget' }],
    ['simulator', { kind: 'simulator', choice: { port: 8080, limits: false } }],
    [
      'simulator --tls-cert c.pem --tls-key k.pem --tls-ca a.pem',
      {
        kind: 'simulator',
        choice: {
          port: 8080,
          limits: false,
          tlsFiles: { port: 8443, certFile: 'c.pem', keyFile: 'k.pem', caFile: 'a.pem' },
        },
      },
    ],
    [
      'simulator --port 0 --data people.json --state state.json --seed 7 --unconfirmed-cards hidden --limits --faults f.json',
      {
        kind: 'simulator',
        choice: {
          port: 0,
          dataFile: 'people.json',
          stateFile: 'state.json',
          seed: 7,
          unconfirmedCards: 'hidden',
          limits: true,
          faultsFile: 'f.json',
        },
      },
    ],
    ['help', { kind: 'help', json: false, about: null }],
    ['--help --json', { kind: 'help', json: true, about: null }],
    ['balance --help', { kind: 'help', json: false, about: 'balance' }],
    ['pending cancel --help', { kind: 'help', json: false, about: 'pending cancel' }],
    ['--version', { kind: 'version', json: false }],
    ['version --json', { kind: 'version', json: true }],
  ])('of %j is understood', (line, command) => {
    expect(read(...line.split(' '))).toEqual({ ok: true, value: command });
  });

  it('without a word is a cry for help', () => {
    expect(read()).toEqual({ ok: true, value: { kind: 'help', json: false, about: null } });
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
    ['card', 'command.usage'],
    ['card --wallet 1', 'command.usage'],
    ['pending cancel --wallet 1', 'command.usage'],
    ['pending cancel --wallet 1 --payment all', 'command.usage'],
    ['pending password --wallet 1 --payment 2 --password x', 'command.usage'],
    ['token import --token x', 'command.usage'],
    ['statements --wallet 1 --direction up', 'command.usage'],
    ['statements --wallet 1 --from yesterday', 'command.usage'],
    ['statements --wallet 1 --from 2026-13-45', 'command.usage'],
    ['statements --wallet 1 --from 2026-11-20T10:00', 'command.usage'],
    ['statements --wallet 1 --jsonl --csv', 'command.usage'],
    ['statements --wallet 1 --limit 0', 'command.usage'],
    ['reservations --wallet 1 --limit 5', 'command.usage'],
    ['search', 'command.usage'],
    ['search --hashed', 'command.usage'],
    ['simulator --port http', 'command.usage'],
    ['simulator --port 65536', 'command.usage'],
    ['simulator --tls-cert c.pem --tls-key k.pem', 'command.usage'],
    ['simulator --tls-port 8443', 'command.usage'],
    ['identify --wallet 0', 'identifier.malformed'],
    ['identify --wallet 1e3', 'identifier.malformed'],
    ['identify --card 5487963154', 'identifier.malformed'],
    ['identify --card visa:5487963154', 'identifier.malformed'],
    ['identify --card paysera:5487963154:1', 'identifier.malformed'],
    ['card confirm --wallet me', 'identifier.malformed'],
    ['identify --account-number GB82WEST12345698765433', 'identifier.malformed'],
    ['card relate --wallet 1 --card 5487963154', 'identifier.malformed'],
    ['search --phone 866612345', 'identifier.malformed'],
    ['search --email-hash 0011', 'identifier.malformed'],
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

  it('of one command tells what the API must allow, and what is known if the answer is lost', () => {
    const text = helpText('pending cancel');
    expect(text).toContain('a special permission');
    expect(text).toContain('one that is gone proves nothing');
    expect(text).not.toContain('  balance: ');
  });

  it('says where a secret comes from', () => {
    expect(helpText('card confirm')).toMatch(/standard input +the code that the customer was sent/);
  });

  it('knows no option for a secret', () => {
    const options = commandNames.flatMap((name) => Object.keys(optionsOf(name)));
    // The simulator's own TLS key is named by its file.
    expect(optionsOf('simulator')['tls-key']?.value).toBe('FILE');
    expect(options.filter((option) => option !== 'tls-key').join(' ')).not.toMatch(
      /key|secret|token|pin|password|code(?!\b)/,
    );
  });
});

describe('the commands', () => {
  it('reach every operation that the client declares', () => {
    const reached = new Set(commandNames.flatMap((name) => specOf(name).operations));
    expect(operationNames.filter((name) => !reached.has(name))).toEqual([]);
  });

  it('take their help from the declaration of their operation', () => {
    expect(specOf('statements').help).toBe(operations['statements.read'].summary);
  });
});

describe('standard input', () => {
  const given = (line: string): Arguments => {
    const parts = readArguments(line.split(' '));
    if (!parts.ok) {
      throw new Error(JSON.stringify(parts.error));
    }
    return parts.value;
  };
  const never = async (): Promise<string> => {
    throw new Error('not to be read');
  };

  it('holds the value that is written as -, without the spaces around it', async () => {
    const result = await readValuesFromInput(given('identify --card -'), async () => ' paysera:5487963154\t');
    expect(result).toEqual({ ok: true, value: new Map([['card', 'paysera:5487963154']]) });
  });

  it('is left alone when nothing is to come from it', async () => {
    const result = await readValuesFromInput(given('identify --wallet 1'), never);
    expect(result).toEqual({ ok: true, value: new Map([['wallet', '1']]) });
  });

  it.each([
    ['pending password --wallet 1 --payment 2', 'password'],
    ['card confirm --wallet 1', 'code'],
  ])('holds the secret of %j, every space of it', async (line, parameter) => {
    const parts = given(line);
    const values = await readValuesFromInput(parts, async () => ' some secret ');
    const command = values.ok ? readCommand({ ...parts, values: values.value }) : values;
    expect(command).toMatchObject({
      ok: true,
      value: { kind: 'change', parameters: { [parameter]: ' some secret ' } },
    });
  });

  it('is not read for a code that is not asked for now', async () => {
    expect(await readValuesFromInput(given('card confirm --wallet 1 --skip'), never)).toMatchObject({ ok: true });
  });

  it.each(['sufficient --wallet - --amount - --currency EUR', 'card confirm --wallet -'])(
    'holds one value only: %j',
    async (line) => {
      expect(await readValuesFromInput(given(line), never)).toMatchObject({ error: { code: 'command.usage' } });
    },
  );

  it.each(['identify --wallet -', 'pending password --wallet 1 --payment 2'])(
    'with nothing on it is a usage error for %j',
    async (line) => {
      expect(await readValuesFromInput(given(line), async () => '')).toMatchObject({
        error: { code: 'command.usage' },
      });
    },
  );
});
