// SPDX-License-Identifier: MIT
import { inProject } from '../../build/project-paths';
import { runCommand } from '../../build/run-command';
import { provideBundles } from '../../build/set-up/bundles';
import { provideElectron } from '../../build/set-up/electron-runtime';
import { buildNative, crossBuild } from '../../build/set-up/native-build';
import { provideWindowsNode } from '../../build/set-up/windows-node';
import { startVirtualDisplay } from '../../build/virtual-display';
import { windowsNodeVariable } from '../fault/hosts';
import { judge } from './counts';
import type { Counts } from './counts';
import { addNetworkNamespace } from './network-namespace';
import { readVitest, reportFile } from './reports';
import { provideWine } from './wine';

/** How often each fault is tried. */
export type FaultCut = 'once' | '20 times, and what takes minutes';

/** What one run of Vitest takes besides its configuration. */
interface FaultRun {
  readonly reportName: string;
  /** Parts of the names of test files; none means all that are not excluded. */
  readonly files: readonly string[];
  readonly excluded: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
}

async function runVitest({ reportName, files, excluded, environment }: FaultRun): Promise<Counts> {
  const report = reportFile(reportName);
  const namespace = addNetworkNamespace('faults');
  const display = await startVirtualDisplay();
  const vitest = inProject('node_modules', 'vitest', 'vitest.mjs');
  try {
    const exitCode = await runCommand(
      'ip',
      ['netns', 'exec', namespace.name, process.execPath, vitest, 'run']
        .concat('--config=test/fault/vitest.config.mts', '--reporter=dot', '--reporter=json')
        .concat(`--outputFile.json=${report}`)
        .concat(excluded.map((folder) => `--exclude=test/fault/${folder}/**`))
        .concat(files),
      { env: { ...process.env, DISPLAY: display.name, ...environment } },
    );
    return judge(readVitest(report), exitCode);
  } finally {
    display.stop();
    namespace.remove();
  }
}

/**
 * Kills, hangs, foreign changes, vanishing interfaces: the write side in plain Node on the simulated and the real
 * kernel, and the real app with its window.
 */
export async function runFaults(cut: FaultCut, files: readonly string[] = []): Promise<Counts> {
  await provideElectron();
  await buildNative('all');
  await provideBundles();
  return runVitest({
    reportName: 'faults.json',
    files,
    excluded: cut === 'once' ? ['long', 'windows'] : ['windows'],
    environment: { FAULT_REPETITIONS: cut === 'once' ? '1' : '20' },
  });
}

/** Kills of the write side in a Windows node.exe under Wine: a few, or at every point twice, and the watchdog. */
export async function runWindowsFaults(cut: 'a few' | 'all, twice'): Promise<Counts> {
  await buildNative('all');
  await buildNative('all', crossBuild);
  const node = await provideWindowsNode();
  provideWine();
  return runVitest({
    reportName: 'windows-faults.json',
    files: cut === 'a few' ? ['windows/few-kills'] : ['windows/all-kills', 'windows/hangs'],
    excluded: [],
    environment: {
      FAULT_REPETITIONS: cut === 'a few' ? '1' : '2',
      [windowsNodeVariable]: node,
    },
  });
}
