// Which file lives in which room, and what a room may import. This table is the truth; docs tell its intent.
// It fails closed: a file in no room, or an import that no line here allows, is an error (`npm run rooms`).

export interface Room {
  readonly name: string;
  /** Paths from the project's top: `*` is one name, `**` is everything below. The first room that matches has the file. */
  readonly files: readonly string[];
  /** Rooms it may import from, besides itself and `errors`. */
  readonly rooms: readonly string[];
  /** Rooms it may take types from, and nothing that runs. */
  readonly types?: readonly string[];
  /** npm packages. */
  readonly packages?: readonly string[];
  /** Node's own modules: all of them, or the listed ones. */
  readonly node?: 'all' | readonly string[];
  readonly electron?: true;
  /** May import what only a run can tell. */
  readonly computed?: true;
  /** Each `*` in `files` makes a house of its own: one device's adapters never import another's. */
  readonly apart?: true;
  /** Tools and tests: they may import anything, and nobody imports them. */
  readonly anything?: true;
}

const renderedWith = ['react', 'react-aria-components', 'i18next', 'react-i18next'];
const screens = [...renderedWith, 'zustand'];
/** What a wiring puts together. */
const electronRooms = [
  'domain',
  'contract',
  'contract-names',
  'device-port',
  'wallet-api',
  'journal',
  'people',
  'credentials',
  'settings',
  'services',
  'ipc',
  'windows',
  'app-origin',
  'log',
  'station-journal',
  'till-socket',
  'station-secrets',
  'diagnosis',
];
const wiredWith = [...electronRooms, 'app', 'device-adapter', 'station-devices'];

export const rooms: readonly Room[] = [
  { name: 'errors', files: ['shared/errors/**'], rooms: [] },
  { name: 'domain', files: ['shared/domain/**'], rooms: [], packages: ['zod'] },

  // Names without schemas: the preloads need nothing else. The types only prove that no name is missing.
  {
    name: 'contract-names',
    files: ['shared/contract/live-names.ts', 'shared/contract/kiosk-names.ts', 'shared/contract/display-names.ts'],
    rooms: [],
    types: ['contract'],
  },
  {
    name: 'training-contract-names',
    files: ['shared/contract/training-names.ts'],
    rooms: [],
    types: ['training-contract'],
  },
  {
    name: 'training-contract',
    files: ['shared/contract/training*.ts'],
    rooms: ['contract', 'domain'],
    packages: ['zod'],
  },
  { name: 'contract', files: ['shared/contract/**'], rooms: ['domain'], packages: ['zod'] },

  { name: 'device-port', files: ['electron/devices/*/port.ts'], rooms: ['domain'] },
  {
    name: 'device-adapter',
    files: ['electron/devices/*/**'],
    apart: true,
    rooms: ['domain', 'device-port'],
    packages: ['node-thermal-printer', 'node-hid', 'pcsc-mini', 'serialport'],
    node: 'all',
  },
  {
    name: 'wallet-api',
    files: ['electron/wallet-api/**'],
    rooms: ['domain'],
    packages: ['zod', 'undici'],
    node: ['node:crypto'],
  },
  // How a file is replaced so that no crash leaves half of it.
  { name: 'files', files: ['electron/files/**'], rooms: [], node: 'all' },
  // What the stores on SQLite share: opening, migrating, putting a damaged file aside.
  { name: 'database', files: ['electron/database/**'], rooms: [], node: 'all' },
  {
    name: 'people',
    files: ['electron/people/**'],
    rooms: ['domain', 'database', 'files'],
    packages: ['zod'],
    node: 'all',
  },
  {
    name: 'journal',
    files: ['electron/journal/**'],
    rooms: ['domain', 'database', 'files'],
    packages: ['zod'],
    node: 'all',
  },
  {
    name: 'credentials',
    files: ['electron/credentials/**'],
    rooms: ['domain', 'files'],
    packages: ['zod'],
    node: 'all',
  },
  { name: 'settings', files: ['electron/settings/**'], rooms: ['domain'], packages: ['zod'], node: 'all' },
  {
    name: 'services',
    files: ['electron/services/**'],
    rooms: ['device-port', 'wallet-api', 'journal', 'people', 'domain'],
  },
  {
    name: 'ipc',
    files: ['electron/ipc/**'],
    // The gate compares a sender with the one origin of the app; it needs nothing else of the windows.
    rooms: ['services', 'contract', 'contract-names', 'domain', 'app-origin'],
    packages: ['zod'],
    electron: true,
  },
  { name: 'app-origin', files: ['electron/windows/app-origin.ts'], rooms: [] },
  {
    name: 'windows',
    files: ['electron/windows/**'],
    rooms: ['contract', 'contract-names', 'app-origin'],
    node: 'all',
    electron: true,
  },
  {
    name: 'preload',
    files: ['electron/preload.ts', 'electron/preload-kiosk.ts', 'electron/preload-display.ts', 'electron/preload/**'],
    rooms: ['contract-names', 'domain'],
    types: ['contract'],
    electron: true,
  },
  {
    name: 'preload-training',
    files: ['electron/preload-training.ts', 'electron/preload-kiosk-training.ts'],
    rooms: ['preload', 'contract-names', 'training-contract-names', 'domain'],
    types: ['contract', 'training-contract'],
    electron: true,
  },
  { name: 'log', files: ['electron/log/**'], rooms: [], packages: ['pino'], node: 'all' },
  // The journal with the station's key: neither knows the other, and every wiring wants both.
  {
    name: 'station-journal',
    files: ['electron/station-journal.ts'],
    rooms: ['journal', 'people', 'credentials', 'services', 'wallet-api', 'device-port'],
    node: 'all',
  },
  // The running till spoken to by other programs of its user; it carries questions and knows none of them.
  { name: 'till-socket', files: ['electron/till-socket/**'], rooms: [], packages: ['zod'], node: 'all' },
  // Secrets with the way to the API that they open: tried, kept, changed while the till runs.
  {
    name: 'station-secrets',
    files: ['electron/station-secrets/**'],
    rooms: ['domain', 'settings', 'credentials', 'services', 'wallet-api', 'till-socket'],
    packages: ['zod'],
    node: 'all',
  },
  // Looks at all of a station at once, for whoever has to repair it: settings, secrets, journal, devices.
  {
    name: 'diagnosis',
    files: ['electron/diagnosis/**'],
    rooms: [
      'domain',
      'journal',
      'people',
      'credentials',
      'settings',
      'services',
      'wallet-api',
      'device-port',
      'log',
      'station-journal',
    ],
    packages: ['fflate', 'zod'],
    node: 'all',
  },
  // The real printer's adapters with the settings that choose among them, for every wiring that wants it.
  {
    name: 'station-devices',
    files: ['electron/station-devices.ts'],
    rooms: ['device-port', 'device-adapter', 'settings'],
  },
  // It is given the adapters and knows no more of them than their types.
  {
    name: 'app',
    files: [
      'electron/app.ts',
      'electron/describe-station.ts',
      'electron/wire-display.ts',
      'electron/wire-services.ts',
      'electron/wiring.ts',
    ],
    rooms: electronRooms,
    types: ['device-adapter'],
    node: 'all',
    electron: true,
  },
  { name: 'live', files: ['electron/live.ts'], rooms: wiredWith, node: 'all', electron: true },
  // The words on every training receipt, whoever prints it.
  { name: 'training-mark', files: ['electron/training/mark.ts'], rooms: [] },
  {
    name: 'training',
    files: ['electron/training.ts', 'electron/training/**'],
    rooms: [...wiredWith, 'simulator', 'training-mark', 'training-contract', 'training-contract-names'],
    node: 'all',
    electron: true,
  },
  {
    name: 'main',
    files: ['electron/main.ts'],
    rooms: [...wiredWith, 'live', 'training'],
    node: 'all',
    electron: true,
  },
  // A command line has no window: it runs under plain Node.
  {
    name: 'cli',
    files: ['electron/cli.ts', 'electron/cli/**'],
    rooms: [...wiredWith, 'simulator', 'training-mark'],
    packages: ['zod'],
    node: 'all',
  },

  // Written from the API's specification: it shares no line with our client, or both could be wrong alike.
  {
    name: 'simulator',
    files: ['simulator/**'],
    rooms: ['domain', 'device-port'],
    packages: ['zod'],
    node: 'all',
  },

  { name: 'gateway', files: ['renderer/gateway/**'], rooms: ['contract', 'training-contract'] },
  {
    name: 'training-store',
    files: ['renderer/stores/training*.ts'],
    rooms: ['stores', 'contract', 'training-contract', 'domain'],
    packages: ['zustand'],
  },
  { name: 'stores', files: ['renderer/stores/**'], rooms: ['contract', 'domain'], packages: ['zustand'] },
  {
    name: 'ui',
    files: ['renderer/ui/**'],
    rooms: ['domain'],
    // Days of the widgets for dates; it comes with the component library.
    packages: [...renderedWith, '@internationalized/date'],
  },
  { name: 'cashier', files: ['renderer/cashier/**'], rooms: ['ui', 'stores', 'domain'], packages: screens },
  { name: 'kiosk', files: ['renderer/kiosk/**'], rooms: ['ui', 'stores', 'domain'], packages: screens },
  // The customer's side of a desk: apart from it, as it must hold nothing of the desk's.
  { name: 'display', files: ['renderer/display/**'], rooms: ['ui', 'stores', 'domain'], packages: screens },
  { name: 'setup', files: ['renderer/setup/**'], rooms: ['ui', 'stores', 'domain'], packages: screens },
  {
    name: 'training-dock',
    files: ['renderer/training/**'],
    // The wizard tries devices with the technician's own panels.
    rooms: ['ui', 'stores', 'training-store', 'setup', 'domain', 'gateway', 'training-contract'],
    packages: screens,
  },
  // Every screen alone, for people who look at them and for the tests that do; no part of dist/.
  {
    name: 'gallery',
    files: ['renderer/gallery/**'],
    rooms: [
      'stores',
      'ui',
      'cashier',
      'kiosk',
      'display',
      'training-store',
      'setup',
      'training-dock',
      'contract',
      'training-contract',
      'domain',
    ],
    packages: [...screens, 'react-dom'],
  },
  {
    name: 'page',
    files: ['renderer/*'],
    rooms: [
      'gateway',
      'stores',
      'training-store',
      'ui',
      'cashier',
      'kiosk',
      'display',
      'setup',
      'training-dock',
      'contract',
      'domain',
    ],
    packages: [...screens, 'react-dom'],
  },

  // It loads the built app by its path in dist/, and knows nothing else of it.
  { name: 'chromium-host', files: ['build/chromium-host/**'], rooms: [], node: 'all', computed: true },
  { name: 'tools', files: ['build/**', 'bench/**', 'test/**', '*.config.ts'], rooms: [], anything: true },
];
