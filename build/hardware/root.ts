// The first root of the machine that is booted: busybox, Node, the modules, and the libraries that these need.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { projectDir } from '../paths.ts';
import { type CpioEntry, writeCpio } from './cpio.ts';
import { type KernelModule, modulesInOrder } from './kernel.ts';

const modulesForFiles = ['virtio_pci', '9pnet_virtio', '9p'];
const modulesForDevices = [
  'configfs',
  'hid_generic',
  'uhid',
  'usbhid',
  'dummy_hcd',
  'libcomposite',
  'usb_f_hid',
  'usb_f_printer',
  'usblp',
];

/** Where Debian puts what the tests start inside the machine. */
const programs = ['/usr/sbin/pcscd', '/usr/bin/socat', '/bin/udevadm', '/lib/systemd/systemd-udevd'];
/** What the till gives to a shop's system. */
const udevRule = '60-wallet-till.rules';
const driverDir = '/usr/lib/pcsc/drivers/serial';
const readerConfig = '/etc/reader.conf.d/vpcd';

/** The libraries of a program or library, as the system's linker finds them. */
function librariesOf(file: string): readonly string[] {
  const { stdout } = spawnSync('ldd', [file], { encoding: 'utf8' });
  return [...stdout.matchAll(/(?:=> )?(\/\S+) \(0x/g)].map(([, library]) => library as string);
}

interface Layout {
  /** Path in the machine to the file of this system. */
  readonly files: Map<string, string>;
  readonly texts: Map<string, string>;
}

function addWithLibraries(layout: Layout, target: string, source: string): void {
  layout.files.set(target, source);
  for (const library of librariesOf(source)) layout.files.set(library, library);
}

/** Every folder that these paths need, the outer ones first. */
function foldersOf(names: Iterable<string>): readonly CpioEntry[] {
  const folders = new Set<string>();
  for (const name of names) {
    for (let dir = path.posix.dirname(name); dir !== '/' && dir !== '.'; dir = path.posix.dirname(dir))
      folders.add(dir);
  }
  return [...folders].sort().map((dir) => ({ name: dir.slice(1), mode: 0o040755 }));
}

interface RootOptions {
  readonly modulesDir: string;
  readonly node: string;
  /** The till's own, of which only the libraries are taken. */
  readonly nativeBinaries: readonly string[];
  /** The tests are ended after it, come what may. */
  readonly timeoutMs: number;
  /** Written behind the last test. */
  readonly endMark: string;
}

const init = (modules: readonly KernelModule[], { timeoutMs, endMark }: RootOptions): string => `#!/bin/sh
export PATH=/bin HOME=/tmp UV_THREADPOOL_SIZE=16 NODE_NO_WARNINGS=1
mount -t proc proc /proc; mount -t sysfs sys /sys; mount -t devtmpfs dev /dev
mkdir -p /dev/pts; mount -t devpts pts /dev/pts; mount -t tmpfs tmp /tmp; mount -t tmpfs run /run
${modules.map(({ name }) => `insmod /modules/${name}.ko`).join('\n')}
mount -t configfs configfs /sys/kernel/config
ifconfig lo up
mount -t 9p -o trans=virtio,version=9p2000.L,ro,cache=loose,msize=262144 till /till || echo 'not ok the shared folder'
cd /till && timeout -s KILL ${timeoutMs / 1_000} node --test-reporter=tap --test-force-exit test/hardware/guest/main.ts; echo "${endMark} $?"
sync; poweroff -f
`;

/** Makes the archive. */
export function makeRoot(options: RootOptions): Buffer {
  const modules = modulesInOrder(options.modulesDir, [...modulesForFiles, ...modulesForDevices]);
  const layout: Layout = { files: new Map(), texts: new Map([['/init', init(modules, options)]]) };
  layout.files.set('/bin/busybox', '/bin/busybox');
  addWithLibraries(layout, '/bin/node', options.node);
  for (const program of programs) addWithLibraries(layout, program, realpathSync(program));
  for (const binary of options.nativeBinaries) {
    for (const library of librariesOf(binary)) layout.files.set(library, library);
  }
  for (const name of readdirSync(driverDir)) {
    const file = path.join(driverDir, name);
    if (statSync(file).isFile()) addWithLibraries(layout, file, realpathSync(file));
  }
  layout.files.set(readerConfig, readerConfig);
  layout.files.set(`/etc/udev/rules.d/${udevRule}`, path.join(projectDir, 'build/udev', udevRule));
  layout.texts.set('/etc/passwd', 'root:x:0:0:root:/tmp:/bin/sh\ncashier:x:1000:1000::/tmp:/bin/sh\n');
  layout.texts.set('/etc/group', 'root:x:0:\nlp:x:7:\ndialout:x:20:\nplugdev:x:46:\ncashier:x:1000:\n');

  const empty = ['/proc', '/sys', '/dev', '/tmp', '/run', '/till', '/modules'];
  const applets = [
    'sh',
    'mount',
    'mkdir',
    'insmod',
    'ifconfig',
    'poweroff',
    'echo',
    'sync',
    'ls',
    'dmesg',
    'cat',
    'kill',
    'timeout',
  ];
  const entries: CpioEntry[] = [
    ...foldersOf([...layout.files.keys(), ...layout.texts.keys(), '/modules/x']),
    ...empty.filter((dir) => dir !== '/modules').map((dir) => ({ name: dir.slice(1), mode: 0o040755 })),
    { name: 'dev/console', mode: 0o020600, device: { major: 5, minor: 1 } },
    // The rule calls it where Debian has it.
    { name: 'usr/bin/od', mode: 0o120777, data: Buffer.from('/bin/busybox') },
    ...applets.map((name) => ({ name: `bin/${name}`, mode: 0o120777, data: Buffer.from('busybox') })),
    ...[...layout.texts].map(([name, text]) => ({ name: name.slice(1), mode: 0o100755, data: Buffer.from(text) })),
    ...[...layout.files].map(([name, file]) => ({ name: name.slice(1), mode: 0o100755, data: readFileSync(file) })),
    ...modules.map(({ name, bytes }) => ({ name: `modules/${name}.ko`, mode: 0o100644, data: bytes })),
  ];
  return writeCpio(entries);
}
