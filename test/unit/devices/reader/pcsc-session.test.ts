import { describe, expect, it } from 'vitest';
import { createContactlessReader } from '../../../../electron/devices/reader/contactless-over-pcsc.ts';
import { uidOfAnswer } from '../../../../electron/devices/reader/pcsc-session.ts';
import { createManualTimers } from '../../../port/manual-timers.ts';
import { createFakePcsc } from '../../../port/reader-fakes.ts';

const answer = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));

describe('a chip’s answer', () => {
  it.each([
    ['04a1b2c39000', '04a1b2c3'],
    ['04a1b2c3d4e5f69000', '04a1b2c3d4e5f6'],
    ['04a1b2c3d4e5f60708099000', '04a1b2c3d4e5f6070809'],
  ])('%s names %s', (hex, uid) => {
    expect(uidOfAnswer(answer(hex))).toBe(uid);
  });

  it.each([
    ['a refusal', '6a81'],
    ['an answer with an error behind it', '04a1b2c36300'],
    ['a number of no known length', '04a1b29000'],
    ['a number made up for this tap', '08a1b2c39000'],
    ['nothing', ''],
  ])('that is %s names nobody', (_, hex) => {
    expect(uidOfAnswer(answer(hex))).toBeNull();
  });
});

describe('the card service', () => {
  async function start() {
    const timers = createManualTimers();
    const fake = createFakePcsc(timers);
    const reader = createContactlessReader({ clock: () => 0, timers, startLink: fake.startLink });
    const states: string[] = [];
    const uids: unknown[] = [];
    reader.onStateChanged(({ kind }) => states.push(kind));
    reader.listen(({ content }) => uids.push(content));
    const pass = async (ms: number) => {
      for (let left = ms; left >= 0; left -= 100) {
        await new Promise((resolve) => setImmediate(resolve));
        timers.pass(100);
      }
    };
    fake.plugIn();
    await pass(500);
    return { fake, reader, states, uids, pass };
  }

  it('that ends is a state, and taps are read again within 3 s of its return', async () => {
    const { fake, reader, uids, pass } = await start();
    fake.setTrouble('no-service');
    await pass(0);
    expect(reader.state).toEqual({ kind: 'service-missing' });
    fake.setTrouble('none');
    await pass(3_000);
    expect(reader.state).toEqual({ kind: 'listening' });
    await fake.tap(answer('04a1b2c39000'));
    expect(uids).toEqual([{ kind: 'uid', uid: '04a1b2c3' }]);
    await reader.close();
  });

  it('is asked again once a second, not more often', async () => {
    const { fake, reader, pass } = await start();
    fake.setTrouble('no-service');
    await pass(10_000);
    fake.setTrouble('none');
    await pass(3_000);
    expect(fake.clients).toBe(2);
    await reader.close();
  });

  it('that hands a card to another program for itself is waited for', async () => {
    const { fake, reader, uids } = await start();
    const presentAndHeld = 32 | 128;
    await fake.tap(answer('04a1b2c39000'), presentAndHeld);
    expect(uids).toEqual([]);
    await fake.tap(answer('04a1b2c39000'));
    expect(uids).toHaveLength(1);
    await reader.close();
  });

  it('that finds a card mute says so', async () => {
    const { fake, reader, uids } = await start();
    await fake.tap(answer('9000'), 32 | 512);
    expect(uids).toEqual([{ kind: 'unreadable' }]);
    await reader.close();
  });
});
