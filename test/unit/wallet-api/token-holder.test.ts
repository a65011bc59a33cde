import { describe, expect, it } from 'vitest';
import { createTokenHolder, type TokenKeeper } from '../../../electron/wallet-api/token-holder.ts';
import type { AccessToken } from '../../../shared/domain/access-token.ts';
import { type AppError, appError } from '../../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../../shared/errors/result.ts';

const now = 1_000_000;

function token(name: string, fields: Partial<AccessToken> = {}): AccessToken {
  return { accessToken: name, macKey: 'k', refreshToken: `${name}-r`, expiresAt: now + 3600, scopes: null, ...fields };
}

const expiring = (name: string, leftSeconds: number) => token(name, { expiresAt: now + leftSeconds });

/** A holder over a keeper in memory; `refresh` answers with what is queued. */
function holder(first: AccessToken | null, answers: readonly (AccessToken | AppError)[] = []) {
  const events: string[] = [];
  const queue = [...answers];
  let kept: AccessToken | null = first;
  let keepError: AppError | null = null;
  let duringRefresh: () => void = () => {};
  const keeper: TokenKeeper = {
    read: () => ok(kept),
    keep(fresh) {
      if (keepError !== null) {
        return err(keepError);
      }
      events.push(`keep ${fresh.accessToken}`);
      kept = fresh;
      return ok(null);
    },
  };
  const refresh = async (_: AccessToken, refreshToken: string): Promise<Result<AccessToken>> => {
    events.push(`refresh ${refreshToken}`);
    await Promise.resolve();
    duringRefresh();
    const answer = queue.shift();
    if (answer === undefined) {
      throw new Error('one refresh more than expected');
    }
    return 'kind' in answer ? err(answer) : ok(answer);
  };
  return {
    ...createTokenHolder({ keeper, nowSeconds: () => now, refresh }),
    events,
    replaceKept: (next: AccessToken | null) => {
      kept = next;
    },
    whileRefreshing: (act: () => void) => {
      duringRefresh = act;
    },
    failToKeep: (error: AppError | null) => {
      keepError = error;
    },
  };
}

const usedUp = appError('api.unauthorized', { status: 400, code: 'invalid_grant' });
const nameOf = (result: Result<AccessToken>): string => (result.ok ? result.value.accessToken : result.error.code);

describe('the token to sign with', () => {
  it('is the kept one while it lasts, or when nobody said how long it does', async () => {
    expect(nameOf(await holder(token('a')).current())).toBe('a');
    expect(nameOf(await holder(token('a', { expiresAt: null })).current())).toBe('a');
  });

  it('is missing where none is kept, with what to do next', async () => {
    expect(await holder(null).current()).toMatchObject({
      error: { code: 'credentials.token-missing', details: { next: 'till token import' } },
    });
  });

  it('is renewed shortly before it expires, and the new one is kept before anybody has it', async () => {
    const held = holder(expiring('a', 60), [token('b')]);
    expect(nameOf(await held.current())).toBe('b');
    expect(held.events).toEqual(['refresh a-r', 'keep b']);
    expect(nameOf(await held.current())).toBe('b');
  });

  it('is renewed once for all who ask at the same time', async () => {
    const held = holder(expiring('a', 1), [token('b')]);
    const all = await Promise.all([held.current(), held.current(), held.replace(expiring('a', 1))]);
    expect(all.map(nameOf)).toEqual(['b', 'b', 'b']);
    expect(held.events).toEqual(['refresh a-r', 'keep b']);
  });

  it('stays the old one when renewing it failed and it lasts a little longer', async () => {
    expect(nameOf(await holder(expiring('a', 30), [appError('api.timed-out')]).current())).toBe('a');
    expect(nameOf(await holder(expiring('a', 0), [appError('api.timed-out')]).current())).toBe('api.timed-out');
  });

  it('that cannot be renewed at all is used to its end and beyond: the API decides', async () => {
    expect(nameOf(await holder(token('a', { expiresAt: now - 10, refreshToken: null })).current())).toBe('a');
  });

  it('is nobody’s until it is kept; the next who asks tries to keep it again, without another refresh', async () => {
    const held = holder(expiring('a', 30), [token('b')]);
    held.failToKeep(appError('credentials.not-kept', { reason: 'ENOSPC' }));
    expect(nameOf(await held.current())).toBe('credentials.not-kept');
    expect(nameOf(await held.current())).toBe('credentials.not-kept');
    held.failToKeep(null);
    expect(nameOf(await held.current())).toBe('b');
    expect(held.events).toEqual(['refresh a-r', 'keep b']);
  });

  it('forgotten while it is renewed stays forgotten', async () => {
    const held = holder(expiring('a', 0), [token('b')]);
    held.whileRefreshing(() => held.replaceKept(null));
    expect(nameOf(await held.current())).toBe('credentials.token-missing');
    expect(held.events).toEqual(['refresh a-r']);
  });

  it('imported while the old one is renewed wins', async () => {
    const held = holder(expiring('a', 0), [token('b')]);
    held.whileRefreshing(() => held.replaceKept(token('imported')));
    expect(nameOf(await held.current())).toBe('imported');
  });
});

describe('a token that the API refused', () => {
  it('is replaced by a new one', async () => {
    expect(nameOf(await holder(token('a'), [token('b')]).replace(token('a')))).toBe('b');
  });

  it('is not renewed when another one is kept already', async () => {
    const held = holder(token('b'));
    expect(nameOf(await held.replace(token('a')))).toBe('b');
    expect(held.events).toEqual([]);
  });

  it('whose refresh token is used up needs a person, who is told what to do', async () => {
    const result = await holder(token('a'), [usedUp]).replace(token('a'));
    expect(result).toMatchObject({
      error: { code: 'api.unauthorized', details: { code: 'invalid_grant', next: 'till token import' } },
    });
  });

  it('whose refresh token another process has just used is replaced by what that one kept', async () => {
    const held = holder(token('a'), [usedUp]);
    held.whileRefreshing(() => held.replaceKept(token('of-the-other')));
    expect(nameOf(await held.replace(token('a')))).toBe('of-the-other');
  });

  it('without a refresh token says so', async () => {
    const bare = token('a', { refreshToken: null });
    expect(await holder(bare).replace(bare)).toMatchObject({
      error: { code: 'api.unauthorized', details: { next: 'till token import' } },
    });
  });
});
