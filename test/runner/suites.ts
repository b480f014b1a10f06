// SPDX-License-Identifier: MIT
import { inOutput, inProject } from '../../build/project-paths';
import { runCommand } from '../../build/run-command';
import { cppSources } from '../../build/set-up/cpp-sources';
import { buildNative, cmakeFolder, crossBuild } from '../../build/set-up/native-build';
import { runClangTidy } from './clang-tidy';
import { fromExitCode, judge, sum } from './counts';
import type { Counts } from './counts';
import { predict } from '../prediction/predict';
import { runKeeper } from '../keeper/keeper';
import { uphold } from '../law/law';
import { runManagers } from '../managers/managers';
import { runAttacks } from './attacks';
import { runCases } from './cases';
import { runCli } from './cli';
import { runEndToEnd } from './end-to-end';
import { runFaultsOnce, runWindowsFaults } from './faults';
import { readDoctest, readNodeTest, readVitest, reportFile } from './reports';
import { runWindowsTests } from './windows-tests';
import { provideWine, wineEnvironment } from './wine';

export interface Suite {
  name: string;
  /** Part of `npm run test:quick`. */
  quick: boolean;
  /** It mostly waits, for a lease or a pause: neighbours that do run at the same time. */
  waits?: true;
  /** Runs with its output on the terminal. Throws when it cannot run at all. */
  run(options: SuiteOptions): Promise<Counts>;
}

export interface SuiteOptions {
  quick: boolean;
}

/** Linters see these and nothing else: bundles in out/ would take all memory. */
const typeScriptPlaces = ['electron', 'renderer', 'test', 'build', 'eslint.config.mjs'];

const nodeModule = (file: string): string => inProject('node_modules', file);

/** Runs a script of a package with this Node. */
const runNode = (file: string, ...scriptArguments: string[]): Promise<number> =>
  runCommand(process.execPath, [nodeModule(file), ...scriptArguments]);

async function runFormat(): Promise<Counts> {
  return sum([
    fromExitCode(await runNode('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')),
    fromExitCode(await runCommand('clang-format-16', ['--dry-run', '-Werror', ...cppSources()])),
  ]);
}

async function runLint({ quick }: SuiteOptions): Promise<Counts> {
  // The cache knows a file's own text, not the types of others: good enough for a quick look alone.
  const cache = quick ? ['--cache', '--cache-location', inOutput('eslint-cache')] : [];
  return fromExitCode(
    await runNode('eslint/bin/eslint.js', '--max-warnings', '0', ...cache, ...typeScriptPlaces),
  );
}

async function runTypes(): Promise<Counts> {
  return fromExitCode(await runNode('typescript/bin/tsc', '--build'));
}

/** Quickly: all but the window's components, which take most of the time. */
async function runUnit({ quick }: SuiteOptions): Promise<Counts> {
  // The facade of the addon is tested on the addon itself.
  await buildNative('app');
  const report = reportFile('unit.json');
  const exitCode = await runNode(
    'vitest/vitest.mjs',
    'run',
    '--config=test/vitest.config.mts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...(quick ? ['--project=node'] : []),
  );
  return judge(readVitest(report), exitCode);
}

/** ctest keeps 1 KiB of a passing program's output otherwise, and the counts stand at its end. */
const uncutOutput = ['passed', 'failed'].flatMap((kind) => [
  `--test-output-size-${kind}`,
  String(16 * 1024 * 1024),
]);

/** Runs the test programs of one folder of tests with ctest. */
async function runCtest(folder: string, reportName: string, ...filter: string[]): Promise<Counts> {
  const report = reportFile(reportName);
  const exitCode = await runCommand(
    'ctest',
    // Visual Studio keeps several configurations in one folder; elsewhere there is none to choose.
    ['--test-dir', folder, '--build-config', 'Release']
      .concat('--output-on-failure', '--output-junit', report)
      .concat(uncutOutput)
      .concat(filter),
    { env: { ...process.env, ...wineEnvironment } },
  );
  return judge(readDoctest(report), exitCode);
}

async function runNative(): Promise<Counts> {
  await buildNative('all');
  return runCtest(`${cmakeFolder()}/test/native`, 'native.xml');
}

/** One suite for every stack: a test program's name ends with its stack. */
async function runContract({ quick }: SuiteOptions): Promise<Counts> {
  await buildNative('all');
  const filter = quick ? ['--tests-regex', 'simulated$'] : [];
  return runCtest(`${cmakeFolder()}/test/contract`, 'contract.xml', ...filter);
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

/** Everything compiles for Windows, and the test programs run under Wine. */
async function runCross(): Promise<Counts> {
  await buildNative('all', crossBuild);
  provideWine();
  return sum([fromExitCode(0), await runCtest(cmakeFolder(crossBuild), 'cross.xml')]);
}

/** The real addon and helpers in a Windows program: under Wine, or on Windows itself. */
async function runWindows(): Promise<Counts> {
  const isWindows = process.platform === 'win32';
  await (isWindows ? buildNative('all') : buildNative('all', crossBuild));
  const report = reportFile('windows.xml');
  const exitCode = await runWindowsTests(report);
  const counts = judge(readNodeTest(report), exitCode);
  // The kills look on from Linux, where a process of Wine can be killed like any other.
  return isWindows ? counts : sum([counts, await runWindowsFaults('a few')]);
}

/** All suites, the quickest to fail first. */
export const suites: readonly Suite[] = [
  { name: 'format', quick: true, run: runFormat },
  { name: 'lint', quick: true, run: runLint },
  { name: 'types', quick: true, run: runTypes },
  { name: 'unit', quick: true, run: runUnit },
  { name: 'native', quick: true, run: runNative },
  { name: 'contract', quick: true, run: runContract },
  { name: 'faults', quick: false, run: runFaultsOnce },
  { name: 'clang-tidy', quick: false, run: runTidy },
  { name: 'cross', quick: false, run: runCross },
  { name: 'prediction', quick: false, run: runPrediction },
  { name: 'law', quick: false, run: runLaw },
  { name: 'keeper', quick: false, waits: true, run: runKept },
  { name: 'managers', quick: false, waits: true, run: runBesideManagers },
  { name: 'cases', quick: false, run: () => runCases() },
  { name: 'cli', quick: false, run: runCli },
  { name: 'attack', quick: false, run: () => runAttacks([]) },
  { name: 'windows', quick: false, run: runWindows },
  { name: 'e2e', quick: false, run: () => runEndToEnd() },
];
