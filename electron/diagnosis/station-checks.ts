import type { Found, Patient } from './checks.ts';
import type { JournalLook } from './journal-look.ts';

const megabyte = 1024 * 1024;
const lowSpace = 500 * megabyte;
const noSpace = 50 * megabyte;
/** Rights of the group and of everybody else. */
const others = 0o077;

/** Windows keeps rights of another sort, and answers with everybody's here. */
function isOpenToOthers(system: Patient['system'], file: string): boolean {
  return system.platform !== 'win32' && ((system.modeOf(file) ?? 0) & others) !== 0;
}

export function findSettings({ settings, whyNotStarted }: Patient): readonly Found[] {
  const error = settings.ok ? whyNotStarted(settings.value) : settings.error;
  return [{ finding: error === null ? 'settings.valid' : error.code }];
}

export function findSecrets({ readSecrets, secretFiles, system, settings }: Patient): readonly Found[] {
  if (!settings.ok) {
    return [{ finding: 'check.needs-settings' }];
  }
  const error = readSecrets();
  // Only the name: a folder says who lives there.
  const open = secretFiles.filter((file) => isOpenToOthers(system, file));
  const exposed = open.map((file): Found => {
    return { finding: 'secrets.open-to-others', facts: { file: file.split(/[\\/]/).at(-1) ?? '' } };
  });
  const wrong: Found[] = error === null ? exposed : [{ finding: error.code }, ...exposed];
  return wrong.length === 0 ? [{ finding: 'secrets.readable' }] : wrong;
}

export function findFolder({ folder, system }: Patient): readonly Found[] {
  if (folder === null) {
    return [{ finding: 'check.needs-settings' }];
  }
  const reason = system.whyNotWritable(folder);
  if (reason !== null) {
    return [{ finding: 'folder.not-writable', facts: { reason } }];
  }
  return [{ finding: isOpenToOthers(system, folder) ? 'folder.open-to-others' : 'folder.writable' }];
}

export function findSpace({ folder, system }: Patient): readonly Found[] {
  const bytes = folder === null ? null : system.freeBytes(folder);
  if (bytes === null) {
    return [{ finding: folder === null ? 'check.needs-settings' : 'check.not-here' }];
  }
  const facts = { free: Math.floor(bytes / megabyte) };
  return [{ finding: bytes < noSpace ? 'disk.full' : bytes < lowSpace ? 'disk.low' : 'disk.enough', facts }];
}

const lockFindings = {
  this: 'lock.this',
  another: 'lock.held',
  'left-behind': 'lock.left-behind',
  none: 'lock.free',
} as const;

export function findLock({ tillsHere }: Patient): readonly Found[] {
  return [{ finding: lockFindings[tillsHere] }];
}

export async function findJournal({ lookAtJournal, journalSetAside, unsettled, folder }: Patient) {
  if (folder === null) {
    return [{ finding: 'check.needs-settings' } satisfies Found];
  }
  const look = await lookAtJournal();
  if (!look.ok) {
    return [{ finding: look.error.code } satisfies Found];
  }
  const found = look.value === null ? [{ finding: 'journal.none' } satisfies Found] : findVerdict(look.value.verdict);
  const setAside = new Set([...(look.value?.setAside ?? []), ...(journalSetAside === null ? [] : [journalSetAside])]);
  for (const file of setAside) {
    found.push({ finding: 'journal.set-aside', facts: { file } });
  }
  const count = unsettled();
  return count > 0 ? [...found, { finding: 'journal.unsettled', facts: { count } } satisfies Found] : found;
}

function findVerdict({ entries, misfit, lost, noticed }: JournalLook['verdict']): Found[] {
  if (misfit !== null) {
    return [{ finding: 'journal.not-proven', facts: { entry: misfit.at } }];
  }
  const steps = noticed.filter(({ operation }) => operation.startsWith('clock.'));
  return [
    lost === null
      ? { finding: 'journal.proven', facts: { count: entries } }
      : { finding: 'journal.lost-something', facts: { entry: lost.at } },
    ...(steps.length === 0 ? [] : [{ finding: 'journal.clock-set', facts: { count: steps.length } } satisfies Found]),
  ];
}

export function findPeople({ openPeople, folder }: Patient): readonly Found[] {
  if (openPeople === null || folder === null) {
    return [{ finding: folder === null ? 'check.needs-settings' : 'check.not-here' }];
  }
  const people = openPeople();
  try {
    const listed = people.list();
    if (!listed.ok) {
      return [{ finding: listed.error.code }];
    }
    const count = listed.value.length;
    return [count === 0 ? { finding: 'people.none' } : { finding: 'people.listed', facts: { count } }];
  } finally {
    people.close();
  }
}
