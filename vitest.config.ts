import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Sockets and simulators run inside the tests: two cores are all there is on the smallest machine.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'fast',
          include: ['test/{unit,port,flow,vectors,migration}/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
        },
      },
      {
        // Boots a machine in `qemu` while it collects: `npm run test:hardware`.
        test: { name: 'hardware', include: ['test/hardware/**/*.test.ts'] },
      },
      {
        // Needs a built dist/, and packages it: `npm run build` first.
        test: { name: 'package', include: ['test/package/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 240_000 },
      },
    ],
  },
});
