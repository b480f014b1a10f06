// SPDX-License-Identifier: MIT
import { inProject } from '../../build/project-paths';
import { runCommand } from '../../build/run-command';
import { buildNative } from '../../build/set-up/native-build';
import { judge } from './counts';
import type { Counts } from './counts';
import { addNetworkNamespace } from './network-namespace';
import { readVitest, reportFile } from './reports';

/** How often each fault is tried. */
export type FaultCut = 'once' | '20 times, and what takes minutes';

/** Kills, foreign changes, vanishing interfaces: the write side in plain Node, on the simulated and the real kernel. */
export async function runFaults(cut: FaultCut, files: readonly string[] = []): Promise<Counts> {
  await buildNative('all');
  const report = reportFile('faults.json');
  const namespace = addNetworkNamespace('faults');
  const vitest = inProject('node_modules', 'vitest', 'vitest.mjs');
  try {
    const exitCode = await runCommand(
      'ip',
      ['netns', 'exec', namespace.name, process.execPath, vitest, 'run']
        .concat('--config=test/fault/vitest.config.mts', '--reporter=dot', '--reporter=json')
        .concat(`--outputFile.json=${report}`, files),
      { env: { ...process.env, FAULT_REPETITIONS: cut === 'once' ? '1' : '20' } },
    );
    return judge(readVitest(report), exitCode);
  } finally {
    namespace.remove();
  }
}
