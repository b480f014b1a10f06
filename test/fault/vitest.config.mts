// SPDX-License-Identifier: MIT
import { defineConfig } from 'vitest/config';

/** test/runner/faults.ts says which of them to run, and bundles the programs they start. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/fault/**/*.test.ts'],
    // One network namespace and one helper at a time for all of them.
    fileParallelism: false,
    // Tests that run side by side wait for limits of the app and the helper, and do little else.
    maxConcurrency: 24,
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
});
