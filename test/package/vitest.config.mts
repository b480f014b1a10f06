// SPDX-License-Identifier: MIT
import { defineConfig } from 'vitest/config';

/** test/package/run.ts makes the packages that are looked at. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/package/**/*.test.ts'],
    globalSetup: ['test/fault/set-up.ts'],
    // They start the same program, and one of them looks at all that listens.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
