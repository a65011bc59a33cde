import { describe, expect, it } from 'vitest';
import { createScanRouter, type Obstacle } from '../../../electron/services/scan-router.ts';
import type { ReaderName, Reading, ReadingContent } from '../../../shared/domain/reading.ts';

const text = (code: string): ReadingContent => ({ kind: 'text', text: code });

function start() {
  const acted: string[] = [];
  const refused: [string, Obstacle][] = [];
  const nameOf = ({ content }: Reading) => (content.kind === 'text' ? content.text : content.kind);
  const router = createScanRouter({
    act: (reading) => acted.push(nameOf(reading)),
    refuse: (reading, obstacle) => refused.push([nameOf(reading), obstacle]),
  });
  let at = 0;
  /** Takes a reading `afterMs` behind the one before. */
  const scan = (content: ReadingContent, afterMs = 5_000, reader: ReaderName = 'hid-scanner') => {
    at += afterMs;
    router.take({ reader, at, content });
  };
  return { router, acted, refused, scan };
}

describe('a scan', () => {
  it('acts at once when nothing stands before the desk', () => {
    const { acted, scan } = start();
    scan(text('A'));
    scan(text('B'), 0);
    expect(acted).toEqual(['A', 'B']);
  });

  it('waits for a print and acts behind it, in its order', async () => {
    const { router, acted, scan } = start();
    let endPrint = (): void => {};
    const print = router.whilePrinting(() => new Promise<void>((resolve) => (endPrint = resolve)));
    scan(text('A'));
    scan(text('B'));
    expect(acted).toEqual([]);
    endPrint();
    await print;
    expect(acted).toEqual(['A', 'B']);
  });

  it('acts behind a print that failed, too', async () => {
    const { router, acted, scan } = start();
    const print = router.whilePrinting(async () => {
      scan(text('A'));
      throw new Error('a bug');
    });
    await expect(print).rejects.toThrow('a bug');
    expect(acted).toEqual(['A']);
  });

  it('during two prints acts when both are over', () => {
    const { router, acted, scan } = start();
    const endFirst = router.raise('print');
    const endSecond = router.raise('print');
    scan(text('A'));
    endFirst();
    endFirst();
    expect(acted).toEqual([]);
    endSecond();
    expect(acted).toEqual(['A']);
  });

  it.each(['dialog', 'locked'] as const)('before a %s is refused at once and never acts', (obstacle) => {
    const { router, acted, refused, scan } = start();
    const lower = router.raise(obstacle);
    scan(text('A'));
    expect(refused).toEqual([['A', obstacle]]);
    lower();
    expect(acted).toEqual([]);
  });

  it('that waited for a print is refused when a dialog asks behind it', () => {
    const { router, acted, refused, scan } = start();
    const endPrint = router.raise('print');
    scan(text('A'));
    router.raise('dialog');
    endPrint();
    expect(acted).toEqual([]);
    expect(refused).toEqual([['A', 'dialog']]);
  });

  it('that was refused may be shown again at once', () => {
    const { router, acted, scan } = start();
    const lower = router.raise('dialog');
    scan(text('A'));
    lower();
    scan(text('A'), 100);
    expect(acted).toEqual(['A']);
  });

  it('beyond those that can wait for a print pushes the oldest out, and that is told', () => {
    const { router, acted, refused, scan } = start();
    const endPrint = router.raise('print');
    for (let count = 0; count < 20; count += 1) {
      scan(text(`code ${count}`));
    }
    endPrint();
    expect(refused.map(([code]) => code)).toEqual(['code 0', 'code 1', 'code 2', 'code 3']);
    expect(refused.every(([, obstacle]) => obstacle === 'print')).toBe(true);
    expect(acted).toHaveLength(16);
  });
});

describe('the same code twice', () => {
  const pairs: readonly ReadingContent[] = [
    text('A'),
    { kind: 'uid', uid: '04a1b2c3' },
    { kind: 'stripe', number: '5487963154' },
    { kind: 'card', issuer: 'paysera', number: '5487963154' },
    { kind: 'unreadable' },
  ];

  it.each(pairs)('from one reader within a moment is one scan: $kind', (content) => {
    const { acted, scan } = start();
    scan(content);
    scan(content, 300);
    scan(content, 699);
    expect(acted).toHaveLength(1);
  });

  it('is two scans after a while', () => {
    const { acted, scan } = start();
    scan(text('A'));
    scan(text('A'), 700);
    expect(acted).toEqual(['A', 'A']);
  });

  it('is two scans from two readers', () => {
    const { acted, scan } = start();
    scan(text('A'), 0, 'hid-scanner');
    scan(text('A'), 0, 'serial-scanner');
    expect(acted).toEqual(['A', 'A']);
  });

  it('with another in between is three scans', () => {
    const { acted, scan } = start();
    scan(text('A'));
    scan(text('B'), 100);
    scan(text('A'), 100);
    expect(acted).toEqual(['A', 'B', 'A']);
  });

  it('is two scans on a clock that was set back in between', () => {
    const { acted, scan } = start();
    scan(text('A'));
    scan(text('A'), -60_000);
    expect(acted).toEqual(['A', 'A']);
  });
});

it('a page that is gone takes its dialogs with it, and not the print', () => {
  const { router, acted, scan } = start();
  router.raise('dialog');
  router.raise('locked');
  const endPrint = router.raise('print');
  router.reset();
  scan(text('A'));
  expect(acted).toEqual([]);
  endPrint();
  expect(acted).toEqual(['A']);
});
