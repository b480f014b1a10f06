// SPDX-License-Identifier: MIT
import { inOutput, inProject } from '../../build/project-paths';
import { runCommand } from '../../build/run-command';
import { cppSources } from '../../build/set-up/cpp-sources';
import { buildNative, cmakeFolder } from '../../build/set-up/native-build';
import { provideSystemTools } from '../../build/set-up/system-tools';
import { runClangTidy } from './clang-tidy';
import { fromExitCode, judge, sum } from './counts';
import type { Counts } from './counts';
import { runCtest } from './ctest';
import { runChroots } from '../chroots/chroots';
import { measureAll } from '../bench/measure-all';
import { fuzzAll, usualSeconds } from '../fuzz/fuzz-all';
import { runKeeper } from '../keeper/keeper';
import { uphold, usualCases } from '../law/law';
import { runManagers } from '../managers/managers';
import { mutate } from '../mutation/mutate';
import { runPackages } from '../package/package-tests';
import { predict, usualConfigurations } from '../prediction/predict';
import { soak, usualMinutes } from '../soak/soak';
import { runUac } from '../uac/uac';
import { runAttacks } from './attacks';
import { runCases } from './cases';
import { runCli } from './cli';
import { runEndToEnd } from './end-to-end';
import { runAllFaults, runFaultsInNode, runFaultsOnce } from './faults';
import { readNodeTest, readVitest, reportFile } from './reports';
import { inCurrentParts, inElectron } from './runtimes';
import { anySeed } from './seed';
import { runOnWindows } from './windows-tests';
import { systemWine } from './wine';
import { runInWindowsNode, runTestPrograms } from './under-wine';

/**
 * What a suite is about: the processor; windows on a virtual display, or Windows' programs under Wine, which is one at a
 * time; or waiting for the kernel, a lease or a deadline.
 * What measures time or memory, or would be in the way of others, runs alone after all of them.
 */
export type Track = 'processor' | 'screen' | 'network' | 'alone';

export interface Suite {
  name: string;
  /** What it is part of besides `npm run test:all`, which runs all; `npm test` runs what is quick, too. */
  pace: 'quick' | 'usual' | 'long';
  /** Suites of one track run one after the other, and tracks side by side. */
  track: Track;
  /** Runs with its output on the terminal. Throws when it cannot run at all. */
  run(options: SuiteOptions): Promise<Counts>;
}

export interface SuiteOptions {
  /** Part of a quick run: what takes long is left out. */
  quick: boolean;
}

/** Linters see these and nothing else: bundles in out/ would take all memory. */
const typeScriptPlaces = ['electron', 'renderer', 'test', 'build', 'eslint.config.mjs'];

const nodeModule = (file: string): string => inProject('node_modules', file);

/** Runs a script of a package with this Node. */
const runNode = (file: string, ...scriptArguments: string[]): Promise<number> =>
  runCommand(process.execPath, [nodeModule(file), ...scriptArguments]);

/** Vite sets it to 'production' in this process while it bundles for other suites, and React has no act() then. */
const testEnvironment = 'test';

/** Runs unit tests with some Node: those of some projects, or all. */
async function runUnitTests(node: string, ...projects: string[]): Promise<Counts> {
  // The facade of the addon is tested on the addon itself.
  await buildNative('app');
  const report = reportFile('unit.json');
  const exitCode = await runCommand(
    node,
    [
      ...[nodeModule('vitest/vitest.mjs'), 'run', '--config=test/vitest.config.mts'],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      ...projects.map((project) => `--project=${project}`),
    ],
    { env: { ...process.env, NODE_ENV: testEnvironment } },
  );
  return judge(readVitest(report), exitCode);
}

async function runFormat(): Promise<Counts> {
  return sum([
    fromExitCode(await runNode('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')),
    fromExitCode(await runCommand('clang-format-16', ['--dry-run', '-Werror', ...cppSources()])),
  ]);
}

/** Files as they are written, which way they import each other, what nobody imports, and what nothing says. */
async function runLint({ quick }: SuiteOptions): Promise<Counts> {
  // The cache knows a file's own text, not the types of others: good enough for a quick look alone.
  const cache = quick ? ['--cache', '--cache-location', inOutput('eslint-cache')] : [];
  const lines = ['--max-warnings', '0', ...cache, ...typeScriptPlaces];
  const layers = ['--config', 'build/lint/layers.mjs', 'electron', 'renderer', 'build', 'test'];
  return sum([
    fromExitCode(await runNode('eslint/bin/eslint.js', ...lines)),
    fromExitCode(await runNode('dependency-cruiser/bin/dependency-cruise.mjs', ...layers)),
    fromExitCode(await runNode('knip/bin/knip.js', '--config', 'build/lint/unused.json')),
    fromExitCode(await runNode('tsx/dist/cli.mjs', inProject('build/lint/unused-messages.ts'))),
  ]);
}

/** By the native compiler; TypeScript 6 stays for the tools that use its API. Threads would only repeat its work. */
async function runTypes(): Promise<Counts> {
  const tsc = 'typescript-native/bin/tsc';
  return fromExitCode(await runNode(tsc, '--build', '--singleThreaded'));
}

/** Quickly: all but the window's components, which take most of the time. */
const runUnit = ({ quick }: SuiteOptions): Promise<Counts> =>
  runUnitTests(process.execPath, ...(quick ? ['node'] : []));

/** Main and what it is made of, in the Node.js that people get inside Electron. */
async function runCurrentUnit(): Promise<Counts> {
  const { node } = await inCurrentParts();
  return runUnitTests(node, 'node');
}

async function runCurrentCli(): Promise<Counts> {
  const { node } = await inCurrentParts();
  return runCli(node);
}

async function runCurrentFaults(): Promise<Counts> {
  const { node } = await inCurrentParts();
  return runFaultsInNode(node);
}

async function runNative(): Promise<Counts> {
  await buildNative('all');
  return runCtest({ folder: `${cmakeFolder()}/test/native`, reportName: 'native.xml' });
}

/** One suite for every stack: a test program's name ends with its stack. */
async function runContract({ quick }: SuiteOptions): Promise<Counts> {
  await buildNative('all');
  const filter = quick ? ['--tests-regex', 'simulated$'] : [];
  return runCtest({
    folder: `${cmakeFolder()}/test/contract`,
    reportName: 'contract.xml',
    filter,
  });
}

/** A small run of `npm run test:prediction`, from a seed that is the same every time. */
async function runPrediction(): Promise<Counts> {
  await buildNative('app');
  return predict({ configurations: 60, seed: 1, workers: 2 });
}

/** A small run of `npm run test:law`, of the same cases every time. */
async function runLaw(): Promise<Counts> {
  await buildNative('all');
  return uphold({ cases: 200, seed: 1, lanes: 2 });
}

async function runBesideManagers(): Promise<Counts> {
  await buildNative('app');
  return runManagers();
}

async function runKept(): Promise<Counts> {
  await buildNative('app');
  return runKeeper();
}

async function runTidy(): Promise<Counts> {
  // compile_commands.json and generated headers must be there first.
  await buildNative('all');
  return judge(await runClangTidy(), 0);
}

/** The real addon and helpers in a Windows program: under Wine, or on Windows itself. */
async function runWindows(): Promise<Counts> {
  if (process.platform !== 'win32') return runInWindowsNode(systemWine(), 'suite');
  await buildNative('all');
  const report = reportFile('windows.xml');
  return judge(readNodeTest(report), await runOnWindows(report));
}

/** Figures are looked at by people; that all could be measured is what counts. */
async function runBench(): Promise<Counts> {
  await measureAll();
  return { passed: 1, failed: 0 };
}

async function runLongPrediction(): Promise<Counts> {
  await buildNative('app');
  return predict({ configurations: usualConfigurations, seed: anySeed(), workers: 2 });
}

async function runLongLaw(): Promise<Counts> {
  await buildNative('all');
  return uphold({ cases: usualCases, seed: anySeed(), lanes: 2 });
}

async function runFuzz(): Promise<Counts> {
  provideSystemTools('fuzz');
  return fuzzAll(usualSeconds);
}

/**
 * Every test there is, in each track the quickest to fail first, and last what uses every core by itself: the tracks
 * beside it may have ended.
 */
export const suites: readonly Suite[] = [
  { name: 'format', pace: 'quick', track: 'processor', run: runFormat },
  { name: 'types', pace: 'quick', track: 'processor', run: runTypes },
  { name: 'lint', pace: 'quick', track: 'processor', run: runLint },
  { name: 'native', pace: 'quick', track: 'processor', run: runNative },
  { name: 'contract', pace: 'quick', track: 'processor', run: runContract },
  { name: 'unit', pace: 'quick', track: 'processor', run: runUnit },
  { name: 'faults', pace: 'usual', track: 'network', run: runFaultsOnce },
  { name: 'prediction', pace: 'usual', track: 'processor', run: runPrediction },
  { name: 'law', pace: 'usual', track: 'processor', run: runLaw },
  { name: 'clang-tidy', pace: 'usual', track: 'processor', run: runTidy },
  { name: 'keeper', pace: 'usual', track: 'network', run: runKept },
  { name: 'managers', pace: 'usual', track: 'network', run: runBesideManagers },
  { name: 'cases', pace: 'usual', track: 'network', run: () => runCases() },
  { name: 'cli', pace: 'usual', track: 'network', run: () => runCli(process.execPath) },
  { name: 'attack', pace: 'usual', track: 'screen', run: () => runAttacks([]) },
  { name: 'e2e', pace: 'usual', track: 'screen', run: () => runEndToEnd('e2e', inElectron) },
  { name: 'cross', pace: 'usual', track: 'screen', run: () => runTestPrograms(systemWine()) },
  { name: 'windows', pace: 'usual', track: 'screen', run: runWindows },
  {
    name: 'states',
    pace: 'long',
    track: 'screen',
    run: () => runEndToEnd('e2e/states', inElectron),
  },
  { name: 'current-unit', pace: 'long', track: 'processor', run: runCurrentUnit },
  { name: 'current-cli', pace: 'long', track: 'network', run: runCurrentCli },
  { name: 'current-faults', pace: 'long', track: 'network', run: runCurrentFaults },
  {
    name: 'current-e2e',
    pace: 'long',
    track: 'screen',
    run: () => runEndToEnd('e2e', inCurrentParts),
  },
  {
    name: 'current-states',
    pace: 'long',
    track: 'screen',
    run: () => runEndToEnd('e2e/states', inCurrentParts),
  },
  {
    name: 'current-soak',
    pace: 'long',
    track: 'alone',
    run: () => soak(usualMinutes, inCurrentParts),
  },
  { name: 'uac', pace: 'long', track: 'screen', run: runUac },
  { name: 'chroots', pace: 'long', track: 'screen', run: runChroots },
  { name: 'package', pace: 'long', track: 'screen', run: runPackages },
  { name: 'fuzz', pace: 'long', track: 'processor', run: runFuzz },
  { name: 'mutation', pace: 'long', track: 'alone', run: () => mutate('') },
  { name: 'prediction-long', pace: 'long', track: 'processor', run: runLongPrediction },
  { name: 'law-long', pace: 'long', track: 'processor', run: runLongLaw },
  { name: 'faults-long', pace: 'long', track: 'alone', run: runAllFaults },
  { name: 'soak', pace: 'long', track: 'alone', run: () => soak(usualMinutes, inElectron) },
  { name: 'bench', pace: 'long', track: 'alone', run: runBench },
];
