// SPDX-License-Identifier: MIT
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { inOutput, inProject } from '../../build/project-paths';
import { runQuietly } from '../../build/run-command';

/** One libFuzzer program. */
export interface Fuzzer {
  readonly name: 'frame' | 'machine' | 'footprint';
  readonly longestInput: number;
  /** The sources in native/ that it must cover whole. */
  readonly sources: readonly string[];
}

export const fuzzers: readonly Fuzzer[] = [
  {
    name: 'frame',
    longestInput: 128,
    sources: ['transaction/frame.cpp', 'transaction/frame_fields.h'],
  },
  {
    name: 'machine',
    longestInput: 400,
    sources: [
      'transaction/application.cpp',
      'transaction/helper_machine.cpp',
      'transaction/message_sender.cpp',
      'transaction/outcome.cpp',
      'transaction/plan.cpp',
      'transaction/platform_error.cpp',
      'transaction/preparation.cpp',
      'transaction/settling.cpp',
      'transaction/sha256.cpp',
      'transaction/taking_back.cpp',
    ],
  },
  {
    name: 'footprint',
    longestInput: 512,
    sources: ['stack/linux/footprint_codec.cpp'],
  },
];

/** Percent of the inputs that must get past the first checks: what is to be tried lies behind them. */
const leastAccepted = 5;

/** Where everything that a run makes is kept. */
export const folder = inOutput('fuzz');
export const program = ({ name }: Fuzzer) =>
  inOutput('native', 'linux-x64-fuzz', 'test', `${name}_fuzz`);
/** What the run has covered. */
export const profile = ({ name }: Fuzzer) => path.join(folder, `${name}.profraw`);

/** The program tells its share at the end, which it does not reach when it finds something. */
function acceptedPercent(output: string): number {
  return Number(/^accepted ([\d.]+) %/m.exec(output)?.[1] ?? 0);
}

/** Fuzzes for some seconds and tells what came of it; false when something was found or most inputs led nowhere. */
export async function fuzz(fuzzer: Fuzzer, seconds: number): Promise<boolean> {
  const found = path.join(folder, 'corpus', fuzzer.name);
  mkdirSync(found, { recursive: true });
  const { exitCode, output } = await runQuietly(
    program(fuzzer),
    [`-max_total_time=${seconds}`, `-max_len=${fuzzer.longestInput}`, '-print_final_stats=1']
      .concat('-verbosity=0', `-artifact_prefix=${folder}/${fuzzer.name}-`)
      .concat(found, inProject('test', 'fuzz', 'corpus', fuzzer.name)),
    { env: { ...process.env, LLVM_PROFILE_FILE: profile(fuzzer) } },
  );
  console.log(`\n${fuzzer.name}_fuzz ended with ${exitCode}\n${output}`);
  return exitCode === 0 && acceptedPercent(output) >= leastAccepted;
}
