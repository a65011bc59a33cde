import { createWedgeDecoder, defaultWedgeRules, type KeyRecord, type WedgeOutcome } from '../../shared/domain/wedge.ts';
import { eventsOf, meaningOf, placeOf, type Stroke, scannerStrokes } from '../unit/domain/wedge-desk.ts';
import type { ScanGuard } from './scan-desk.ts';
import type { Story, TypingEpisode, WedgeScanEpisode } from './scan-stories.ts';
import type { SimulatedTime } from './simulated-time.ts';

// The keyboard that a person and a scanner share, the preload's listener, and a page with three fields.

const prefixKey = 'F24';
const mostGapBeforeCertainMs = 50;
const keysUntilCertain = 8;

export interface LaidKeyboard {
  readonly events: readonly KeyRecord[];
  readonly focus: readonly { readonly atMs: number; readonly field: number }[];
  readonly codes: readonly string[];
  /** What ought to stand in each field. */
  readonly typed: readonly string[];
}

function scanStrokes(episode: WedgeScanEpisode, code: string, at: number, hasPrefix: boolean): Stroke[] {
  // Without a prefix a scan begins at a scanner's rhythm; once it is certain, it may stutter.
  const gapsMs = Array.from({ length: code.length + 1 }, (_, index) => {
    const gapMs = episode.gapsMs[index % episode.gapsMs.length] ?? 0;
    return hasPrefix || index >= keysUntilCertain ? gapMs : gapMs % mostGapBeforeCertainMs;
  });
  const prefix: Stroke[] = hasPrefix ? [{ place: { code: prefixKey, shift: false }, downAt: at, upAt: at }] : [];
  const startAt = at + (hasPrefix ? (gapsMs[0] ?? 0) : 0);
  return [...prefix, ...scannerStrokes(code, { startAt, gapsMs, suffix: episode.suffix })];
}

function typingStrokes(episode: TypingEpisode, startAt: number): Stroke[] {
  let at = startAt;
  let wasRolled = true;
  const strokes = episode.keys.map(({ sign, gapMs, rolledGapMs }): Stroke => {
    // Never three keys in one roll: at most every second gap is short.
    const isRolled = rolledGapMs !== null && !wasRolled;
    at += isRolled && rolledGapMs !== null ? rolledGapMs : gapMs;
    wasRolled = isRolled;
    return { place: placeOf(sign), downAt: at, upAt: at + 18 };
  });
  return episode.endsWithEnter
    ? [...strokes, { place: { code: 'Enter', shift: false }, downAt: at + 90, upAt: at + 108 }]
    : strokes;
}

/** Lays the episodes behind one another and says what ought to come of them. */
export function layKeyboard(story: Story, newCode: (isCard: boolean) => string): LaidKeyboard {
  const typed = ['', '', ''];
  const codes: string[] = [];
  const focus: { atMs: number; field: number }[] = [];
  const all: Stroke[] = [];
  let at = 1_000;
  for (const [index, episode] of story.keyboard.entries()) {
    let strokes: Stroke[];
    if (episode.kind === 'scan') {
      const code = newCode(episode.isCard);
      codes.push(code);
      strokes = scanStrokes(episode, code, at, story.hasPrefix);
    } else {
      focus.push({ atMs: at - 1, field: episode.field });
      strokes = typingStrokes(episode, at);
      const signs = strokes.map(({ place }) => (place.code === 'Enter' ? '<Enter>' : meaningOf(place, story.layout)));
      typed[episode.field] += signs.join('');
    }
    all.push(...strokes);
    at = (strokes.at(-1)?.upAt ?? at) + (story.pauseMs[index % story.pauseMs.length] ?? 500);
  }
  return { events: eventsOf(all, story.layout), focus, codes, typed };
}

interface KeyboardOptions {
  readonly story: Story;
  readonly time: SimulatedTime;
  readonly breaking: ScanGuard | null;
  readonly onScan: (text: string) => void;
}

/** The listener of `preload/wedge-listener.ts` over a page of our own: what it does with each outcome is the same. */
export function createScanKeyboard({ story, time, breaking, onScan }: KeyboardOptions) {
  const rules = {
    ...defaultWedgeRules,
    prefix: story.hasPrefix ? prefixKey : null,
    ...(breaking === 'short-gap' ? { maxGapMs: 20, maxGapOnceCertainMs: 20 } : {}),
  };
  const decoder = createWedgeDecoder(rules);
  const fields = ['', '', ''];
  let focused = 0;
  let forgetTick = (): void => {};

  const arrive = ({ key }: KeyRecord): void => {
    fields[focused] += Array.from(key).length === 1 ? key : `<${key}>`;
  };

  function settle({ release, scan }: WedgeOutcome): void {
    for (const record of release) {
      arrive(record);
    }
    if (scan !== null) {
      onScan(scan.text);
    }
    forgetTick();
    const deadline = decoder.nextDeadline;
    if (deadline !== null) {
      forgetTick = time.after(Math.max(0, deadline - time.nowMs), () => settle(decoder.tick(time.nowMs)));
    }
  }

  function handle(record: KeyRecord): void {
    const outcome = decoder.feed(record);
    settle(outcome);
    if (!outcome.swallow && record.type === 'down') {
      arrive(record);
    }
  }

  return {
    play({ events, focus }: LaidKeyboard): void {
      for (const { atMs, field } of focus) {
        time.at(atMs, () => {
          focused = field;
        });
      }
      for (const record of events) {
        time.at(record.at, () => handle(record));
      }
    },
    typed: (): readonly string[] => fields,
  };
}
