// SPDX-License-Identifier: MIT
import { provideElectron } from '../../build/set-up/electron-runtime';
import { buildNative, crossBuild } from '../../build/set-up/native-build';
import { provideWindowsNode } from '../../build/set-up/node-releases';
import { startVirtualDisplay } from '../../build/virtual-display';
import { windowsNodeVariable } from '../fault/hosts';
import { setup as bundleFaultPrograms } from '../fault/set-up';
import { sum } from './counts';
import type { Counts } from './counts';
import { addNetworkNamespace } from './network-namespace';
import { runVitestInNamespace } from './vitest-in-namespace';
import { provideWine, systemWine, wineEnvironment } from './wine';
import type { Wine } from './wine';

const repeated = (times: number) => ({ FAULT_REPETITIONS: String(times) });
const [once, twice, twentyTimes] = [repeated(1), repeated(2), repeated(20)];

/** What one run of Vitest takes besides its configuration. */
interface FaultRun {
  /** The one of this process unless given. */
  readonly node?: string;
  readonly reportName: string;
  /** Parts of the names of test files; none means all that are not excluded. */
  readonly files: readonly string[];
  /** Globs below test/fault. */
  readonly excluded: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
}

async function runVitest({ excluded, environment, ...run }: FaultRun): Promise<Counts> {
  const namespace = addNetworkNamespace('faults');
  const display = await startVirtualDisplay();
  try {
    return await runVitestInNamespace({
      namespace: namespace.name,
      folder: 'fault',
      reporter: 'dot',
      ...run,
      more: excluded.map((place) => `--exclude=test/fault/${place}`).concat(run.files),
      environment: { DISPLAY: display.name, ...environment },
    });
  } finally {
    display.stop();
    namespace.remove();
  }
}

/** What minutes go by in, mostly waiting for limits of the app and the helper. */
const slow = {
  files: ['test/fault/app-kills', 'test/fault/long/'],
  places: ['app-kills*', 'long/**'],
};

async function provideFaultPrograms(): Promise<void> {
  await provideElectron();
  await buildNative('all');
  await bundleFaultPrograms();
}

/**
 * Kills, hangs, foreign changes, vanishing interfaces: the write side in plain Node on the simulated and the real
 * kernel, and the real app with its window. Each once, without what takes minutes.
 */
export async function runFaultsOnce(): Promise<Counts> {
  await provideFaultPrograms();
  return runVitest({
    reportName: 'faults.json',
    files: [],
    excluded: ['long/**', 'windows/**'],
    environment: once,
  });
}

/** What of it runs in plain Node, in another one than this: without the app and its window. */
export async function runFaultsInNode(node: string): Promise<Counts> {
  await buildNative('all');
  await bundleFaultPrograms();
  return runVitest({
    node,
    reportName: 'faults.json',
    files: [],
    excluded: ['app-kills*', 'long/**', 'windows/**'],
    environment: once,
  });
}

/** Those in the files whose names hold one of these parts, 20 times each. */
export async function runNamedFaults(files: readonly string[]): Promise<Counts> {
  if (files.some((file) => file.includes('windows')))
    return runWindowsFaults('all, twice', systemWine());
  await provideFaultPrograms();
  const excluded = ['windows/**'];
  return runVitest({ reportName: 'faults.json', files, excluded, environment: twentyTimes });
}

/** All of them, 20 times each; beside them what takes minutes, and then those of the Windows programs. */
export async function runAllFaults(): Promise<Counts> {
  await provideFaultPrograms();
  const many = runVitest({
    reportName: 'faults.json',
    files: [],
    excluded: [...slow.places, 'windows/**'],
    environment: twentyTimes,
  });
  const long = await runVitest({
    reportName: 'long-faults.json',
    files: slow.files,
    excluded: [],
    environment: twentyTimes,
  });
  return sum([long, await runWindowsFaults('all, twice', systemWine()), await many]);
}

/** Kills of the write side in a Windows node.exe under Wine: a few, or at every point twice, and the watchdog. */
export async function runWindowsFaults(cut: 'a few' | 'all, twice', wine: Wine): Promise<Counts> {
  await buildNative('all');
  await bundleFaultPrograms();
  await buildNative('all', crossBuild);
  const node = await provideWindowsNode();
  provideWine(wine);
  return runVitest({
    reportName: 'windows-faults.json',
    files: cut === 'a few' ? ['windows/few-kills'] : ['windows/all-kills', 'windows/hangs'],
    excluded: [],
    environment: {
      ...(cut === 'a few' ? once : twice),
      ...wineEnvironment(wine),
      [windowsNodeVariable]: node,
    },
  });
}
