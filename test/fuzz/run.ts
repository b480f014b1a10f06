// SPDX-License-Identifier: MIT
/**
 * `npm run fuzz [-- seconds]`: libFuzzer on the frame decoder and on the helper's state machine, a minute each unless
 * told otherwise, then the coverage of both; and 10,000 payloads for every IPC channel. What ends a program is kept
 * in out/fuzz; inputs that reach new code are added to out/fuzz/corpus, and the best of them live in test/fuzz/corpus.
 */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inOutput, inProject } from '../../build/project-paths';
import { captureCommand, runCommand } from '../../build/run-command';
import { buildNative, fuzzBuild } from '../../build/set-up/native-build';
import { runScript, SetUpProblem } from '../../build/set-up/set-up-problem';
import { provideSystemTools } from '../../build/set-up/system-tools';

interface Fuzzer {
  readonly name: 'frame' | 'machine';
  readonly longestInput: number;
  /** The sources it is meant to cover. */
  readonly sources: readonly string[];
}

const fuzzers: readonly Fuzzer[] = [
  { name: 'frame', longestInput: 128, sources: ['frame.cpp'] },
  {
    name: 'machine',
    longestInput: 600,
    sources: [
      'application',
      'helper_machine',
      'plan',
      'preparation',
      'settling',
      'taking_back',
    ].map((name) => `${name}.cpp`),
  },
];

const folder = inOutput('fuzz');
const program = ({ name }: Fuzzer) => inOutput('native', 'linux-x64-fuzz', 'test', `${name}_fuzz`);
const profile = ({ name }: Fuzzer) => path.join(folder, `${name}.profraw`);

async function fuzz(fuzzer: Fuzzer, seconds: number): Promise<boolean> {
  const found = path.join(folder, 'corpus', fuzzer.name);
  mkdirSync(found, { recursive: true });
  const exitCode = await runCommand(
    program(fuzzer),
    [`-max_total_time=${seconds}`, `-max_len=${fuzzer.longestInput}`, '-print_final_stats=1']
      .concat('-verbosity=0', `-artifact_prefix=${folder}/${fuzzer.name}-`)
      .concat(found, inProject('test', 'fuzz', 'corpus', fuzzer.name)),
    { env: { ...process.env, LLVM_PROFILE_FILE: profile(fuzzer) } },
  );
  return exitCode === 0;
}

function llvm(tool: string, ...commandArguments: readonly string[]): string {
  const { exitCode, output } = captureCommand(`llvm-${tool}-16`, commandArguments);
  if (exitCode !== 0) throw new SetUpProblem(`llvm-${tool}-16: ${output}`);
  return output;
}

function coverage(fuzzer: Fuzzer): string {
  const merged = path.join(folder, `${fuzzer.name}.profdata`);
  llvm('profdata', 'merge', '--sparse', `--output=${merged}`, profile(fuzzer));
  const sources = fuzzer.sources.map((file) => inProject('native', 'transaction', file));
  return llvm('cov', 'report', program(fuzzer), `--instr-profile=${merged}`, ...sources);
}

/** The same test as in `npm test`, with more of everything. */
function payloads(): Promise<number> {
  return runCommand(
    process.execPath,
    [inProject('node_modules', 'vitest', 'vitest.mjs'), 'run'].concat(
      '--config=test/vitest.config.mts',
      'test/unit/electron/ipc-handle.test.ts',
    ),
    { env: { ...process.env, PAYLOADS_PER_CHANNEL: '10000' } },
  );
}

void runScript(async () => {
  const seconds = Number(process.argv[2] ?? 60);
  provideSystemTools('fuzz');
  rmSync(folder, { recursive: true, force: true });
  await buildNative('fuzz', fuzzBuild);
  const results: boolean[] = [];
  for (const fuzzer of fuzzers) results.push(await fuzz(fuzzer, seconds));
  for (const fuzzer of fuzzers)
    console.log(`\nCoverage by ${fuzzer.name}_fuzz\n${coverage(fuzzer)}`);
  results.push((await payloads()) === 0);
  return results.every(Boolean) ? 0 : 1;
});
