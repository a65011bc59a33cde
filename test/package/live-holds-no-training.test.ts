import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadedWith } from '../../build/built-modules.ts';
import { distDir } from '../../build/paths.ts';
import { displayCallNames, displayEventNames } from '../../shared/contract/display-names.ts';
import { liveCallNames, liveEventNames } from '../../shared/contract/live-names.ts';
import { trainingCallNames, trainingEventNames } from '../../shared/contract/training-names.ts';

const main = path.join(distDir, 'main', 'main.js');
const live = path.join(distDir, 'main', 'live.js');
const training = path.join(distDir, 'main', 'training.js');
const textOf = (...files: string[]) => files.flatMap((file) => [...loadedWith(file).values()]).join('\n');
const preloadText = (name: string) => readFileSync(path.join(distDir, 'preload', `${name}.cjs`), 'utf8');

/** The wizard's names for the devices are made of the desk's as the till starts: what is built holds what they begin with. */
const madeAtStart = 'setup-devices/';
const written = [...trainingCallNames, ...trainingEventNames].filter((name) => !name.startsWith(madeAtStart));
/** The dock's channels, and a sample person's account from the simulator's data. */
const onlyTraining = [...written, 'setup-devices', 'EVP0010001000101'];

describe('what a live station loads', () => {
  it('holds no channel of the training dock and nothing of the simulator', () => {
    const text = textOf(main, live);
    expect(onlyTraining.filter((word) => text.includes(word))).toEqual([]);
  });

  it('is a file of its own beside the training wiring', () => {
    expect([...loadedWith(main).keys(), ...loadedWith(live).keys()]).not.toContain(training);
  });

  it('control: the same look finds all of it in what a training station loads', () => {
    const text = textOf(main, training);
    expect(onlyTraining.filter((word) => !text.includes(word))).toEqual([]);
  });
});

describe('the live preload', () => {
  const names = [...trainingCallNames, ...trainingEventNames, 'tillTraining'];

  it('holds no channel of the training dock', () => {
    expect(names.filter((name) => preloadText('preload').includes(name))).toEqual([]);
  });

  it('control: the training preload holds them all', () => {
    expect(names.filter((name) => !preloadText('preload-training').includes(name))).toEqual([]);
  });

  it('requires nothing but electron, as its sandbox has nothing else', () => {
    for (const name of ['preload', 'preload-training', 'preload-kiosk', 'preload-kiosk-training', 'preload-display']) {
      const required = [...preloadText(name).matchAll(/require\("([^"]+)"\)/g)].map(([, id]) => id);
      expect([...new Set(required)]).toEqual(['electron']);
    }
  });
});

/** What takes a typed number, and the desk's whole bridge with it. */
const typedLookUp = 'customer/identify"';
const kioskOnly = ['kiosk/read-receipt', 'kiosk/read-movements'];

describe('the kiosk’s preloads', () => {
  it.each(['preload-kiosk', 'preload-kiosk-training'])('%s cannot look anybody up by a typed number', (name) => {
    const text = preloadText(name);
    expect(text).not.toContain(typedLookUp);
    expect(kioskOnly.filter((channel) => !text.includes(channel))).toEqual([]);
  });

  it('hold nothing of the training dock at a live kiosk', () => {
    const names = [...trainingCallNames, ...trainingEventNames, 'tillTraining'];
    expect(names.filter((name) => preloadText('preload-kiosk').includes(name))).toEqual([]);
  });

  it.each(['preload', 'preload-training'])('control: %s of a desk can, and carries no receipt’s text', (name) => {
    const text = preloadText(name);
    expect(text).toContain(typedLookUp);
    expect(kioskOnly.filter((channel) => text.includes(channel))).toEqual([]);
  });
});

describe('the preload of the customer’s display', () => {
  const displayNames = [...displayCallNames, ...displayEventNames];
  const tillNames = [...liveCallNames, ...liveEventNames, ...kioskOnly, ...trainingCallNames];

  it('holds its own names and none of the desk’s, the kiosk’s or the dock’s', () => {
    const text = preloadText('preload-display');
    expect(displayNames.filter((name) => !text.includes(`"${name}"`))).toEqual([]);
    expect(tillNames.filter((name) => text.includes(`"${name}"`))).toEqual([]);
  });

  it('control: the desk’s holds its own and none of the display’s', () => {
    const text = preloadText('preload');
    expect(liveCallNames.filter((name) => !text.includes(`"${name}"`))).toEqual([]);
    expect(displayNames.filter((name) => text.includes(`"${name}"`))).toEqual([]);
  });
});

describe('the development host as built', () => {
  it('names a debugging port in the test’s entry only', () => {
    for (const entry of ['till-entry.js', 'tour-entry.js']) {
      expect(textOf(path.join(distDir, 'chromium-host', entry))).not.toContain('remote-debugging-port');
    }
    expect(textOf(path.join(distDir, 'chromium-host', 'test-entry.js'))).toContain('remote-debugging-port');
  });
});
