// A systemd of its own in namespaces of this system, over a copy-on-write view of its disk: what the service unit says is
// seen done. Nothing of it outlives it, and nothing outside of it changes.
import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const init = '/lib/systemd/systemd';
const neededPrograms = ['unshare', 'nsenter', 'setpriv', 'Xvfb', 'systemd-creds'];
/** Units of this system that would touch its kernel or its devices, or that nobody here waits for. */
const maskedUnits = [
  'systemd-sysctl.service',
  'systemd-modules-load.service',
  'systemd-udevd.service',
  'systemd-udev-trigger.service',
  'systemd-tmpfiles-setup-dev.service',
  'systemd-random-seed.service',
  'systemd-timesyncd.service',
  'systemd-networkd-wait-online.service',
  'network-online.target',
  'dbus.socket',
  'dbus.service',
  'systemd-logind.service',
];

/** Why this system cannot run a systemd beside its own; null when it can. */
export function whyNoService(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    return 'a service is run under a systemd of its own by root on Linux only';
  }
  if (!existsSync(init)) {
    return 'systemd is not installed';
  }
  const missing = neededPrograms.filter((name) => spawnSync('which', [name]).status !== 0);
  if (missing.length > 0) {
    return `not installed: ${missing.join(', ')}`;
  }
  const tried = spawnSync('unshare', ['--mount', '--pid', '--fork', '--cgroup', 'sh', '-ec', tryOut]);
  return tried.status === 0 ? null : `this system lends no namespaces: ${tried.stderr.toString().trim()}`;
}

const tryOut = 'mount --make-rprivate /; d=$(mktemp -d); mount -t cgroup2 cgroup2 $d; umount $d; rmdir $d';

export interface ServiceMachineOptions {
  /** Path in the machine to the text of a file; made over what this system has there. */
  readonly files: Readonly<Record<string, { readonly text: string; readonly mode?: string }>>;
  /** Run in the new root, before its systemd is. */
  readonly prepare: readonly string[];
}

export interface Ended {
  readonly status: number;
  readonly output: string;
}

export interface ServiceMachine {
  /** Runs a program inside, as root. */
  run(program: string, ...args: string[]): Promise<Ended>;
  systemctl(...args: string[]): Promise<Ended>;
  /** Properties of a unit, as `systemctl show` has them. */
  show(unit: string, ...names: string[]): Promise<Readonly<Record<string, string>>>;
  close(): Promise<void>;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** Everything that is mounted is private to the namespace, and gone with it. */
function setUp(place: string, given: string, { files, prepare }: ServiceMachineOptions): string {
  const devices = ['null', 'zero', 'full', 'random', 'urandom', 'tty'];
  const copies = Object.entries(files).map(
    ([file, { mode = '0644' }], index) => `install -D -m ${mode} ${given}/${index} ${quoted(`${place}/root${file}`)}`,
  );
  return `set -e
mount --make-rprivate /
mount -t tmpfs tmpfs ${place}; mkdir ${place}/upper ${place}/work ${place}/root
mount -t overlay overlay -o lowerdir=/,upperdir=${place}/upper,workdir=${place}/work ${place}/root
cd ${place}/root
mount -t proc proc proc; mount --bind proc/sys proc/sys; mount -o remount,ro,bind proc/sys
mount -t sysfs -o ro sysfs sys; mount -t cgroup2 cgroup2 sys/fs/cgroup
mount -t tmpfs -o mode=0755 dev dev; mkdir dev/pts dev/shm; mount -t tmpfs shm dev/shm
mount -t devpts -o newinstance,ptmxmode=0666,mode=0620,gid=5 devpts dev/pts; ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd; ln -s /proc/self/fd/0 dev/stdin; ln -s /proc/self/fd/1 dev/stdout; ln -s /proc/self/fd/2 dev/stderr
for device in ${devices.join(' ')}; do touch dev/$device; mount --bind /dev/$device dev/$device; done
mount -t tmpfs -o mode=0755 run run; mount -t tmpfs -o mode=1777 tmp tmp
for unit in ${maskedUnits.join(' ')}; do ln -sf /dev/null etc/systemd/system/$unit; done
${copies.join('\n')}
cat > prepare.sh <<'PREPARE'
set -e
${prepare.join('\n')}
PREPARE
mkdir -p old; pivot_root . old; cd /
sh /prepare.sh
umount -l /old
mount --make-rshared /
exec env -i container=lxc PATH=/usr/sbin:/usr/bin:/sbin:/bin ${init} --system --log-target=journal --show-status=no --unit=basic.target
`;
}

/** Boots it. Rejects with what it wrote when its systemd does not come up. */
export async function startServiceMachine(options: ServiceMachineOptions): Promise<ServiceMachine> {
  const folder = mkdtempSync(path.join(tmpdir(), 'till-service-'));
  const [place, given] = [path.join(folder, 'place'), path.join(folder, 'given')];
  spawnSync('mkdir', [place, given]);
  for (const [index, { text }] of Object.values(options.files).entries()) {
    writeFileSync(path.join(given, `${index}`), text);
  }
  const namespaces = ['--mount', '--pid', '--fork', '--uts', '--ipc', '--cgroup', '--kill-child'];
  const child: ChildProcess = spawn('unshare', [...namespaces, 'sh', '-c', setUp(place, given, options)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
  }
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const inside = (): string => readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim();

  async function run(program: string, ...args: string[]): Promise<Ended> {
    const enter = ['-t', inside(), '--mount', '--pid', '--uts', '--ipc', '--cgroup', '--root'];
    try {
      const { stdout, stderr } = await promisify(execFile)('nsenter', [...enter, 'env', '-C', '/', program, ...args]);
      return { status: 0, output: `${stdout}${stderr}` };
    } catch (thrown) {
      const { code, stdout, stderr } = thrown as { code: number; stdout: string; stderr: string };
      return { status: code, output: `${stdout}${stderr}` };
    }
  }

  const machine: ServiceMachine = {
    run,
    systemctl: (...args) => run('systemctl', ...args),
    async show(unit, ...names) {
      const { output } = await run('systemctl', 'show', unit, ...names.map((name) => `--property=${name}`));
      return Object.fromEntries(
        output
          .trim()
          .split('\n')
          .map((line) => line.split(/=(.*)/s).slice(0, 2)),
      );
    },
    async close() {
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
  if (await comesUp(machine, () => child.exitCode !== null)) {
    return machine;
  }
  await machine.close();
  throw new Error(`systemd did not come up: ${said}`);
}

async function comesUp({ systemctl }: ServiceMachine, hasEnded: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 200 && !hasEnded(); tries += 1) {
    const { status } = await systemctl('is-active', 'basic.target').catch(() => ({ status: 1 }));
    if (status === 0) {
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}
