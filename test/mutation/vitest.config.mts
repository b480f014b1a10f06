// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** What is to notice; and, of main-mutants.ts, which file is read from where instead. */
const { MUTANT_TESTS: tests = '', MUTATED_FILE: file = '', MUTANT: mutant = '' } = process.env;

export default defineConfig({
  plugins: [
    {
      name: 'mutant',
      enforce: 'pre',
      load: (id) => (id === file ? readFileSync(mutant, 'utf8') : null),
    },
  ],
  test: {
    environment: 'node',
    // Wide: that a loaded machine is slow must not seem to be noticed.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    include: [`${tests}.test.ts`],
  },
});
