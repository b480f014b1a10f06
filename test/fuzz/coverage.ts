// SPDX-License-Identifier: MIT
import path from 'node:path';
import { inProject } from '../../build/project-paths';
import { captureCommand } from '../../build/run-command';
import { SetUpProblem } from '../../build/set-up/set-up-problem';
import { folder, profile, program } from './fuzzer';
import type { Fuzzer } from './fuzzer';

/** The part of `llvm-cov export` that is read here. */
interface Export {
  readonly data: readonly { readonly totals: Readonly<Record<string, { percent: number }>> }[];
}

function llvm(tool: string, ...commandArguments: readonly string[]): string {
  const { exitCode, output } = captureCommand(`llvm-${tool}-16`, commandArguments);
  if (exitCode !== 0) throw new SetUpProblem(`llvm-${tool}-16: ${output}`);
  return output;
}

/** Tells what a fuzzer's run has covered; false when a line or a branch of its sources was never reached. */
export function isCovered(fuzzer: Fuzzer): boolean {
  const merged = path.join(folder, `${fuzzer.name}.profdata`);
  llvm('profdata', 'merge', '--sparse', `--output=${merged}`, profile(fuzzer));
  const sources = fuzzer.sources.map((file) => inProject('native', file));
  const about = [program(fuzzer), `--instr-profile=${merged}`, ...sources];
  console.log(`\nCoverage by ${fuzzer.name}_fuzz\n${llvm('cov', 'report', ...about)}`);
  const { data } = JSON.parse(llvm('cov', 'export', '--summary-only', ...about)) as Export;
  return ['lines', 'branches'].every((kind) => data[0]?.totals[kind]?.percent === 100);
}
