import {
  groupSeparatorChord,
  isChord,
  isModifierKey,
  parseChord,
  signOnUsKeyboard,
  suffixChords,
} from './wedge-keys.ts';

/** One keyboard event as the preload's capture-phase listener sees it. */
export interface KeyRecord {
  readonly type: 'down' | 'up';
  /** Place of the key on the keyboard (`KeyboardEvent.code`). */
  readonly code: string;
  /** What the key means in the layout that is set (`KeyboardEvent.key`). */
  readonly key: string;
  readonly shift: boolean;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
  readonly altGraph: boolean;
  readonly repeat: boolean;
  /** Milliseconds on a clock that never goes back (`event.timeStamp`). */
  readonly at: number;
}

/** How one scanner is told from people's hands. */
export interface WedgeRules {
  /** Longest pause between two keys of one scan. A lone key that a person types is late by this much. */
  readonly maxGapMs: number;
  /** Longest pause once the burst is too long to be anybody's typing; slow hubs and radio scanners need it. */
  readonly maxGapOnceCertainMs: number;
  /** Fewest signs that make a scan when the scanner's suffix (Enter or Tab) follows. */
  readonly minLength: number;
  /** Fewest signs that make a scan without a suffix; null when the scanner always sends one. */
  readonly minLengthWithoutSuffix: number | null;
  /**
   * Key that the scanner sends first, with its modifier if any: `F24`, `Control+KeyB`. Then rhythm decides nothing,
   * and typing is not delayed at all.
   */
  readonly prefix: string | null;
}

export const defaultWedgeRules: WedgeRules = {
  maxGapMs: 60,
  maxGapOnceCertainMs: 150,
  minLength: 4,
  minLengthWithoutSuffix: 8,
  prefix: null,
};

export interface WedgeScan {
  readonly text: string;
  /** When its last key went down, on the records' clock. */
  readonly at: number;
  readonly durationMs: number;
}

/** What to do, in this order: type `release` into the focused field, report `scan`, then drop the event or let it be. */
export interface WedgeOutcome {
  /** The event must not reach the page. */
  readonly swallow: boolean;
  /** Keys held back that turned out to be typing: printable signs, each to be typed as its own `key`. */
  readonly release: readonly KeyRecord[];
  readonly scan: WedgeScan | null;
}

export interface WedgeDecoder {
  /** Decides about one event. Call it for every `keydown` and `keyup`, in order. */
  feed(record: KeyRecord): WedgeOutcome;
  /** Ends a burst whose time is up; call it at `nextDeadline`. `swallow` says nothing here. */
  tick(now: number): WedgeOutcome;
  /** When `tick` is due, on the records' clock; null when nothing is held back. */
  readonly nextDeadline: number | null;
  /** Forgets all keys, for a window that loses the keyboard's focus. Answers with the typing that was held. */
  flush(): readonly KeyRecord[];
}

interface Burst {
  readonly keys: KeyRecord[];
  text: string;
  readonly startedAt: number;
  lastAt: number;
  /** The scanner announced it: no rhythm has to prove anything, and none of it is ever released. */
  readonly announced: boolean;
  /** Set by the first tick behind the end. */
  putOffUntil: number | null;
}

/** A longer text is no identifier; what is over is swallowed and let go. */
const maxTextLength = 256;
/**
 * A key that goes down while the one before it has been down this long belongs to a hand: fingers roll,
 * scanners lift each key first, and those that do not send the next within a USB poll or two.
 */
const handOverlapMs = 15;
/**
 * Every burst's end is put off once: keys stamped before it may still wait behind the timer that asks. A tick later than
 * `lateTickMs` means that the thread was busy, and more may wait.
 */
export const putOffMs = 2;
const lateTickMs = 8;
const putOffWhenLateMs = 16;

function newBurst(at: number, announced: boolean): Burst {
  return { keys: [], text: '', startedAt: at, lastAt: at, announced, putOffUntil: null };
}

/** The sign a key stands for in a scan; null for what is no plain printable key in the layout that is set. */
function signOf(record: KeyRecord, inCertainScan: boolean): string | null {
  if (record.ctrl || record.alt || record.meta || record.altGraph) {
    return null;
  }
  // A dead key, or the pad without NumLock, cannot be typed again if it turns out to be a person's.
  const canBeTypedAgain = Array.from(record.key).length === 1;
  return canBeTypedAgain || inCertainScan ? signOnUsKeyboard(record.code, record.shift) : null;
}

const nothing: WedgeOutcome = { swallow: false, release: [], scan: null };
const swallowed: WedgeOutcome = { swallow: true, release: [], scan: null };

/**
 * Tells a scanner in keyboard mode from a person, key by key, so that the page never sees a scan and a person
 * never notices the decoder. Every sign that could begin a scan is held back until the next one comes or
 * `maxGapMs` is over; a burst is a scan by its length at that rhythm, by its suffix or by its prefix.
 * Anything else than a plain printable key (shortcuts, F-keys, AltGr, auto-repeat, a dead key) is never held.
 * Source: reference on readers, "Keyboard wedge"; UI Events, KeyboardEvent.
 */
export function createWedgeDecoder(rules: WedgeRules): WedgeDecoder {
  const prefix = rules.prefix === null ? null : parseChord(rules.prefix);
  let burst: Burst | null = null;
  /** Keys whose going down the page never saw; it must not see them coming up either. */
  const hiddenDown = new Set<string>();
  /** The sign's key that went down last, as long as it is down: overlap tells hands. */
  let lastDown: { readonly code: string; readonly at: number } | null = null;
  /** Scanners may send two suffixes (CR LF): until then a further one belongs to the scan just read. */
  let tailUntil = Number.NEGATIVE_INFINITY;

  function isCertain({ announced, keys }: Burst): boolean {
    return announced || (rules.minLengthWithoutSuffix !== null && keys.length >= rules.minLengthWithoutSuffix);
  }

  function endOf(held: Burst): number {
    return held.lastAt + (isCertain(held) ? rules.maxGapOnceCertainMs : rules.maxGapMs);
  }

  function release(): readonly KeyRecord[] {
    const keys = burst?.keys ?? [];
    burst = null;
    for (const { code } of keys) {
      hiddenDown.delete(code);
    }
    return keys;
  }

  /** The event goes to the page, after what was held. */
  const pass = (): WedgeOutcome => ({ swallow: false, release: release(), scan: null });

  /** The event belongs to the scan that is being read, without adding a sign to it. */
  function absorb(held: Burst, record: KeyRecord): void {
    hiddenDown.add(record.code);
    held.lastAt = Math.max(held.lastAt, record.at);
    held.putOffUntil = null;
  }

  function finishScan(held: Burst): WedgeScan | null {
    burst = null;
    tailUntil = held.lastAt + rules.maxGapOnceCertainMs;
    return held.text === '' ? null : { text: held.text, at: held.lastAt, durationMs: held.lastAt - held.startedAt };
  }

  /** Time is up: a burst that is certain was a scan, any other was typing. */
  function expire(held: Burst): WedgeOutcome {
    return isCertain(held) ? { swallow: false, release: [], scan: finishScan(held) } : pass();
  }

  /** Did a hand type the burst's last key? It is still down, longer than a scanner leaves a key before the next. */
  function isTypedByHand(held: Burst, at: number): boolean {
    return !isCertain(held) && lastDown !== null && lastDown.at === held.lastAt && at - lastDown.at >= handOverlapMs;
  }

  function handlePrefix(record: KeyRecord): WedgeOutcome {
    burst = newBurst(record.at, true);
    hiddenDown.add(record.code);
    return swallowed;
  }

  /** A suffix ends a burst that is long enough; otherwise it is the Enter or Tab of a person. */
  function handleSuffix(record: KeyRecord): WedgeOutcome {
    if (burst === null) {
      const isTail = record.at <= tailUntil;
      if (isTail) {
        hiddenDown.add(record.code);
      }
      return isTail ? swallowed : nothing;
    }
    const isScan = burst.announced || burst.keys.length >= rules.minLength;
    if (!isScan || isTypedByHand(burst, record.at)) {
      return pass();
    }
    absorb(burst, record);
    return { swallow: true, release: [], scan: finishScan(burst) };
  }

  /** A printable key: the next of a burst, the first of one, or a person's. */
  function handleSign(record: KeyRecord, sign: string): WedgeOutcome {
    // What a hand typed goes out; this key itself may still be the first of a scan.
    const given = burst !== null && isTypedByHand(burst, record.at) ? release() : [];
    lastDown = { code: record.code, at: record.at };
    // No scan begins with a space, and buttons wait for one; behind a prefix no scan begins by itself.
    if (burst === null && (prefix !== null || sign === ' ')) {
      return { swallow: false, release: given, scan: null };
    }
    burst ??= newBurst(record.at, false);
    absorb(burst, record);
    if (burst.keys.length < maxTextLength) {
      burst.keys.push(record);
      burst.text += sign;
    }
    return { swallow: true, release: given, scan: null };
  }

  /** A key that is no sign: a person's command, unless it comes in the middle of a scan. */
  function handleOther(record: KeyRecord): WedgeOutcome {
    if (burst === null || isModifierKey(record.code)) {
      return nothing;
    }
    const isSeparator = burst.keys.length >= rules.minLength && isChord(record, groupSeparatorChord);
    if (isSeparator || isCertain(burst)) {
      absorb(burst, record);
      return swallowed;
    }
    return pass();
  }

  function handleDown(record: KeyRecord): WedgeOutcome {
    if (record.repeat) {
      // Something lying on a key must not break the scan that arrives meanwhile.
      return hiddenDown.has(record.code) ? swallowed : nothing;
    }
    hiddenDown.delete(record.code);
    if (prefix !== null && isChord(record, prefix)) {
      return handlePrefix(record);
    }
    if (suffixChords.some((chord) => isChord(record, chord))) {
      return handleSuffix(record);
    }
    const sign = signOf(record, burst !== null && isCertain(burst));
    return sign === null ? handleOther(record) : handleSign(record, sign);
  }

  function handleUp(record: KeyRecord): WedgeOutcome {
    if (lastDown?.code === record.code) {
      lastDown = null;
    }
    return hiddenDown.delete(record.code) ? swallowed : nothing;
  }

  return {
    feed(record) {
      const expired = burst !== null && record.at > endOf(burst) ? expire(burst) : nothing;
      const outcome = record.type === 'down' ? handleDown(record) : handleUp(record);
      return {
        swallow: outcome.swallow,
        release: [...expired.release, ...outcome.release],
        scan: expired.scan ?? outcome.scan,
      };
    },

    tick(now) {
      const held = burst;
      if (held === null || now < (held.putOffUntil ?? endOf(held))) {
        return nothing;
      }
      if (held.putOffUntil === null) {
        held.putOffUntil = now + (now - endOf(held) > lateTickMs ? putOffWhenLateMs : putOffMs);
        return nothing;
      }
      return expire(held);
    },

    get nextDeadline() {
      return burst === null ? null : (burst.putOffUntil ?? endOf(burst));
    },

    flush() {
      const typed = burst !== null && isCertain(burst) ? [] : release();
      burst = null;
      hiddenDown.clear();
      lastDown = null;
      tailUntil = Number.NEGATIVE_INFINITY;
      return typed;
    },
  };
}
