import { describe, expect, it } from 'vitest';
import { answerOf, asPrintAnswer } from '../../../electron/cli/answer.ts';
import { appError } from '../../../shared/errors/app-error.ts';
import { errorCodes, errorTable } from '../../../shared/errors/error-table.ts';
import { err, ok } from '../../../shared/errors/result.ts';

describe('an answer', () => {
  it('of a value is one JSON object on one line, and success', () => {
    expect(answerOf(ok({ is_sufficient: true }))).toEqual({
      exitStatus: 0,
      line: '{"ok":true,"value":{"is_sufficient":true}}\n',
    });
  });

  it('of an error has its code, its kind and its meaning, and the exit of its kind', () => {
    const { exitStatus, line } = answerOf(err(appError('wallet.not-found')));
    expect(exitStatus).toBe(3);
    expect(JSON.parse(line)).toEqual({
      ok: false,
      error: { code: 'wallet.not-found', kind: 'refused', message: errorTable['wallet.not-found'].meaning },
    });
  });

  it('has an exit status of its own for every kind, and none of them is success', () => {
    const exits = new Map(errorCodes.map((code) => [errorTable[code].kind, answerOf(err(appError(code))).exitStatus]));
    expect(Object.fromEntries(exits)).toEqual({
      fault: 1,
      input: 2,
      refused: 3,
      unreachable: 4,
      'unknown-outcome': 5,
      device: 6,
      auth: 7,
      busy: 8,
      upstream: 9,
    });
  });

  it('says in its message what exactly is wrong', () => {
    const problems = ['TILL_MODE has a value that is not allowed; allowed: training, live', 'TILL_X is no setting'];
    const { line } = answerOf(err(appError('settings.invalid', { problems })));
    expect(JSON.parse(line).error.message).toBe(`a setting has a value that is not allowed: ${problems.join('; ')}`);
  });

  it.each([
    [{ rule: 'phone.length', allowed: '7 to 15 digits' }, ' (phone.length); allowed: 7 to 15 digits'],
    [{ rule: 'from-after-to', path: 'to' }, ' (from-after-to)'],
  ])('names the rule that was broken: %j', (details, tail) => {
    const { line } = answerOf(err(appError('api.invalid-parameters', details)));
    expect(JSON.parse(line).error.message).toBe(`a parameter is missing or malformed${tail}`);
  });
});

describe('the answer to a print', () => {
  it('that succeeded is its outcome and nothing of the receipt', () => {
    expect(asPrintAnswer(ok({ printedAt: 1, text: 'Likutis' }))).toEqual(ok({ outcome: 'printed' }));
  });

  it.each([
    [appError('printer.paper-out', { outcome: 'not-printed' }), /^not-printed: .*no paper/, 'not-printed'],
    [appError('print.outcome-unknown', { outcome: 'unknown' }), /^unknown: .*look at the paper/, 'unknown'],
    [appError('receipt.not-enabled'), /^not-printed: /, 'not-printed'],
    [appError('api.timed-out'), /^not-printed: /, 'not-printed'],
  ])('that did not names its outcome: %j', (error, message, outcome) => {
    const answer = JSON.parse(answerOf(asPrintAnswer(err(error))).line);
    expect(answer.error.message).toMatch(message);
    expect(answer.error.details.outcome).toBe(outcome);
  });
});
