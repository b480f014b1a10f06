// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Set by test/mutation/main-mutants.ts: which file is read from where instead, and what is to notice. */
const { MUTATED_FILE: file = '', MUTANT: mutant = '', MUTANT_TESTS: tests = '' } = process.env;

export default defineConfig({
  plugins: [
    {
      name: 'mutant',
      enforce: 'pre',
      load: (id) => (id === file ? readFileSync(mutant, 'utf8') : null),
    },
  ],
  test: { environment: 'node', include: [`${tests}.test.ts`] },
});
