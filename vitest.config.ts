import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,port,flow,vectors,migration}/**/*.test.{ts,tsx}'],
    // Sockets and simulators run inside the tests: two cores are all there is on the smallest machine.
    maxWorkers: 2,
    testTimeout: 20_000,
  },
});
