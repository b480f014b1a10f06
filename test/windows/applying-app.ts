// SPDX-License-Identifier: MIT
// A program in the place of the app, to be killed: it applies a change, says so and waits.
import { writeSync } from 'node:fs';
import { HelperSession } from './support/helper-session';
import { mtuEdit, planOf } from './support/simulated-plan';

async function run(): Promise<void> {
  const stateFile = process.argv[2];
  if (stateFile === undefined) throw new Error('Name the file of the simulated network');
  const { operation } = await mtuEdit(stateFile);
  const plan = planOf(operation);
  const session = new HelperSession({ stateFile, consent: 'uac', planHash: plan.hash });
  await session.apply(plan);
  // Under Wine process.stdout cannot write to a pipe.
  writeSync(1, 'applied');
  await session.ended();
}

void run();
