import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Tests wait for processes, a browser and time-outs more than they compute: two at a time suit two cores.
    maxWorkers: 2,
    // Some tests start whole processes, on machines that are busy with other tests.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
