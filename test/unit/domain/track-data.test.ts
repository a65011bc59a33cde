import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberInTrackText, numberOnTrack, numberOnTracks } from '../../../shared/domain/track-data.ts';

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

describe('the number on one track', () => {
  it.each([
    [';5487963154=29121010000012345?', '5487963154'],
    [';5487963154?', '5487963154'],
    ['%B5487963154^VARDENIS/VARDAS^2912101?', '5487963154'],
    ['%5487963154^VARDENIS/VARDAS^2912101?', '5487963154'],
    ['%B548 796 3154^X?', '5487963154'],
  ])('of %s is %s', (track, number) => {
    expect(numberOnTrack(bytes(track))).toBe(number);
  });

  it.each([
    '',
    ';',
    ';?',
    ';=?',
    ';54879',
    '%B',
    '%B^',
    '%BVARDENIS^',
    '5487963154',
    '+5487963154=',
    `;${'1'.repeat(33)}=?`,
  ])('is not taken from %j', (track) => {
    expect(numberOnTrack(bytes(track))).toBeNull();
  });
});

describe('a swipe', () => {
  it('has the number that its tracks agree on', () => {
    expect(numberInTrackText('%B5487963154^X^29?;5487963154=29?')).toBe('5487963154');
  });

  it('has none when two tracks say two', () => {
    expect(numberInTrackText('%B5487963154^X^29?;5487963155=29?')).toBeNull();
  });

  it('has the one of the track that could be read', () => {
    expect(numberOnTracks([bytes('%B548?E'), bytes(';5487963154=29?')])).toBe('5487963154');
  });

  it('is not judged by track 3, whose number begins otherwise', () => {
    expect(numberInTrackText('%B5487963154^X^29?;5487963154=29?;015487963154==?')).toBe('5487963154');
  });

  it('never gives more than digits, whatever is on it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[%;][B0-9=^?;% A-Z/]{0,80}$/), (text) => {
        expect(numberInTrackText(text) ?? '0').toMatch(/^[0-9]{1,32}$/);
      }),
      { seed: 20261120, numRuns: 500 },
    );
  });
});
