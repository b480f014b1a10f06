// SPDX-License-Identifier: MIT
// Runs cases in the namespace that it is started in, beside a twin; prints one line of JSON for each.

import { copyFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inOutput } from '../../build/project-paths';
import { processesThat } from '../fault/victims';
import { Random } from '../prediction/random';
import type { LawCase } from './law-case';
import { NamespaceShell } from './namespace-shell';
import { anyCase } from './random-case';
import { shrink } from './shrink';
import { shell } from '../managers/shell';
import { makeQuiet, Trial } from './trial';
import type { Copy, Helpers, Outcome } from './trial';

function copyIn(name: string): Copy {
  const neighboursName = `${name}-n`;
  return {
    here: new NamespaceShell(name),
    neighbours: new NamespaceShell(neighboursName),
    neighboursName,
  };
}

/** One that is stuck must not stand in the way of the next case. */
function stopAll({ plain, halting }: Helpers): void {
  for (const helper of [plain, halting]) {
    rmSync(`${helper}.stop-at`, { force: true });
    for (const pid of processesThat(({ executable }) => executable === helper)) {
      process.kill(pid, 'SIGKILL');
    }
  }
}

/** What fails in many ways is looked at one by one, by its seeds. */
const mostShrunk = 2;

async function run(): Promise<void> {
  const [first = '0', count = '1', name = ''] = process.argv.slice(2);
  const [subject, twin] = [copyIn(`${name}-s`), copyIn(`${name}-t`)];
  const natives = inOutput('native', `linux-${process.arch}`);
  const helpers: Helpers = {
    plain: path.join(natives, 'test', `${name}-helper`),
    halting: path.join(natives, 'test', `${name}-halting-helper`),
  };
  copyFileSync(path.join(natives, 'interface-panel-helper'), helpers.plain);
  copyFileSync(path.join(natives, 'test', 'halting-helper'), helpers.halting);
  // Settings that are gone with the namespace.
  shell('mount -t tmpfs -o mode=755 tmpfs /var/lib && mkdir /var/lib/interface-panel');
  await makeQuiet(subject);
  await makeQuiet(twin);
  const attempt = async (lawCase: LawCase): Promise<Outcome> => {
    try {
      return await new Trial(lawCase, subject, twin, helpers).run();
    } catch (cause) {
      stopAll(helpers);
      return { ended: 'without an end', events: [], problems: [String(cause)], setAgain: 0 };
    }
  };
  let failures = 0;
  for (let seed = Number(first); seed < Number(first) + Number(count); seed += 1) {
    const lawCase = anyCase(seed, new Random(seed));
    const outcome = await attempt(lawCase);
    const holds = outcome.problems.length === 0;
    if (!holds) {
      failures += 1;
      console.error(`seed ${seed} fails: ${outcome.problems[0] ?? ''}`);
    }
    const line =
      holds || failures > mostShrunk
        ? { ...outcome, lawCase }
        : await shrink(lawCase, outcome, attempt);
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
  const { plain, halting } = helpers;
  for (const file of [plain, halting, `${halting}.halted`]) rmSync(file, { force: true });
  for (const { here, neighbours } of [subject, twin]) {
    here.close();
    neighbours.close();
  }
}

void run().then(() => process.exit(0));
