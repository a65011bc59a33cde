import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isRunning, processMark } from '../journal/process-mark.ts';
import type { TillsHere } from './doctor-place.ts';

/**
 * Which till runs in a folder, for whoever looks from outside. It locks nothing: a mark of a process that is gone counts
 * for nothing, and a disk that takes none is no reason not to start.
 */
const runningMarkName = 'running';

/** Answers with the function that takes the mark away; what was there before is told by `whoRuns`. */
export function leaveRunningMark(folder: string): () => void {
  const file = path.join(folder, runningMarkName);
  const mark = processMark() ?? '';
  try {
    writeFileSync(file, mark, { mode: 0o600 });
  } catch {
    // Then nobody is told.
  }
  return () => {
    if (readMark(file) === mark) {
      rmSync(file, { force: true });
    }
  };
}

function readMark(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

export function whoRuns(folder: string): TillsHere {
  const mark = readMark(path.join(folder, runningMarkName));
  if (mark === '') {
    return 'none';
  }
  if (!isRunning(mark)) {
    return 'left-behind';
  }
  return mark === processMark() ? 'this' : 'another';
}
