// SPDX-License-Identifier: MIT
import { defineConfig } from 'vitest/config';

/** test/runner/cli.ts builds the addon, the helper and the bundle first. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/cli/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
