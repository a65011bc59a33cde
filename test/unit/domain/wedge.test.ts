import { describe, expect, it } from 'vitest';
import { createWedgeDecoder, defaultWedgeRules, type KeyRecord, putOffMs } from '../../../shared/domain/wedge.ts';
import { eventsOf, keyRecord, type LayoutName, placeOf, runDesk, type Stroke, scannerStrokes } from './wedge-desk.ts';

const card = '5487963154';

/** Strokes of hands: keys at the given times, each held down for `dwellMs`. */
function typed(text: string, times: readonly number[], dwellMs = 25): Stroke[] {
  return Array.from(text, (sign, index) => {
    const downAt = times[index] ?? 0;
    return { place: placeOf(sign), downAt, upAt: downAt + dwellMs };
  });
}

const every = (gapMs: number, count: number, startAt = 0) =>
  Array.from({ length: count }, (_, index) => startAt + index * gapMs);

describe('a scan', () => {
  it.each<LayoutName>(['us', 'lt', 'ru'])('is read by the places of its keys in the %s layout', (layout) => {
    const strokes = scannerStrokes('AB-5487963154', { startAt: 1000, gapsMs: [8] });
    const desk = runDesk(eventsOf(strokes, layout), defaultWedgeRules);
    expect(desk.scans).toEqual(['AB-5487963154']);
    expect(desk.typed).toBe('');
  });

  it('reaches the page with no event at all, neither going down nor coming up', () => {
    const desk = runDesk(eventsOf(scannerStrokes(card, { startAt: 0, gapsMs: [10] }), 'lt'), defaultWedgeRules);
    expect(desk.seenByPage).toEqual([]);
  });

  it.each(['Enter', 'NumpadEnter', 'Tab'])('ends with %s', (suffix) => {
    const desk = runDesk(
      eventsOf(scannerStrokes('77103', { startAt: 0, gapsMs: [50], suffix }), 'us'),
      defaultWedgeRules,
    );
    expect(desk.scans).toEqual(['77103']);
    expect(desk.seenByPage).toEqual([]);
  });

  it('says when its last key went down and how long it took', () => {
    const desk = runDesk(eventsOf(scannerStrokes('77103', { startAt: 2000, gapsMs: [10] }), 'us'), defaultWedgeRules);
    expect(desk.details).toEqual([{ text: '77103', at: 2050, durationMs: 50 }]);
  });

  it('ends by itself after a pause when the scanner sends no suffix and the text is long', () => {
    const strokes = scannerStrokes(card, { startAt: 0, gapsMs: [20], suffix: null });
    const desk = runDesk(eventsOf(strokes, 'us'), defaultWedgeRules);
    expect(desk.scans).toEqual([card]);
    expect(desk.typed).toBe('');
  });

  it('needs its suffix when the rules say that the scanner always sends one', () => {
    const rules = { ...defaultWedgeRules, minLengthWithoutSuffix: null };
    const strokes = scannerStrokes(card, { startAt: 0, gapsMs: [20], suffix: null });
    const desk = runDesk(eventsOf(strokes, 'us'), rules);
    expect(desk.scans).toEqual([]);
    expect(desk.typed).toBe(card);
  });

  it('may stutter once it is too long to be typing', () => {
    const strokes = scannerStrokes(card, { startAt: 0, gapsMs: [10, 10, 10, 10, 10, 10, 10, 140] });
    const desk = runDesk(eventsOf(strokes, 'us'), defaultWedgeRules);
    expect(desk.scans).toEqual([card]);
    expect(desk.seenByPage).toEqual([]);
  });

  it('with a double suffix gives no stray Enter to the page', () => {
    const strokes = scannerStrokes(card, { startAt: 0, gapsMs: [10] });
    const second: Stroke = { place: { code: 'Enter', shift: false }, downAt: 120, upAt: 125 };
    const desk = runDesk(eventsOf([...strokes, second], 'us'), defaultWedgeRules);
    expect(desk.scans).toEqual([card]);
    expect(desk.seenByPage).toEqual([]);
  });

  it('right after another one is a scan of its own', () => {
    const strokes = [
      ...scannerStrokes(card, { startAt: 0, gapsMs: [5] }),
      ...scannerStrokes('77103', { startAt: 60, gapsMs: [5] }),
    ];
    const desk = runDesk(eventsOf(strokes, 'us'), defaultWedgeRules);
    expect(desk.scans).toEqual([card, '77103']);
  });

  it('keeps the keys of one USB report in order, all at the same moment', () => {
    const desk = runDesk(eventsOf(scannerStrokes(card, { startAt: 5, gapsMs: [0] }), 'us'), defaultWedgeRules);
    expect(desk.scans).toEqual([card]);
  });

  it('from a scanner that does not lift its keys is a scan all the same', () => {
    const downs = eventsOf(scannerStrokes(card, { startAt: 0, gapsMs: [10] }), 'us').filter(
      ({ type }) => type === 'down',
    );
    expect(runDesk(downs, defaultWedgeRules).scans).toEqual([card]);
  });

  it('loses its group separators and keeps its signs', () => {
    const before = scannerStrokes('10ABC', { startAt: 0, gapsMs: [5], suffix: null });
    const after = scannerStrokes('21XYZ', { startAt: 40, gapsMs: [5] });
    const separator = [
      keyRecord({ code: 'ControlLeft', key: 'Control', ctrl: true, at: 30 }),
      keyRecord({ code: 'BracketRight', key: ']', ctrl: true, at: 31 }),
      keyRecord({ type: 'up', code: 'BracketRight', key: ']', ctrl: true, at: 33 }),
      keyRecord({ type: 'up', code: 'ControlLeft', key: 'Control', at: 34 }),
    ];
    const desk = runDesk([...eventsOf(before, 'us'), ...separator, ...eventsOf(after, 'us')], defaultWedgeRules);
    expect(desk.scans).toEqual(['10ABC21XYZ']);
    expect(desk.seenByPage.map(({ code }) => code)).toEqual(['ControlLeft', 'ControlLeft']);
  });

  it('survives something lying on a key that repeats', () => {
    const scan = eventsOf(scannerStrokes(card, { startAt: 1000, gapsMs: [10] }), 'us');
    const repeats = every(33, 6, 980).map((at) => keyRecord({ code: 'KeyQ', key: 'q', repeat: true, at }));
    const events = [...scan, ...repeats].sort((one, other) => one.at - other.at);
    expect(runDesk(events, defaultWedgeRules).scans).toEqual([card]);
  });

  it('longer than any identifier is cut, and still none of it reaches the page', () => {
    const strokes = scannerStrokes('x'.repeat(1000), { startAt: 0, gapsMs: [2] });
    const desk = runDesk(eventsOf(strokes, 'us'), defaultWedgeRules);
    expect(desk.scans.map(({ length }) => length)).toEqual([256]);
    expect(desk.seenByPage).toEqual([]);
  });

  it('right behind a key that a finger still holds down loses nothing to it and gains nothing from it', () => {
    const finger: Stroke = { place: placeOf('1'), downAt: 0, upAt: 90 };
    const desk = runDesk(
      eventsOf([finger, ...scannerStrokes(card, { startAt: 30, gapsMs: [8] })], 'us'),
      defaultWedgeRules,
    );
    expect(desk.scans).toEqual([card]);
    expect(desk.typed).toBe('1');
  });

  it('is whole when the thread was busy and the timer comes before the keys that wait', () => {
    const decoder = createWedgeDecoder(defaultWedgeRules);
    const events = eventsOf(scannerStrokes(card, { startAt: 0, gapsMs: [10] }), 'us');
    const outcomes = [
      ...events.slice(0, 6).map((record) => decoder.feed(record)),
      decoder.tick(250),
      ...events.slice(6).map((record) => decoder.feed(record)),
    ];
    expect(outcomes.flatMap(({ release }) => release)).toEqual([]);
    expect(outcomes.map(({ scan }) => scan?.text).filter((text) => text !== undefined)).toEqual([card]);
  });
});

describe('a scan behind a prefix', () => {
  const rules = { ...defaultWedgeRules, prefix: 'F24' };
  const prefix: Stroke = { place: { code: 'F24', shift: false }, downAt: 0, upAt: 1 };

  it('is known from its first key, however slow and short it is', () => {
    const strokes = [prefix, ...scannerStrokes('77', { startAt: 10, gapsMs: [120] })];
    const desk = runDesk(eventsOf(strokes, 'lt'), rules);
    expect(desk.scans).toEqual(['77']);
    expect(desk.seenByPage).toEqual([]);
  });

  it('leaves typing without any delay', () => {
    const desk = runDesk(eventsOf(typed('jonas', every(20, 5)), 'lt'), rules);
    expect(desk.typed).toBe('jonas');
    expect(desk.longestDelayMs).toBe(0);
  });

  it('may begin with a control character', () => {
    const events = [
      keyRecord({ code: 'ControlLeft', key: 'Control', ctrl: true, at: 0 }),
      keyRecord({ code: 'KeyB', key: 'b', ctrl: true, at: 1 }),
      keyRecord({ type: 'up', code: 'KeyB', key: 'b', ctrl: true, at: 2 }),
      keyRecord({ type: 'up', code: 'ControlLeft', key: 'Control', at: 3 }),
      ...eventsOf(scannerStrokes(card, { startAt: 10, gapsMs: [30] }), 'us'),
    ];
    const desk = runDesk(events, { ...defaultWedgeRules, prefix: 'Control+KeyB' });
    expect(desk.scans).toEqual([card]);
    expect(desk.seenByPage.filter(({ code }) => code !== 'ControlLeft')).toEqual([]);
  });

  it('with nothing in it reports nothing', () => {
    const enter: Stroke = { place: { code: 'Enter', shift: false }, downAt: 10, upAt: 11 };
    const desk = runDesk(eventsOf([prefix, enter], 'us'), rules);
    expect(desk.scans).toEqual([]);
    expect(desk.seenByPage).toEqual([]);
  });
});

describe('typing', () => {
  it('of one sign comes out as the layout means it, late by the longest gap of a scan', () => {
    const desk = runDesk(eventsOf(typed('1', [0]), 'lt'), defaultWedgeRules);
    expect(desk.typed).toBe('ą');
    expect(desk.longestDelayMs).toBe(60 + putOffMs);
  });

  it('at twelve keys a second with rolled pairs stays typing', () => {
    const times = [0, 35, 120, 155, 240, 275, 360, 395, 480, 515];
    const desk = runDesk(eventsOf(typed('jonas12345', times), 'us'), defaultWedgeRules);
    expect(desk.typed).toBe('jonas12345');
    expect(desk.scans).toEqual([]);
  });

  it('of an amount on the pad and Enter stays an amount', () => {
    const strokes = Array.from('1250', (digit, index): Stroke => {
      return { place: { code: `Numpad${digit}`, shift: false }, downAt: index * 90, upAt: index * 90 + 50 };
    });
    const enter: Stroke = { place: { code: 'NumpadEnter', shift: false }, downAt: 360, upAt: 400 };
    const desk = runDesk(eventsOf([...strokes, enter], 'lt'), defaultWedgeRules);
    expect(desk.typed).toBe('1250<Enter>');
    expect(desk.scans).toEqual([]);
  });

  it('of a code rolled by four fingers as fast as a scanner stays typing, because fingers overlap', () => {
    const strokes = [
      ...typed('1234', every(35, 4), 70),
      { place: { code: 'Enter', shift: false }, downAt: 140, upAt: 200 },
    ];
    const desk = runDesk(eventsOf(strokes, 'us'), defaultWedgeRules);
    expect(desk.typed).toBe('1234<Enter>');
    expect(desk.scans).toEqual([]);
  });

  it('keeps its order when a held sign is followed by a key that is never held', () => {
    const backspace: Stroke = { place: { code: 'Tab', shift: false }, downAt: 40, upAt: 60 };
    const desk = runDesk(eventsOf([...typed('ab', [0, 20], 10), backspace], 'us'), defaultWedgeRules);
    expect(desk.typed).toBe('ab<Tab>');
  });

  it('of a space is never held when no scan is under way, so that buttons answer at once', () => {
    const desk = runDesk(eventsOf(typed(' ', [0]), 'us'), defaultWedgeRules);
    expect(desk.longestDelayMs).toBe(0);
    expect(desk.typed).toBe(' ');
  });

  const atOnce: readonly (readonly [string, Partial<KeyRecord> & { code: string }])[] = [
    ['an F-key', { code: 'F9', key: 'F9' }],
    ['Escape', { code: 'Escape', key: 'Escape' }],
    ['Backspace', { code: 'Backspace', key: 'Backspace' }],
    ['an arrow', { code: 'ArrowLeft', key: 'ArrowLeft' }],
    ['a shortcut with Control', { code: 'KeyC', key: 'c', ctrl: true }],
    ['a shortcut with Meta', { code: 'KeyC', key: 'c', meta: true }],
    ['a shortcut with Alt', { code: 'Digit1', key: '1', alt: true }],
    ['a digit through AltGr', { code: 'Digit1', key: '1', altGraph: true }],
    ['a dead key', { code: 'Quote', key: 'Dead' }],
    ['a key of an input method', { code: 'KeyA', key: 'Process' }],
    ['the pad without NumLock', { code: 'Numpad4', key: 'ArrowLeft' }],
    ['an operator of the pad, a command of the desk', { code: 'NumpadAdd', key: '+' }],
    ['a key without a place', { code: '', key: 'a' }],
    ['auto-repeat', { code: 'KeyA', key: 'a', repeat: true }],
    ['Shift with Tab', { code: 'Tab', key: 'Tab', shift: true }],
    ['Enter', { code: 'Enter', key: 'Enter' }],
  ];
  it.each(atOnce)('of %s goes through at once, behind what was held', (_, fields) => {
    const alone = createWedgeDecoder(defaultWedgeRules);
    expect(alone.feed(keyRecord({ ...fields, at: 0 }))).toEqual({ swallow: false, release: [], scan: null });

    const held = keyRecord({ code: 'KeyX', key: 'x', at: 100 });
    const decoder = createWedgeDecoder(defaultWedgeRules);
    expect(decoder.feed(held).swallow).toBe(true);
    const outcome = decoder.feed(keyRecord({ ...fields, at: 120 }));
    expect(outcome.swallow).toBe(false);
    // Auto-repeat says nothing about what is held: it may come from something that lies on a key.
    expect(outcome.release).toEqual(fields.repeat === true ? [] : [held]);
  });

  it('does not wait for a modifier, and a modifier does not break a scan', () => {
    const decoder = createWedgeDecoder(defaultWedgeRules);
    decoder.feed(keyRecord({ code: 'KeyA', key: 'a', at: 0 }));
    const shift = decoder.feed(keyRecord({ code: 'ShiftLeft', key: 'Shift', shift: true, at: 5 }));
    expect(shift).toEqual({ swallow: false, release: [], scan: null });
    expect(decoder.nextDeadline).toBe(60);
  });

  it('that is held is given back when the window loses the keyboard', () => {
    const decoder = createWedgeDecoder(defaultWedgeRules);
    const held = keyRecord({ code: 'KeyA', key: 'a', at: 0 });
    decoder.feed(held);
    expect(decoder.flush()).toEqual([held]);
    expect(decoder.nextDeadline).toBeNull();
  });
});

describe('a window that loses the keyboard', () => {
  it('drops an unfinished scan rather than typing it', () => {
    const decoder = createWedgeDecoder(defaultWedgeRules);
    for (const record of eventsOf(scannerStrokes(card, { startAt: 0, gapsMs: [5], suffix: null }), 'us')) {
      decoder.feed(record);
    }
    expect(decoder.flush()).toEqual([]);
    expect(decoder.nextDeadline).toBeNull();
  });
});

describe('the deadline', () => {
  it('is none while nothing is held', () => {
    const decoder = createWedgeDecoder(defaultWedgeRules);
    expect(decoder.nextDeadline).toBeNull();
    expect(decoder.tick(1000)).toEqual({ swallow: false, release: [], scan: null });
  });

  it('does nothing before it has come', () => {
    const decoder = createWedgeDecoder(defaultWedgeRules);
    const held = keyRecord({ code: 'KeyA', key: 'a', at: 10 });
    decoder.feed(held);
    expect(decoder.tick(69).release).toEqual([]);
    expect(decoder.tick(70).release).toEqual([]);
    expect(decoder.nextDeadline).toBe(70 + putOffMs);
    expect(decoder.tick(70 + putOffMs).release).toEqual([held]);
  });

  it.each([0, 1, 8, 9, 100])('lets a key that was pressed in time be heard %i ms after it', (lateMs) => {
    const decoder = createWedgeDecoder(defaultWedgeRules);
    for (const [index, digit] of Array.from('10000000').entries()) {
      decoder.feed(keyRecord({ code: `Digit${digit}`, key: digit, at: index * 10 }));
    }
    // The thread was busy, and the timer asks before the key is delivered.
    const endsAt = 70 + defaultWedgeRules.maxGapOnceCertainMs;
    expect(decoder.tick(endsAt + lateMs).scan).toBeNull();
    expect(decoder.feed(keyRecord({ code: 'Digit7', key: '7', at: endsAt - 1 })).swallow).toBe(true);
    expect(decoder.feed(keyRecord({ code: 'Enter', key: 'Enter', at: endsAt + lateMs })).scan?.text).toBe('100000007');
  });
});
