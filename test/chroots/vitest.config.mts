// SPDX-License-Identifier: MIT
import { defineConfig } from 'vitest/config';

/** test/chroots/run.ts makes the packages and the systems. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/chroots/**/*.test.ts'],
    fileParallelism: false,
    // What is installed once is used, upgraded and removed by the tests that follow.
    bail: 1,
    testTimeout: 300_000,
    hookTimeout: 60_000,
  },
});
