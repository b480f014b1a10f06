// SPDX-License-Identifier: MIT
import { mkdirSync, writeFileSync } from 'node:fs';
import { inOutput, inProject } from '../../build/project-paths';
import { captureCommand } from '../../build/run-command';
import { mutantOf } from './mutant';
import type { Mutation } from './mutations';

/** Whether a test of the way in notices. */
export function isNoticedByIpcTests(mutation: Mutation): boolean {
  const mutant = inOutput('mutation', 'mutant.ts');
  mkdirSync(inOutput('mutation'), { recursive: true });
  writeFileSync(mutant, mutantOf(mutation));
  const { exitCode } = captureCommand(
    process.execPath,
    [inProject('node_modules', 'vitest', 'vitest.mjs'), 'run', '--bail=1'].concat(
      '--config=test/mutation/vitest.config.mts',
    ),
    {
      env: {
        ...process.env,
        MUTANT: mutant,
        MUTATED_FILE: inProject(mutation.file),
        PAYLOADS_PER_CHANNEL: '20',
      },
    },
  );
  return exitCode !== 0;
}
