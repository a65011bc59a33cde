import type { Found, Patient } from './checks.ts';

const slowMs = 1_000;
/** Less is repaired from the API's own time. */
const mostClockOffsetMs = 30_000;

export async function findLink({ settings, link }: Patient): Promise<readonly Found[]> {
  if (!settings.ok) {
    return [{ finding: 'check.needs-settings' }];
  }
  const reached = await link();
  if (!reached.ok) {
    return [{ finding: reached.error.code }];
  }
  const ms = Math.round(reached.value.latencyMs);
  return [{ finding: ms >= slowMs ? 'api.slow' : 'api.answers', facts: { ms } }];
}

export async function findClock({ settings, link }: Patient): Promise<readonly Found[]> {
  const reached = settings.ok ? await link() : null;
  if (reached === null || !reached.ok) {
    return [{ finding: reached === null ? 'check.needs-settings' : 'check.needs-api' }];
  }
  const offsetMs = reached.value.clockOffsetMs ?? 0;
  const facts = { seconds: Math.round(offsetMs / 1_000) };
  return [{ finding: Math.abs(offsetMs) > mostClockOffsetMs ? 'clock.off' : 'clock.right', facts }];
}

export async function findCredentials({ settings, link, tryCredentials }: Patient): Promise<readonly Found[]> {
  if (!settings.ok) {
    return [{ finding: 'check.needs-settings' }];
  }
  if (tryCredentials === null) {
    return [{ finding: 'check.needs-secrets' }];
  }
  const reached = await link();
  if (!reached.ok) {
    return [{ finding: 'check.needs-api' }];
  }
  const test = await tryCredentials();
  switch (test.kind) {
    case 'accepted':
      return [{ finding: test.notEnabled.length === 0 ? 'credentials.accepted' : 'credentials.no-receipts' }];
    case 'not-enabled':
      return [{ finding: 'credentials.forbidden' }];
    case 'clock-off':
      return [{ finding: 'api.clock-wrong' }];
    case 'refused':
    case 'unreachable':
      return [{ finding: test.error.code }];
  }
}
