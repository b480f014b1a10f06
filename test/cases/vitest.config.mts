// SPDX-License-Identifier: MIT
import { defineConfig } from 'vitest/config';

/** test/runner/cases.ts builds the addon first. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/cases/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
