// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Set by test/mutation/ipc-mutants.ts: which file is read from where instead. */
const { MUTATED_FILE: file = '', MUTANT: mutant = '' } = process.env;

export default defineConfig({
  plugins: [
    {
      name: 'mutant',
      enforce: 'pre',
      load: (id) => (id === file ? readFileSync(mutant, 'utf8') : null),
    },
  ],
  test: { environment: 'node', include: ['test/unit/electron/ipc-*.test.ts'] },
});
