import type { ReaderName, Reading } from '../../shared/domain/reading.ts';

/**
 * Why scans do not act just now. During a print they wait: it lasts seconds, ends by itself, and the next customer has
 * every right to scan meanwhile. A dialog or the lock may stand for an hour: what was scanned then is refused at once
 * and told, because acting on it later would be acting for somebody who has gone.
 */
export type Obstacle = 'print' | 'dialog' | 'locked';

export interface ScanRouterOptions {
  /** Acts on a reading. */
  readonly act: (reading: Reading) => void;
  /** Tells that a reading was dropped, and why; nothing acted on it. A print drops only what is too many to wait. */
  readonly refuse: (reading: Reading, obstacle: Obstacle) => void;
  /** The same thing from the same reader within this long, or within it of the last repetition, is one scan. */
  readonly doubleReadMs?: number;
}

export interface ScanRouter {
  /** Takes a reading from any reader, in the order in which they came. */
  take(reading: Reading): void;
  /** Puts an obstacle up; answers with the function that takes it away, once. */
  raise(obstacle: Obstacle): () => void;
  /** Runs `job` with scans waiting until it has settled. */
  whilePrinting<T>(job: () => Promise<T>): Promise<T>;
  /** Forgets the obstacles of a page that is no longer there, and what it kept to know a repetition. */
  reset(): void;
}

const usualDoubleReadMs = 700;
/** More than that many scans in one print is somebody playing with the scanner: the latest are kept. */
const mostWaiting = 16;

function isSame(one: Reading['content'], other: Reading['content']): boolean {
  switch (one.kind) {
    case 'text':
      return other.kind === 'text' && one.text === other.text;
    case 'uid':
      return other.kind === 'uid' && one.uid === other.uid;
    case 'stripe':
      return other.kind === 'stripe' && one.number === other.number;
    case 'card':
      return other.kind === 'card' && one.number === other.number && one.issuer === other.issuer;
    case 'unreadable':
      return other.kind === 'unreadable';
  }
}

/** Decides when a reading acts. What it means is decided by the rules in `shared/domain` when it does. */
export function createScanRouter(options: ScanRouterOptions): ScanRouter {
  const { doubleReadMs = usualDoubleReadMs } = options;
  const lastOf = new Map<ReaderName, Reading>();
  const obstacles = new Map<symbol, Obstacle>();
  let waiting: Reading[] = [];

  const isUp = (wanted: Obstacle): boolean => [...obstacles.values()].includes(wanted);

  /** A scanner that looks at a code twice, or for as long as it is held there, has read it once. */
  function isRepetition(reading: Reading): boolean {
    const last = lastOf.get(reading.reader);
    lastOf.set(reading.reader, reading);
    const pauseMs = last === undefined ? Number.POSITIVE_INFINITY : reading.at - last.at;
    return last !== undefined && pauseMs >= 0 && pauseMs < doubleReadMs && isSame(last.content, reading.content);
  }

  /** What was refused may be shown again at once, and then counts. */
  function refuse(reading: Reading, obstacle: Obstacle): void {
    lastOf.delete(reading.reader);
    options.refuse(reading, obstacle);
  }

  function route(reading: Reading): void {
    const lasting = isUp('locked') ? 'locked' : isUp('dialog') ? 'dialog' : null;
    if (lasting !== null) {
      refuse(reading, lasting);
    } else if (isUp('print')) {
      const crowded = waiting.length < mostWaiting ? null : waiting.shift();
      waiting.push(reading);
      if (crowded) {
        refuse(crowded, 'print');
      }
    } else {
      options.act(reading);
    }
  }

  /** What waited goes the same way again, in its order: behind the print there may be a dialog by now. */
  function letGo(): void {
    const due = waiting;
    waiting = [];
    for (const reading of due) {
      route(reading);
    }
  }

  function raise(obstacle: Obstacle): () => void {
    const id = Symbol(obstacle);
    obstacles.set(id, obstacle);
    return () => {
      if (obstacles.delete(id) && !isUp('print')) {
        letGo();
      }
    };
  }

  return {
    raise,
    take(reading) {
      if (!isRepetition(reading)) {
        route(reading);
      }
    },
    async whilePrinting(job) {
      const lower = raise('print');
      try {
        return await job();
      } finally {
        lower();
      }
    },
    reset() {
      lastOf.clear();
      for (const [id, obstacle] of obstacles) {
        if (obstacle !== 'print') {
          obstacles.delete(id);
        }
      }
    },
  };
}
