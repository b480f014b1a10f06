// SPDX-License-Identifier: MIT
/** The tests of test/windows run in a Windows program with the real addon: node.exe, under Wine where this is not Windows. */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { inOutput, inProject, projectRoot } from '../../build/project-paths';
import { runCommand } from '../../build/run-command';
import { provideBundles } from '../../build/set-up/bundles';
import { provideWindowsNode } from '../../build/set-up/node-releases';
import { witnessVariable } from '../windows/support/wine';
import { addNetworkNamespace, ip } from './network-namespace';
import { provideWine, wineEnvironment } from './wine';
import type { Wine } from './wine';

const folder = 'out/windows-tests';

/** Bundles the tests, and the programs that they start: node.exe has no loader for TypeScript. */
async function bundleTests(): Promise<void> {
  await provideBundles();
  await build({
    configFile: false,
    root: inProject(),
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: inProject(folder),
      target: 'node20',
      rolldownOptions: {
        input: {
          suite: inProject('test/windows/suite.ts'),
          'uac-suite': inProject('test/windows/uac-suite.ts'),
          'applying-app': inProject('test/windows/applying-app.ts'),
          'journal-holder': inProject('test/windows/journal-holder.ts'),
        },
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: '[name]-[hash].cjs',
        },
      },
    },
  });
}

/** Which tests: those that hold everywhere, or also those of an app that is not elevated. */
export type WindowsSuite = 'suite' | 'uac-suite';

/** Places relative to the project's folder, where the command runs, mean the same to Wine. */
const nodeArguments = (suite: WindowsSuite, report: string): string[] => [
  '--test-reporter=junit',
  `--test-reporter-destination=${path.relative(projectRoot, report)}`,
  `${folder}/${suite}.cjs`,
];

/** Adapters, addresses and routes to be found again; Wine 8 takes the digits of a metric for hexadecimal. */
function furnish(namespace: string): void {
  for (const command of [
    'link add vpn0 type veth peer name lan0',
    'address add 192.0.2.5/24 dev vpn0',
    'address add 198.51.100.7/25 dev lan0',
    'address add 2001:db8::5/64 dev vpn0 nodad',
    'link set vpn0 mtu 1380 up',
    'link set lan0 up',
    'route add default via 192.0.2.1 metric 7',
    'route add 203.0.113.0/24 via 198.51.100.1',
  ]) {
    ip('-n', namespace, ...command.split(' '));
  }
}

/** What `ip` says of a namespace, for programs that cannot start it. */
function writeWitness(namespace: string): string {
  const say = (...question: string[]): unknown =>
    JSON.parse(ip('-n', namespace, '-json', ...question)) as unknown;
  const witness = {
    links: say('address', 'show'),
    routes: say('-4', 'route', 'show', 'table', 'main'),
  };
  const file = inOutput('windows-tests', 'witness.json');
  writeFileSync(file, JSON.stringify(witness));
  return file;
}

async function runInWine(wine: Wine, commandLine: readonly string[]): Promise<number> {
  const node = await provideWindowsNode();
  provideWine(wine);
  // Under Wine node.exe can write to a file, not to a pipe.
  const log = openSync(inOutput('windows-tests', 'output.txt'), 'w');
  const namespace = addNetworkNamespace('windows');
  try {
    furnish(namespace.name);
    return await runCommand(
      'ip',
      ['netns', 'exec', namespace.name, wine.program, node, ...commandLine],
      {
        stdio: ['ignore', log, log],
        timeout: 5 * 60_000,
        env: {
          ...wineEnvironment(wine),
          // It would not start on a system that calls itself older than it is.
          NODE_SKIP_PLATFORM_CHECK: '1',
          [witnessVariable]: writeWitness(namespace.name),
        },
      },
    );
  } finally {
    namespace.remove();
    closeSync(log);
  }
}

function tellFailures(report: string): void {
  if (!existsSync(report)) {
    console.error(readFileSync(inOutput('windows-tests', 'output.txt'), 'utf8'));
    return;
  }
  const text = readFileSync(report, 'utf8');
  for (const [failure] of text.matchAll(/<testcase[^>]*failure=[\s\S]*?<\/testcase>/g)) {
    console.error(failure.replaceAll('&quot;', '"').replaceAll('&lt;', '<'));
  }
}

async function run(report: string, runNode: () => Promise<number>): Promise<number> {
  mkdirSync(inProject(folder), { recursive: true });
  await bundleTests();
  const exitCode = await runNode();
  if (exitCode !== 0) tellFailures(report);
  return exitCode;
}

/** Runs the tests on Windows and writes `report` in the JUnit format; the native build must be there. */
export const runOnWindows = (report: string): Promise<number> =>
  run(report, () => runCommand(process.execPath, nodeArguments('suite', report)));

/** The same in a Wine, for which the programs were built already. */
export const runUnderWine = (wine: Wine, suite: WindowsSuite, report: string): Promise<number> =>
  run(report, () => runInWine(wine, nodeArguments(suite, report)));
