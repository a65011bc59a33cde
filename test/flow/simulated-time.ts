import type { Timers } from '../../electron/devices/reader/timers.ts';

interface Task {
  readonly dueMs: number;
  /** When it really gets its turn: later than due while the thread is busy. */
  readonly runMs: number;
  readonly rank: number;
  readonly order: number;
  readonly run: () => void | Promise<void>;
  isOff: boolean;
}

export interface BusySpan {
  readonly atMs: number;
  readonly forMs: number;
  /** What comes first when the thread is free again: timers that are due, or events that wait. */
  readonly timersFirst: boolean;
}

/** Time that passes as fast as it can, on a thread that is busy now and then. */
export interface SimulatedTime extends Timers {
  readonly nowMs: number;
  /** Runs an event at a time; one that falls into a busy span waits for its end, in the order of the events. */
  at(dueMs: number, run: () => void | Promise<void>): void;
  runAll(): Promise<void>;
}

function comesBefore(one: Task, other: Task): boolean {
  return (one.runMs - other.runMs || one.rank - other.rank || one.dueMs - other.dueMs || one.order - other.order) < 0;
}

export function createSimulatedTime(busy: readonly BusySpan[]): SimulatedTime {
  const heap: Task[] = [];
  let nowMs = 0;
  let orders = 0;

  function push(task: Task): void {
    let index = heap.push(task) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!comesBefore(task, heap[parent] as Task)) {
        break;
      }
      heap[index] = heap[parent] as Task;
      index = parent;
    }
    heap[index] = task;
  }

  function pop(): Task | undefined {
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) {
      return first;
    }
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      const right = left + 1;
      const hasRight = right < heap.length && comesBefore(heap[right] as Task, heap[left] as Task);
      const child = hasRight ? right : left;
      if (child >= heap.length || !comesBefore(heap[child] as Task, last)) {
        break;
      }
      heap[index] = heap[child] as Task;
      index = child;
    }
    heap[index] = last;
    return first;
  }

  function add(dueMs: number, isTimer: boolean, run: Task['run']): Task {
    let runMs = Math.max(dueMs, nowMs);
    // One span may lead into the next.
    for (let span = spanAt(runMs); span !== undefined; span = spanAt(runMs)) {
      runMs = span.atMs + span.forMs;
    }
    // What is due in the very moment the thread is free again stands behind what has waited.
    const timersFirst = busy.some((span) => span.timersFirst && span.atMs + span.forMs === runMs);
    const task = { dueMs, runMs, rank: isTimer === timersFirst ? 0 : 1, order: orders, run, isOff: false };
    orders += 1;
    push(task);
    return task;
  }

  const spanAt = (ms: number) => busy.find(({ atMs, forMs }) => ms >= atMs && ms < atMs + forMs);

  return {
    get nowMs() {
      return nowMs;
    },
    at: (dueMs, run) => void add(dueMs, false, run),
    after(delayMs, run) {
      const task = add(nowMs + delayMs, true, run);
      return () => {
        task.isOff = true;
      };
    },
    async runAll() {
      for (let task = pop(); task !== undefined; task = pop()) {
        nowMs = Math.max(nowMs, task.runMs);
        if (!task.isOff) {
          await task.run();
        }
      }
    },
  };
}
