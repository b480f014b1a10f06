// SPDX-License-Identifier: MIT
/**
 * `npm run fuzz [-- seconds]`: libFuzzer on the frame decoder, on the helper's state machine and on the footprints of
 * Linux, side by side and for a minute unless told otherwise, then the coverage of each, which must be whole; and 10,000 payloads for every IPC
 * channel and contents for every file that is read. What ends a program is kept in out/fuzz; inputs that reach new code are added to out/fuzz/corpus, and the
 * best of them live in test/fuzz/corpus.
 */
import { rmSync } from 'node:fs';
import { inProject } from '../../build/project-paths';
import { runCommand } from '../../build/run-command';
import { buildNative, fuzzBuild } from '../../build/set-up/native-build';
import { runScript } from '../../build/set-up/set-up-problem';
import { provideSystemTools } from '../../build/set-up/system-tools';
import { isCovered } from './coverage';
import { folder, fuzz, fuzzers } from './fuzzer';

const anySeed = () => String(Math.floor(Math.random() * 2 ** 31));

/** The same tests as in `npm test`, with more of everything. */
async function payloadsAndFiles(): Promise<boolean> {
  const seed = process.env['PAYLOADS_SEED'] ?? anySeed();
  const fileSeed = process.env['FILE_INPUTS_SEED'] ?? anySeed();
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

void runScript(async () => {
  const seconds = Number(process.argv[2] ?? 60);
  provideSystemTools('fuzz');
  rmSync(folder, { recursive: true, force: true });
  await buildNative('fuzz', fuzzBuild);
  const results = await Promise.all(fuzzers.map((fuzzer) => fuzz(fuzzer, seconds)));
  // Without a profile, of a program that has found something, there is nothing to tell.
  if (results.every(Boolean)) results.push(...fuzzers.map(isCovered));
  results.push(await payloadsAndFiles());
  return results.every(Boolean) ? 0 : 1;
});
