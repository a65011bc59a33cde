/** Bytes put one after the other into memory that grows by doubling and is wiped when it is left behind. */
export interface ByteWriter {
  put(bytes: Uint8Array): void;
  putByte(byte: number): void;
  /** What was put, in memory of its own; the writer's is wiped, and it must not be used again. */
  finish(): Buffer;
}

const firstSize = 4096;

export function createByteWriter(): ByteWriter {
  let memory = Buffer.alloc(firstSize);
  let used = 0;

  function makeRoom(more: number): void {
    if (used + more <= memory.length) return;
    const larger = Buffer.alloc(Math.max(memory.length * 2, used + more));
    larger.set(memory.subarray(0, used));
    memory.fill(0);
    memory = larger;
  }

  return {
    put(bytes) {
      makeRoom(bytes.length);
      memory.set(bytes, used);
      used += bytes.length;
    },
    putByte(byte) {
      makeRoom(1);
      memory[used] = byte;
      used += 1;
    },
    finish() {
      // Not a view: a pool's memory that others share could not be wiped.
      const result = Buffer.alloc(used);
      result.set(memory.subarray(0, used));
      memory.fill(0);
      return result;
    },
  };
}
