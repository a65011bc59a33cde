import { expect, it } from 'vitest';
import { runMachine, whyNoMachine } from '../../build/hardware/machine.ts';

// The tests themselves run inside a booted kernel (guest/main.ts); here each of them becomes one of this run's.

const reason = whyNoMachine();

if (reason === null) {
  // CI has everything that the tests need: there a skip hides something.
  for (const { title, kind, detail } of await runMachine()) {
    if (kind === 'skipped' && !process.env.CI) {
      it.skip(`${title}: ${detail}`);
    } else {
      it(title, () => expect(kind, detail || kind).toBe('passed'));
    }
  }
} else if (process.env.CI) {
  it('has a machine to test real devices on', () => expect.fail(reason));
} else {
  it.skip(`real devices: ${reason}`);
}
