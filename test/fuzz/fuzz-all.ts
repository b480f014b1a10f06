// SPDX-License-Identifier: MIT
import { rmSync } from 'node:fs';
import { inProject } from '../../build/project-paths';
import { runCommand } from '../../build/run-command';
import { buildNative, fuzzBuild } from '../../build/set-up/native-build';
import type { Counts } from '../runner/counts';
import { anySeed } from '../runner/seed';
import { isCovered } from './coverage';
import { folder, fuzz, fuzzers } from './fuzzer';

/** The same tests as in `npm test`, with more of everything. */
async function payloadsAndFiles(): Promise<boolean> {
  const seed = process.env['PAYLOADS_SEED'] ?? String(anySeed());
  const fileSeed = process.env['FILE_INPUTS_SEED'] ?? String(anySeed());
  console.log(`\n10,000 payloads for each channel with PAYLOADS_SEED=${seed}`);
  console.log(`10,000 contents for each file with FILE_INPUTS_SEED=${fileSeed}`);
  const exitCode = await runCommand(
    process.execPath,
    [inProject('node_modules', 'vitest', 'vitest.mjs'), 'run'].concat(
      '--config=test/vitest.config.mts',
      'test/unit/electron/ipc-payloads.test.ts',
      'test/unit/electron/file-inputs.test.ts',
    ),
    {
      env: {
        ...process.env,
        PAYLOADS_PER_CHANNEL: '10000',
        PAYLOADS_SEED: seed,
        FILE_INPUTS: '10000',
        FILE_INPUTS_SEED: fileSeed,
      },
    },
  );
  return exitCode === 0;
}

export const usualSeconds = 60;

/** Runs the fuzzers side by side for some seconds, then looks at their coverage, and at payloads and files. */
export async function fuzzAll(seconds: number): Promise<Counts> {
  rmSync(folder, { recursive: true, force: true });
  await buildNative('fuzz', fuzzBuild);
  const results = await Promise.all(fuzzers.map((fuzzer) => fuzz(fuzzer, seconds)));
  // Without a profile, of a program that has found something, there is nothing to tell.
  if (results.every(Boolean)) results.push(...fuzzers.map(isCovered));
  results.push(await payloadsAndFiles());
  const passed = results.filter(Boolean).length;
  return { passed, failed: results.length - passed };
}
