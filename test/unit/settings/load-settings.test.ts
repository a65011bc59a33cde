import { describe, expect, it } from 'vitest';
import { loadSettings } from '../../../electron/settings/load-settings.ts';
import type { LoadSettingsOptions } from '../../../electron/settings/setting-layers.ts';
import { productionApiUrl } from '../../../electron/settings/settings.ts';
import { usualRoles } from '../../../shared/domain/roles.ts';

const fileAt = '/home/ona/.local/share/wallet-till/settings.json';

function load(
  env: Record<string, string> = {},
  file?: unknown,
  more: Partial<LoadSettingsOptions> = {},
): ReturnType<typeof loadSettings> {
  return loadSettings({
    env,
    platform: 'linux',
    homeDir: '/home/ona',
    knownPrinterModels: ['epson-tm-t88v', 'epson-tm-t20iii'],
    knownOperations: ['wallet.read', 'balance.read', 'card.relate'],
    readFile: (path) => {
      if (file === undefined || path !== fileAt) {
        throw Object.assign(new Error('no file'), { code: 'ENOENT' });
      }
      return typeof file === 'string' ? file : JSON.stringify(file);
    },
    ...more,
  });
}

function settingsOf(result: ReturnType<typeof loadSettings>) {
  if (!result.ok) {
    throw new Error(JSON.stringify(result.error));
  }
  return result.value;
}

function problemsOf(result: ReturnType<typeof loadSettings>): readonly string[] {
  if (result.ok) {
    throw new Error('expected problems');
  }
  return result.error.details?.problems as readonly string[];
}

const live = { TILL_MODE: 'live', TILL_CLIENT_ID: 'shop-7', TILL_MAC_KEY_FILE: '/etc/till/mac.key' };

describe('a folder that was never configured', () => {
  it('is a training station that knows the way to no real API', () => {
    expect(settingsOf(load())).toEqual({
      journalKeepDays: 1_095,
      roles: usualRoles,
      mode: 'training',
      face: 'desk',
      kioskMovements: false,
      kioskHeightMm: null,
      customerDisplay: 'off',
      dataDir: '/home/ona/.local/share/wallet-till',
      apiUrl: '',
      clientId: null,
      macKeyFile: null,
      clientCertFile: null,
      clientCertKeyFile: null,
      secretStore: 'file',
      operations: null,
      caCertFile: null,
      printer: null,
      printerModel: 'epson-tm-t88v',
      printerPaper: null,
      printerFont: 'a',
      receiptWidth: null,
      locale: 'en',
      theme: 'light',
      currency: 'EUR',
      amountEntry: 'decimal',
      keepAmount: false,
      shopName: null,
      stationName: 'Till 1',
      supportPhone: null,
      proxyUrl: null,
      readers: [],
      serialScanner: null,
      readerRules: {},
      wedge: { maxGapMs: 60, maxGapOnceCertainMs: 150, minLength: 4, minLengthWithoutSuffix: 8, prefix: null },
    });
  });

  it('is so even where a proxy is set', () => {
    expect(settingsOf(load({ HTTPS_PROXY: 'http://proxy.example:3128' })).proxyUrl).toBeNull();
  });
});

describe('the layers', () => {
  it('let the environment win over the file, and the file over the defaults', () => {
    const settings = settingsOf(load({ TILL_LOCALE: 'ru' }, { locale: 'lt', currency: 'USD', receiptWidth: 32 }));
    expect(settings).toMatchObject({ locale: 'ru', currency: 'USD', receiptWidth: 32, stationName: 'Till 1' });
  });

  it('take an empty variable for one that is not set', () => {
    expect(settingsOf(load({ TILL_LOCALE: '' }, { locale: 'lt' })).locale).toBe('lt');
  });

  it('let the file say null where nothing is a value', () => {
    expect(settingsOf(load({}, { printer: null, receiptWidth: null })).printer).toBeNull();
    expect(problemsOf(load({}, { locale: null }))).toEqual([
      'settings.json: locale has a value that is not allowed; allowed: en, lt, ru',
    ]);
  });

  it('read the file in the folder that TILL_DATA_DIR names', () => {
    const asked: string[] = [];
    const readFile = (path: string) => {
      asked.push(path);
      return '{"stationName":"Till 7"}';
    };
    const settings = settingsOf(load({ TILL_DATA_DIR: '/srv/till' }, undefined, { readFile }));
    expect(asked).toEqual(['/srv/till/settings.json', '/srv/till/training/station-settings.json']);
    expect(settings).toMatchObject({ dataDir: '/srv/till', stationName: 'Till 7' });
  });

  it('understand a path in the file from the folder that the file is in', () => {
    const file = { mode: 'live', clientId: 'shop-7', macKeyFile: 'mac.key' };
    expect(settingsOf(load({}, file)).macKeyFile).toBe('/home/ona/.local/share/wallet-till/mac.key');
  });

  it('pass over the byte order mark that some editors write', () => {
    expect(settingsOf(load({}, '\uFEFF{"locale":"lt"}')).locale).toBe('lt');
  });
});

describe('the data folder', () => {
  it.each([
    ['linux', {}, '/home/ona/.local/share/wallet-till'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/wallet-till'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/ona/.local/share/wallet-till'],
    ['win32', { APPDATA: 'C:\\Users\\ona\\AppData\\Roaming' }, 'C:\\Users\\ona\\AppData\\Roaming\\Wallet Till'],
  ] as const)('on %s with %j is %s', (platform, env, dataDir) => {
    const settings = settingsOf(load({ ...env }, undefined, { platform, dataDir: undefined }));
    expect(settings.dataDir).toBe(dataDir);
  });

  it('may be given by who loads the settings', () => {
    expect(settingsOf(load({}, undefined, { dataDir: '/tmp/one' })).dataDir).toBe('/tmp/one');
  });
});

describe('wrong values', () => {
  it('are all named at once, each with what is allowed', () => {
    const env = {
      TILL_MODE: 'lvie',
      TILL_PRINTER: 'usb:lp0',
      TILL_PRINTER_MODEL: 'epson-lx300',
      TILL_RECEIPT_WIDTH: 'wide',
      TILL_LOCALE: 'de',
      TILL_PRINTR: 'tcp://10.0.0.9:9100',
    };
    const result = load(env, { currency: 'euro', colour: 'blue' });
    expect(result).toMatchObject({ ok: false, error: { code: 'settings.invalid', kind: 'input' } });
    expect(problemsOf(result)).toEqual([
      expect.stringMatching(/^TILL_PRINTR is no setting; allowed: TILL_MODE, /),
      expect.stringMatching(/^settings\.json: colour is no setting; allowed: mode, /),
      'TILL_MODE has a value that is not allowed; allowed: training, live',
      expect.stringMatching(
        /^TILL_PRINTER has a value that is not allowed; allowed: tcp:\/\/host:port, usb:\/dev\/usb\/lp0, serial:/,
      ),
      'TILL_PRINTER_MODEL has a value that is not allowed; allowed: epson-tm-t88v, epson-tm-t20iii',
      'TILL_RECEIPT_WIDTH has a value that is not allowed; allowed: a whole number from 8 to 96',
      'TILL_LOCALE has a value that is not allowed; allowed: en, lt, ru',
      'settings.json: currency has a value that is not allowed; allowed: three capital letters, such as EUR',
    ]);
  });

  it('in a live station do not hide that its credentials are missing', () => {
    const result = load({ TILL_MODE: 'live', TILL_LOCALE: 'de' });
    expect(result).toMatchObject({ ok: false, error: { code: 'settings.invalid' } });
    expect(problemsOf(result)).toHaveLength(3);
  });

  it('that are wrong are not called missing as well', () => {
    const result = load({ ...live, TILL_CLIENT_ID: 'two words' });
    expect(problemsOf(result)).toEqual([expect.stringMatching(/^TILL_CLIENT_ID has a value that is not allowed/)]);
  });

  it.each([
    ['TILL_RECEIPT_WIDTH', '7'],
    ['TILL_RECEIPT_WIDTH', '97'],
    ['TILL_RECEIPT_WIDTH', '32.5'],
    ['TILL_RECEIPT_WIDTH', '0x20'],
    ['TILL_CURRENCY', 'eur'],
    ['TILL_STATION_NAME', 'Till\u00071'],
    ['TILL_STATION_NAME', 'x'.repeat(41)],
    ['TILL_SUPPORT_PHONE', 'call us'],
    ['TILL_PRINTER', 'tcp://printer:0'],
    ['TILL_PRINTER', 'tcp://printer:65536'],
    ['TILL_PRINTER', 'tcp://user@printer:9100'],
    ['TILL_PRINTER', 'http://printer:9100'],
    ['TILL_PRINTER', 'usb:/home/ona/receipt.txt'],
    ['TILL_PRINTER', 'usb:/dev/../home/ona/receipt.txt'],
    ['TILL_PRINTER', 'serial:/dev/ttyUSB0?baud=fast'],
    ['TILL_PRINTER', 'serial:/dev/ttyUSB0?baud=9600&baud=19200'],
    ['TILL_PRINTER', 'serial:/dev/ttyUSB0?speed=9600'],
    ['TILL_PRINTER_PAPER', '76'],
    ['TILL_PRINTER_FONT', 'c'],
    ['TILL_WEDGE_MAX_GAP_MS', '5'],
    ['TILL_WEDGE_PREFIX', 'Alt+F4+'],
    ['TILL_API_URL', 'ftp://api.example'],
    ['TILL_API_URL', 'https://user:pass@api.example'],
    ['TILL_API_URL', 'https://api.example/?a=b'],
    ['TILL_API_URL', 'api.example'],
  ])('of %s include %j', (variable, value) => {
    const result = load({ ...live, [variable]: value });
    expect(result).toMatchObject({ ok: false, error: { code: 'settings.invalid' } });
    expect(problemsOf(result)).toEqual([expect.stringMatching(new RegExp(`^${variable} has a value`))]);
  });

  it('never stand in the sentence about them: some are secrets in the wrong place', () => {
    const secret = 'Hidden-Value-123';
    const result = load(
      { ...live, TILL_LOCALE: secret, HTTPS_PROXY: `socks5://u:${secret}@proxy` },
      { macKey: secret },
    );
    expect(JSON.stringify(result)).not.toContain(secret);
    expect(problemsOf(result)).toHaveLength(3);
  });

  it('include a secret in the file, which says where it belongs', () => {
    expect(problemsOf(load({}, { macKey: 'x' }))).toEqual([
      'settings.json: macKey is no setting, and no secret may stand in this file; allowed: macKeyFile',
    ]);
  });
});

describe('good values', () => {
  it.each([
    ['tcp://192.168.1.50:9101', { kind: 'tcp', host: '192.168.1.50', port: 9101 }],
    ['tcp://printer-1.local', { kind: 'tcp', host: 'printer-1.local', port: 9100 }],
    ['tcp://[::1]:9100', { kind: 'tcp', host: '::1', port: 9100 }],
    ['usb:/dev/usb/lp0', { kind: 'usb', path: '/dev/usb/lp0' }],
    ['serial:/dev/ttyUSB0', { kind: 'serial', path: '/dev/ttyUSB0', baudRate: 9_600, flow: 'none' }],
    ['serial:COM3?baud=115200&flow=rtscts', { kind: 'serial', path: 'COM3', baudRate: 115_200, flow: 'rtscts' }],
  ])('of TILL_PRINTER include %s', (text, printer) => {
    expect(settingsOf(load({ TILL_PRINTER: text })).printer).toEqual(printer);
  });

  it("of the scanner's rules reach the decoder's", () => {
    const { wedge } = settingsOf(load({ TILL_WEDGE_MAX_GAP_MS: '200', TILL_WEDGE_PREFIX: 'Control+KeyB' }));
    expect(wedge).toMatchObject({ maxGapMs: 200, maxGapOnceCertainMs: 200, prefix: 'Control+KeyB' });
  });
});

describe('the file', () => {
  it.each([
    ['{"locale":}', 'not JSON'],
    ['[]', 'not a JSON object'],
    ['null', 'not a JSON object'],
    ['"live"', 'not a JSON object'],
  ])('%s is refused as %s', (text, reason) => {
    expect(load({}, text)).toEqual({
      ok: false,
      error: {
        code: 'settings.unreadable',
        kind: 'input',
        details: { file: fileAt, reason, problems: [`${fileAt}: ${reason}`] },
      },
    });
  });

  it('that may not be read stops the station instead of making it a training one', () => {
    const readFile = () => {
      throw Object.assign(new Error('no'), { code: 'EACCES' });
    };
    expect(load({}, undefined, { readFile })).toMatchObject({
      ok: false,
      error: { code: 'settings.unreadable', details: { reason: 'EACCES' } },
    });
  });
});

describe('mode and credentials', () => {
  it('belong together: a live station has both', () => {
    expect(settingsOf(load(live))).toMatchObject({ mode: 'live', clientId: 'shop-7', apiUrl: productionApiUrl });
  });

  it('are complete with a key in the environment, which is not among the settings', () => {
    const result = load({ TILL_MODE: 'live', TILL_CLIENT_ID: 'shop-7', TILL_MAC_KEY: 'Hidden-Key' });
    expect(settingsOf(result).macKeyFile).toBeNull();
    expect(JSON.stringify(result)).not.toContain('Hidden-Key');
  });

  it('in conflict name everything live that a training station has', () => {
    const { TILL_MODE: _, ...withoutMode } = live;
    const result = load({ ...withoutMode, TILL_API_URL: 'https://api.example', TILL_MAC_KEY: 'k' });
    expect(result).toMatchObject({ ok: false, error: { code: 'settings.mode-conflict', kind: 'input' } });
    expect(problemsOf(result).map((text) => text.split(' ')[0])).toEqual([
      'TILL_API_URL',
      'TILL_CLIENT_ID',
      'TILL_MAC_KEY_FILE',
      'TILL_MAC_KEY',
    ]);
  });

  it('the other way round name what a live station lacks', () => {
    const result = load({ TILL_MODE: 'live' });
    expect(result).toMatchObject({ ok: false, error: { code: 'credentials.missing', kind: 'auth' } });
    expect(problemsOf(result)).toEqual([
      'TILL_CLIENT_ID is missing; a live station needs it',
      'TILL_MAC_KEY_FILE is missing; a live station needs it, or TILL_MAC_KEY in a script, or TILL_CLIENT_CERT with its key',
    ]);
  });
});

describe('a client certificate', () => {
  const withCertificate = {
    TILL_MODE: 'live',
    TILL_CLIENT_CERT: '/etc/till/client.pem',
    TILL_CLIENT_CERT_KEY: '/etc/till/client.key',
  };

  it('stands in place of client id and key', () => {
    expect(settingsOf(load(withCertificate))).toMatchObject({
      clientId: null,
      macKeyFile: null,
      clientCertFile: '/etc/till/client.pem',
      clientCertKeyFile: '/etc/till/client.key',
    });
  });

  it.each([
    ['TILL_CLIENT_CERT', 'TILL_CLIENT_CERT is missing; TILL_CLIENT_CERT_KEY is its key'],
    ['TILL_CLIENT_CERT_KEY', 'TILL_CLIENT_CERT_KEY is missing; TILL_CLIENT_CERT needs it'],
  ])('without %s is half of one', (missing, problem) => {
    const result = load({ ...withCertificate, [missing]: '' });
    expect(result).toMatchObject({ error: { code: 'credentials.missing', kind: 'auth' } });
    expect(problemsOf(result)).toEqual([problem]);
  });

  it.each([
    ['a whole MAC', { TILL_CLIENT_ID: 'shop-7', TILL_MAC_KEY_FILE: '/etc/till/mac.key' }],
    ['a client id', { TILL_CLIENT_ID: 'shop-7' }],
    ['a MAC key file', { TILL_MAC_KEY_FILE: '/etc/till/mac.key' }],
    ['a MAC key', { TILL_MAC_KEY: 'Hidden-Key' }],
  ])('beside %s is one too many: which would it be?', (_, mac) => {
    const result = load({ ...withCertificate, ...mac });
    expect(result).toMatchObject({ error: { code: 'settings.invalid' } });
    expect(problemsOf(result)).toEqual([expect.stringMatching(/^TILL_CLIENT_CERT stands in place of a MAC/)]);
  });

  it('needs an address with https, for a handshake to show it in', () => {
    const result = load({ ...withCertificate, TILL_API_URL: 'http://127.0.0.1:8080/rest/v1' });
    expect(problemsOf(result)).toEqual([expect.stringMatching(/^TILL_CLIENT_CERT is shown over https only/)]);
  });

  it('belongs to a live station', () => {
    const { TILL_MODE: _, ...withoutMode } = withCertificate;
    expect(load(withoutMode)).toMatchObject({ error: { code: 'settings.mode-conflict' } });
  });
});

describe('the operations of a station', () => {
  it('are all of them unless it is told which', () => {
    expect(settingsOf(load(live)).operations).toBeNull();
  });

  it.each([
    ['a list apart by commas', { TILL_OPERATIONS: 'wallet.read, balance.read,wallet.read' }, undefined],
    ['an array in the file', {}, { operations: ['wallet.read', 'balance.read'] }],
  ])('may be %s', (_, env, file) => {
    expect(settingsOf(load({ ...live, ...env }, file)).operations).toEqual(['wallet.read', 'balance.read']);
  });

  it.each(['wallet.raed', ',', 'wallet.read;balance.read'])('may not be %j', (text) => {
    expect(problemsOf(load({ ...live, TILL_OPERATIONS: text }))).toEqual([
      'TILL_OPERATIONS has a value that is not allowed; allowed: a list of wallet.read, balance.read, card.relate',
    ]);
  });
});

describe("the API's address", () => {
  it.each([
    ['https://api.example/rest/v1/', 'https://api.example/rest/v1'],
    ['https://api.example', 'https://api.example'],
    ['http://127.0.0.1:8080/rest/v1', 'http://127.0.0.1:8080/rest/v1'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
    ['http://127.8.8.8', 'http://127.8.8.8'],
  ])('may be %s', (text, apiUrl) => {
    expect(settingsOf(load({ ...live, TILL_API_URL: text })).apiUrl).toBe(apiUrl);
  });

  it.each([
    'http://localhost:8080',
    'http://api.example',
    'http://127.0.0.1.example',
    'http://[::2]',
    'http://10.0.0.1',
  ])('may not be %s: plain http stays on this machine', (text) => {
    expect(load({ ...live, TILL_API_URL: text })).toMatchObject({
      ok: false,
      error: { code: 'settings.insecure-url', kind: 'input' },
    });
  });
});

describe('the store of secrets', () => {
  const byKey = { TILL_MODE: 'live', TILL_CLIENT_ID: 'shop-7' };

  it.each(['keyring', 'systemd'])('%s needs no file with a key', (store) => {
    expect(settingsOf(load({ ...byKey, TILL_SECRET_STORE: store }))).toMatchObject({ secretStore: store });
    const certificate = { TILL_MODE: 'live', TILL_CLIENT_CERT: '/etc/till/client.pem', TILL_SECRET_STORE: store };
    expect(settingsOf(load(certificate))).toMatchObject({ clientCertFile: '/etc/till/client.pem' });
  });

  it.each(['keyring', 'systemd'])('%s beside a file with a key says two things', (store) => {
    expect(problemsOf(load({ ...live, TILL_SECRET_STORE: store }))).toEqual([
      `TILL_MAC_KEY_FILE belongs to TILL_SECRET_STORE=file, and it is ${store}; take one away`,
    ]);
  });

  it('still needs to know which client it is, and which of the two ways', () => {
    expect(problemsOf(load({ TILL_MODE: 'live', TILL_SECRET_STORE: 'keyring' }))).toEqual([
      'TILL_CLIENT_ID is missing; a live station needs it',
    ]);
    const both = { ...byKey, TILL_CLIENT_CERT: '/etc/till/client.pem', TILL_SECRET_STORE: 'systemd' };
    expect(problemsOf(load(both))[0]).toMatch(/^TILL_CLIENT_CERT stands in place of a MAC/);
  });

  it('is one of three', () => {
    expect(problemsOf(load({ ...live, TILL_SECRET_STORE: 'basic_text' }))).toEqual([
      'TILL_SECRET_STORE has a value that is not allowed; allowed: file, keyring, systemd',
    ]);
  });
});

describe('the proxy', () => {
  it('of the settings wins over the usual variables, and direct is none', () => {
    const env = { ...live, HTTPS_PROXY: 'http://usual.example:1' };
    const proxyIn = (file: object) => settingsOf(load(env, file)).proxyUrl;
    expect(proxyIn({ proxy: 'http://shop.example:3128' })).toBe('http://shop.example:3128/');
    expect(proxyIn({ proxy: 'direct' })).toBeNull();
    expect(proxyIn({})).toBe('http://usual.example:1/');
    expect(settingsOf(load({ ...env, TILL_PROXY: 'https://env.example:8' }, { proxy: 'direct' })).proxyUrl).toBe(
      'https://env.example:8/',
    );
  });

  it('of the settings is never used for a loopback address either', () => {
    const here = { ...live, TILL_API_URL: 'https://127.0.0.1:80', TILL_PROXY: 'http://shop.example:3128' };
    expect(settingsOf(load(here)).proxyUrl).toBeNull();
  });

  it.each(['http://user:Marked@shop.example:1', 'socks5://shop.example', 'shop.example:3128', 'http://a/path'])(
    'of the settings is refused as %s, and not repeated',
    (proxy) => {
      const result = load(live, { proxy });
      expect(problemsOf(result)).toEqual([
        'settings.json: proxy has a value that is not allowed; allowed: ' +
          'http://host:port or https://host:port without user and password, or direct for none',
      ]);
      expect(JSON.stringify(result)).not.toContain('Marked');
    },
  );

  const proxyOf = (env: Record<string, string>) => settingsOf(load({ ...live, ...env })).proxyUrl;

  it('comes from the usual variables, the lower-case one first', () => {
    expect(proxyOf({ HTTPS_PROXY: 'http://upper.example:1', https_proxy: 'http://lower.example:2' })).toBe(
      'http://lower.example:2/',
    );
    expect(proxyOf({ HTTPS_PROXY: 'http://upper.example:1' })).toBe('http://upper.example:1/');
  });

  it('is never used for this machine', () => {
    expect(proxyOf({ HTTPS_PROXY: 'http://proxy.example:1', TILL_API_URL: 'http://127.0.0.1:80' })).toBeNull();
    expect(proxyOf({ HTTPS_PROXY: 'http://proxy.example:1', TILL_API_URL: 'https://127.0.0.1:80' })).toBeNull();
  });

  it.each([
    ['api.example', null],
    ['.example', null],
    ['*.example', null],
    ['example', null],
    ['*', null],
    ['API.EXAMPLE:443', null],
    ['other.test, api.example', null],
    ['api.example:8443', 'http://proxy.example:1/'],
    ['ample', 'http://proxy.example:1/'],
    ['pi.example', 'http://proxy.example:1/'],
    ['', 'http://proxy.example:1/'],
  ])('with NO_PROXY %j is %j', (list, proxyUrl) => {
    const env = { HTTPS_PROXY: 'http://proxy.example:1', TILL_API_URL: 'https://api.example', NO_PROXY: list };
    expect(proxyOf(env)).toBe(proxyUrl);
  });
});
