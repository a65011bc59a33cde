import { describe, expect, test } from 'vitest';
import { type FailedAttempt, type RepeatReason, reasonToRepeat } from '../../../electron/wallet-api/retry.ts';
import { errorCodes } from '../../../shared/errors/error-table.ts';

const lost: FailedAttempt = {
  effect: 'read',
  code: 'api.connection-lost',
  sent: false,
  status: null,
  clockMovedSeconds: null,
};
const badGateway: FailedAttempt = { ...lost, code: 'api.server-error', sent: true, status: 502 };
const clockWasOff: FailedAttempt = {
  ...lost,
  code: 'api.unauthorized',
  sent: true,
  status: 401,
  clockMovedSeconds: -3600,
};
const tokenRenewed: FailedAttempt = { ...clockWasOff, clockMovedSeconds: null, tokenRenewed: true };
const never: ReadonlySet<RepeatReason> = new Set();

describe('a read is repeated', () => {
  test.each([
    ['after a 502', badGateway, 'bad-gateway'],
    ['after a 502 that is the page of a proxy', { ...badGateway, code: 'api.not-json' }, 'bad-gateway'],
    ['when the connection broke before the request was given to it', lost, 'lost-before-sending'],
    ['when the clock turned out to be behind', { ...clockWasOff, clockMovedSeconds: 6 }, 'clock-corrected'],
    ['when the clock turned out to be ahead', clockWasOff, 'clock-corrected'],
    ['with an access token in the place of the one that was refused', tokenRenewed, 'token-renewed'],
  ] as const)('%s', (_, attempt, reason) => {
    expect(reasonToRepeat(attempt, never)).toBe(reason);
  });
});

describe('a read is not repeated', () => {
  test.each([
    ['once the same reason was used up', badGateway, new Set<RepeatReason>(['bad-gateway'])],
    ['after a second broken connection', lost, new Set<RepeatReason>(['lost-before-sending'])],
    ['when it was sent and no byte came back', { ...lost, sent: true }, never],
    ['after a second 401', clockWasOff, new Set<RepeatReason>(['clock-corrected'])],
    ['after a third 401', tokenRenewed, new Set<RepeatReason>(['clock-corrected', 'token-renewed'])],
    ['when part of the answer had come', { ...lost, code: 'api.cut-off-answer', sent: true, status: 200 }, never],
    ['after another failure of the server', { ...badGateway, status: 503 }, never],
    ['after a 401 with a clock that is right', { ...clockWasOff, clockMovedSeconds: 5 }, never],
    ['after a 401 with a clock that could not be measured', { ...clockWasOff, clockMovedSeconds: null }, never],
    ['when the host refused the connection', { ...lost, code: 'api.connection-refused' }, never],
    ['when the time was up', { ...lost, code: 'api.timed-out' }, never],
  ] as const)('%s', (_, attempt, repeated) => {
    expect(reasonToRepeat(attempt, repeated)).toBeNull();
  });
});

test('one reason does not use up another', () => {
  expect(reasonToRepeat(lost, new Set(['bad-gateway']))).toBe('lost-before-sending');
});

test('a mutation is never repeated, whatever happened to it', () => {
  for (const code of errorCodes) {
    for (const status of [null, 200, 401, 502]) {
      for (const sent of [true, false]) {
        const attempt = { effect: 'mutation', code, sent, status, clockMovedSeconds: 3600 } as const;
        expect(reasonToRepeat(attempt, never)).toBeNull();
      }
    }
  }
});
