import type { CheckName, CheckResult } from '../../shared/domain/station-findings.ts';
import { findClock, findCredentials, findLink } from './api-checks.ts';
import { findPrinter, findReaders } from './device-checks.ts';
import type { AskedLink, DoctorPlace } from './doctor-place.ts';
import {
  findFolder,
  findJournal,
  findLock,
  findPeople,
  findSecrets,
  findSettings,
  findSpace,
} from './station-checks.ts';
import { findRules, findService, findVersions, findVoice } from './system-checks.ts';

/** What one look found, before it is known what it was about. */
export interface Found {
  readonly finding: CheckResult['finding'];
  readonly about?: string;
  readonly facts?: CheckResult['facts'];
}

/** The station under examination. What several checks want to know is asked once. */
export interface Patient extends DoctorPlace {
  readonly link: () => Promise<AskedLink>;
}

export interface Check {
  readonly name: CheckName;
  look(patient: Patient): Promise<readonly Found[]> | readonly Found[];
}

/** Every check there is; the command line, the page and the bundle have all of theirs from here. */
export const checks: readonly Check[] = [
  { name: 'settings', look: findSettings },
  { name: 'secrets', look: findSecrets },
  { name: 'data-folder', look: findFolder },
  { name: 'disk-space', look: findSpace },
  { name: 'lock', look: findLock },
  { name: 'journal', look: findJournal },
  { name: 'people', look: findPeople },
  { name: 'api', look: findLink },
  { name: 'clock', look: findClock },
  { name: 'credentials', look: findCredentials },
  { name: 'printer', look: findPrinter },
  { name: 'readers', look: findReaders },
  { name: 'device-rules', look: findRules },
  { name: 'voice', look: findVoice },
  { name: 'service', look: findService },
  { name: 'versions', look: findVersions },
];
