import { describe, expect, it } from 'vitest';
import { ask, outcomeOf, start } from './exchange.ts';

describe('searching by lists of contacts', () => {
  it('answers with an empty object where nobody is found', async () => {
    const answer = await ask(await start(), `GET /wallets?email_hash=${'0'.repeat(40)}`);
    expect([answer.status, answer.text]).toEqual([200, '{}']);
  });

  it('names each criterion as it was written, hashes of either case and addresses of any', async () => {
    const hash = '9395988394D4568DF3C54C2645DDB1D0753A0C20';
    const answer = await ask(await start(), `GET /wallets?email=Smith@Example.com&email_hash=${hash}`);
    expect(Object.keys(answer.json as object)).toEqual(['Smith@Example.com', hash]);
  });

  it('finds phones and their hashes', async () => {
    // printf 37060000003 | sha1sum
    const hash = 'c18138e13a58ef3bbae12b098a1c29c6cfc1053e';
    const answer = await ask(await start(), `GET /wallets?phone=37060000003,37069999999&phone_hash=${hash}`);
    expect(answer.json).toEqual({
      '37060000003': { id: 30003, owner: 5003 },
      [hash]: { id: 30003, owner: 5003 },
    });
  });

  it.each([
    '',
    '?',
    '?name=Smith',
    '?email=',
    '?email=smith@example.com,',
    '?email=nobody',
    '?phone=%2B37060000003',
    '?phone=0037060000003',
    '?email_hash=abc',
  ])('has invalid parameters in /wallets%s', async (query) => {
    expect(outcomeOf(await ask(await start(), `GET /wallets${query}`))).toBe('400 invalid_parameters');
  });
});
