// SPDX-License-Identifier: MIT
import { defineConfig } from 'vitest/config';

/** Set by test/runner/faults.ts: every fault 20 times, and those that take minutes. */
const isLong = Number(process.env['FAULT_REPETITIONS'] ?? 1) > 1;

export default defineConfig({
  test: {
    environment: 'node',
    include: isLong ? ['test/fault/**/*.test.ts'] : ['test/fault/*.test.ts'],
    globalSetup: ['test/fault/set-up.ts'],
    // One network namespace and one helper at a time for all of them.
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
});
