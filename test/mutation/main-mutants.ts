// SPDX-License-Identifier: MIT
import { mkdirSync, writeFileSync } from 'node:fs';
import { inOutput, inProject } from '../../build/project-paths';
import { runQuietly } from '../../build/run-command';
import { mutantOf } from './mutant';
import type { Mutation } from './mutation';

/** Whether a unit test notices. */
export async function isNoticedByUnitTests(mutation: Mutation): Promise<boolean> {
  const mutant = inOutput('mutation', 'mutant.ts');
  mkdirSync(inOutput('mutation'), { recursive: true });
  writeFileSync(mutant, mutantOf(mutation));
  const { exitCode } = await runQuietly(
    process.execPath,
    [inProject('node_modules', 'vitest', 'vitest.mjs'), 'run', '--bail=1'].concat(
      '--config=test/mutation/vitest.config.mts',
    ),
    {
      env: {
        ...process.env,
        MUTANT: mutant,
        MUTATED_FILE: inProject(mutation.file),
        MUTANT_TESTS: mutation.tests,
        PAYLOADS_PER_CHANNEL: '20',
      },
    },
  );
  return exitCode !== 0;
}
