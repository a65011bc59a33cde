import type { KnownData, Rules } from './data.ts';
import type { SentCode } from './levers.ts';
import { beginState, type WorldState } from './state.ts';
import { digestOf, writeStateFile } from './state-file.ts';
import { createWorld, type World } from './world.ts';

interface KeeperOptions {
  readonly data: KnownData;
  /** A state that was kept; else the world begins with the data. */
  readonly state?: WorldState | undefined;
  readonly stateFile?: string | undefined;
  readonly seed: number;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly unconfirmedCards?: Rules['unconfirmedCards'] | undefined;
  readonly onCodeSent: (code: SentCode) => void;
}

/** Holds the one world that there is, begins it anew and keeps it on disk where it was asked to. */
export interface WorldKeeper {
  readonly world: () => World;
  /** A new world from the same data. */
  begin(): void;
  /** Writes the state down, if there is a file for it. */
  keep(): void;
}

/** Begins or goes on with a world. Throws where two wallets of the data claim one thing, and what a full disk throws. */
export function createWorldKeeper(options: KeeperOptions): WorldKeeper {
  const { data, stateFile, seed, clock } = options;
  const dataDigest = digestOf(data);

  function bring(state: WorldState): World {
    return createWorld(state, {
      clock,
      onCodeSent: ({ confirmed: _confirmed, ...code }) => options.onCodeSent(code),
    });
  }

  function fresh(): World {
    const state = beginState({ data, dataDigest, bornAt: Math.floor(clock() / 1000), seed });
    if (options.unconfirmedCards !== undefined) state.data.rules.unconfirmedCards = options.unconfirmedCards;
    return bring(state);
  }

  function keep(): void {
    if (stateFile !== undefined) writeStateFile(stateFile, world.state);
  }

  // Cloned: the world changes its state, and whoever gave it may look at it again.
  let world = options.state === undefined ? fresh() : bring(structuredClone(options.state));
  keep();

  return {
    world: () => world,
    begin() {
      world = fresh();
      keep();
    },
    keep,
  };
}
