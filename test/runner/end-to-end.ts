// SPDX-License-Identifier: MIT
/**
 * Runs the end-to-end specs in lanes side by side: much of their time is spent waiting for a countdown or a
 * router. A lane is a network namespace and a display; a spec file has one to itself while it runs.
 */
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { inOutput, inProject } from '../../build/project-paths';
import { runQuietly } from '../../build/run-command';
import { startVirtualDisplay } from '../../build/virtual-display';
import { judge, sum } from './counts';
import type { Counts } from './counts';
import { addNetworkNamespace } from './network-namespace';
import { readPlaywright, reportFile } from './reports';
import type { ProvideRuntime, Runtime } from './runtimes';

/** More would slow each other down beyond what the tests' wide bounds are for. */
const mostLanes = 2;

/** They wait for a countdown of a minute: begun first, they do not end last and alone. */
const slowest = ['linux-fields.spec.ts', 'faults.spec.ts'];

interface Lane {
  readonly runtime: Runtime;
  readonly namespace: string;
  readonly display: string;
}

/** Spec files in a folder of `test` that a runtime has something for. */
function specFiles(folder: string, { without }: Runtime): string[] {
  const files = readdirSync(inProject('test', folder)).filter(
    (file) => file.endsWith('.spec.ts') && !without.includes(file),
  );
  const slow = slowest.filter((file) => files.includes(file));
  return [...slow, ...files.filter((file) => !slowest.includes(file))].map((file) =>
    path.posix.join(folder, file),
  );
}

/** Playwright itself runs inside the namespace: it talks to Electron over loopback. */
async function runSpec(file: string, { runtime, namespace, display }: Lane): Promise<Counts> {
  const report = reportFile(`${file}.json`);
  const { exitCode, output } = await runQuietly(
    'ip',
    ['netns', 'exec', namespace]
      .concat(runtime.node, inProject('node_modules/@playwright/test/cli.js'), 'test')
      .concat('--config=test/playwright.config.ts', '--reporter=list,json')
      .concat(`--output=${inOutput('test-results', file)}`, file),
    {
      env: {
        ...process.env,
        ...runtime.environment,
        DISPLAY: display,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
    },
  );
  console.log(output.trimEnd());
  return judge(readPlaywright(report), exitCode);
}

/** Takes spec files from the queue until none is left. */
async function runLane(runtime: Runtime, name: string, queue: string[]): Promise<Counts[]> {
  const namespace = addNetworkNamespace(name);
  const display = await startVirtualDisplay();
  const results: Counts[] = [];
  try {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      const lane = { runtime, namespace: namespace.name, display: display.name };
      results.push(await runSpec(file, lane));
    }
  } finally {
    display.stop();
    namespace.remove();
  }
  return results;
}

/** The real window, driven by Playwright, through the specs in a folder of `test`. */
export async function runEndToEnd(
  folder: 'e2e' | 'e2e/states',
  provide: ProvideRuntime,
): Promise<Counts> {
  const runtime = await provide();
  const queue = specFiles(folder, runtime);
  const lanes = Math.min(mostLanes, availableParallelism());
  const results = await Promise.all(
    Array.from({ length: lanes }, (_, lane) => runLane(runtime, `e2e${String(lane)}`, queue)),
  );
  return sum(results.flat());
}
