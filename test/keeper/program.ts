// SPDX-License-Identifier: MIT
// Runs the checks in the network and mount namespaces that it is started in; one line of JSON for each. The other end
// of eth0 lies in the namespace that COMPANY names.

import type { CheckLine } from '../runner/counts';
import { checks } from './checks';
import type { Check } from './checks';
import { furnish, tidy } from './network';

async function outcomeOf(check: Check): Promise<CheckLine> {
  const { name } = check;
  tidy();
  try {
    await check.run();
    return { name, problem: null };
  } catch (cause) {
    return { name, problem: cause instanceof Error ? cause.message : String(cause) };
  }
}

async function run(): Promise<void> {
  furnish();
  for (const check of checks.filter(({ name }) => name.includes(process.argv[2] ?? ''))) {
    const began = performance.now();
    const line = await outcomeOf(check);
    const took = `${((performance.now() - began) / 1000).toFixed(1)} s`;
    const problem = line.problem === null ? '' : `\n${line.problem}`;
    console.error(`${problem === '' ? 'passed' : 'FAILED'} ${line.name} (${took})${problem}`);
    console.log(JSON.stringify(line));
  }
}

run().then(
  () => process.exit(0),
  (cause: unknown) => {
    console.error(cause);
    process.exit(1);
  },
);
