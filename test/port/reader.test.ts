import { describe, expect, it } from 'vitest';
import { adapters, now } from './reader-bench.ts';

/** A reader must be back within this long of its cable, its permission or its service. */
const backWithinMs = 3_000;

// One suite over every adapter; a test that asks for what a reader does not have (a cable, half a code) is not there.
for (const { name, samples, start } of adapters) {
  describe(`a ${name}`, () => {
    const plugged = async () => {
      const bench = await start();
      bench.plugIn?.();
      await bench.pass(backWithinMs);
      return bench;
    };

    it('reports what was shown to it, with its name and the time', async () => {
      const bench = await plugged();
      await bench.show(0);
      await bench.pass(0);
      expect(bench.readings).toEqual([{ reader: bench.reader.name, at: now, content: samples[0] }]);
    });

    it('reports two things shown at once as two, in their order', async () => {
      const bench = await plugged();
      await bench.show(0);
      await bench.show(1);
      await bench.pass(0);
      expect(bench.contents()).toEqual(samples);
    });

    it('listens once it is plugged in', async () => {
      const bench = await plugged();
      expect(bench.reader.state).toEqual({ kind: 'listening' });
    });

    it('reports nothing any more when it was closed, and holds no device', async () => {
      const bench = await plugged();
      await bench.reader.close();
      await bench.show(0);
      await bench.pass(backWithinMs);
      expect(bench.readings).toEqual([]);
      expect(bench.openCount?.() ?? 0).toBe(0);
    });

    it('tells nobody who has stopped listening', async () => {
      const bench = await plugged();
      const heard: unknown[] = [];
      const stop = bench.reader.listen((reading) => heard.push(reading));
      stop();
      await bench.show(0);
      await bench.pass(0);
      expect(heard).toEqual([]);
      expect(bench.readings).toHaveLength(1);
    });
  });
}

const withCable = adapters.filter(({ name }) => name !== 'keyboard wedge');
const withHalves = adapters.filter(({ name }) => /^(HID|serial) scanner|contactless/.test(name));
const ofSystem = withCable.filter(({ name }) => !name.startsWith('simulated'));

for (const { name, samples, start } of withCable) {
  describe(`a ${name} with a cable`, () => {
    it('is absent when it is unplugged, and back within 3 s of being plugged in again', async () => {
      const bench = await start();
      bench.plugIn?.();
      await bench.pass(backWithinMs);
      bench.unplug?.();
      await bench.pass(0);
      expect(bench.reader.state).toEqual({ kind: 'absent' });
      bench.plugIn?.();
      await bench.pass(backWithinMs);
      expect(bench.reader.state).toEqual({ kind: 'listening' });
      await bench.show(1);
      await bench.pass(0);
      expect(bench.contents()).toEqual([samples[1]]);
    });
  });
}

for (const { name, samples, start } of withHalves) {
  describe(`a ${name} that sees half of something`, () => {
    it('reports that it was illegible, and nothing of it is in what comes next', async () => {
      const bench = await start();
      bench.plugIn?.();
      await bench.pass(backWithinMs);
      await bench.showHalf?.();
      await bench.pass(1_000);
      await bench.show(0);
      await bench.pass(0);
      expect(bench.contents()).toEqual([{ kind: 'unreadable' }, samples[0]]);
    });

    it('does so when it is unplugged in the middle', async () => {
      const bench = await start();
      bench.plugIn?.();
      await bench.pass(backWithinMs);
      await bench.showHalf?.();
      bench.unplug?.();
      await bench.pass(0);
      expect(bench.contents()).toEqual([{ kind: 'unreadable' }]);
      bench.plugIn?.();
      await bench.pass(backWithinMs);
      await bench.show(0);
      await bench.pass(0);
      expect(bench.contents()).toEqual([{ kind: 'unreadable' }, samples[0]]);
    });
  });
}

for (const { name, samples, start } of ofSystem) {
  describe(`a ${name} with the system against it`, () => {
    it('says that it may not be opened, and listens within 3 s of the permission', async () => {
      const bench = await start('no-permission');
      bench.plugIn?.();
      await bench.pass(backWithinMs);
      expect(bench.reader.state).toEqual({ kind: 'no-permission' });
      bench.setTrouble?.('none');
      await bench.pass(backWithinMs);
      expect(bench.reader.state).toEqual({ kind: 'listening' });
      await bench.show(0);
      await bench.pass(0);
      expect(bench.contents()).toEqual([samples[0]]);
    });

    it('says that a library is missing, again and again without a fault', async () => {
      const bench = await start('driver-missing');
      bench.plugIn?.();
      await bench.pass(10 * backWithinMs);
      expect(bench.states).toEqual(['driver-missing']);
    });

    it('says that it hangs when the system does not answer, and listens when it does', async () => {
      const bench = await start('hangs');
      bench.plugIn?.();
      await bench.pass(5_000);
      expect(bench.reader.state).toEqual({ kind: 'hung' });
      bench.setTrouble?.('none');
      await bench.pass(backWithinMs);
      expect(bench.reader.state).toEqual({ kind: 'listening' });
      await bench.show(0);
      await bench.pass(0);
      expect(bench.contents()).toEqual([samples[0]]);
    });
  });
}
