import { expect, it } from 'vitest';
import { runMachine, whyNoMachine } from '../../build/hardware/machine.ts';

// The tests themselves run inside a booted kernel (guest/main.ts); here each of them becomes one of this run's.

const reason = whyNoMachine();

if (reason === null) {
  for (const { title, kind, detail } of await runMachine()) {
    if (kind === 'skipped') {
      it.skip(`${title}: ${detail}`);
    } else {
      it(title, () => expect(kind, detail).toBe('passed'));
    }
  }
} else if (process.env.CI) {
  it('has a machine to test real devices on', () => expect.fail(reason));
} else {
  it.skip(`real devices: ${reason}`);
}
