import { defineConfig } from 'vitest/config';
import { PATIENCE_MS } from './test/support/patience.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Tests wait for processes, a browser and time-outs more than they compute: two at a time suit two cores.
    maxWorkers: 2,
    // No test replaces a module, and the two that turn a clock turn it back: files may share one load of the code, which took a third of the time.
    isolate: false,
    // Threads that tests start load our code as those of `npm start` do: compiled before.
    execArgv: ['--import', new URL('src/compile-cache.js', import.meta.url).href],
    globalSetup: 'test/support/run-folder.ts',
    // Tests wait for events; how long is said for failures alone, on machines that are busy with other things.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: PATIENCE_MS } },
  },
});
