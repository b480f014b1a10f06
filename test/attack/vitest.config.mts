// SPDX-License-Identifier: MIT
import { defineConfig } from 'vitest/config';

/** test/runner/attacks.ts builds what is attacked. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/attack/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
