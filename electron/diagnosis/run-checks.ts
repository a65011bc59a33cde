import {
  type CheckResult,
  isFindingCode,
  stationFindings,
  type Verdict,
} from '../../shared/domain/station-findings.ts';
import { errorTable } from '../../shared/errors/error-table.ts';
import { type Check, checks, type Found, type Patient } from './checks.ts';
import type { AskedLink, DoctorPlace } from './doctor-place.ts';

/** Runs every check there is. A check that fails is a finding, too: the others still tell what they found. */
export async function runChecks(
  place: DoctorPlace,
  onFault: (fault: unknown) => void,
  list: readonly Check[] = checks,
): Promise<readonly CheckResult[]> {
  let asked: Promise<AskedLink> | null = null;
  const patient: Patient = {
    ...place,
    link() {
      asked ??= place.askApi();
      return asked;
    },
  };
  const results = await Promise.all(
    list.map(async ({ name, look }) => {
      try {
        return (await look(patient)).map((found) => resultOf(name, found));
      } catch (fault) {
        onFault(fault);
        return [resultOf(name, { finding: 'check.failed' })];
      }
    }),
  );
  return results.flat();
}

function resultOf(check: Check['name'], { finding, about, facts = {} }: Found): CheckResult {
  return { check, about: about ?? null, verdict: verdictOf(finding), finding, facts };
}

/** What an error says of a station: what only asks to wait needs no hand. */
function verdictOf(finding: CheckResult['finding']): Verdict {
  if (isFindingCode(finding)) {
    return stationFindings[finding].verdict;
  }
  return errorTable[finding].kind === 'busy' ? 'care' : 'bad';
}

/** The worst of them. */
export function worstOf(results: readonly CheckResult[]): Verdict {
  const has = (verdict: Verdict) => results.some((result) => result.verdict === verdict);
  return has('bad') ? 'bad' : has('care') ? 'care' : 'well';
}
