import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Some tests start whole processes, on machines that are busy with other tests.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
