// SPDX-License-Identifier: MIT
// Changes one route among many and asks for the changes: from the call to the plain object.

import { execFileSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { openStack } from '../../electron/native/stack';

const warmUps = 3;

/** Within a second of the first reading all tables are read anew for every change (HeldRoutesPace, settling). */
const settled = 2000;

function leadRoute(round: number): void {
  execFileSync('ip', ['route', 'replace', '10.255.0.0/24', 'via', `192.0.2.${String(2 + round)}`]);
}

async function run(): Promise<void> {
  const stack = openStack({ stack: 'linux' });
  const all = await stack.changes();
  await delay(settled);
  for (let i = 0; i < warmUps; i += 1) {
    leadRoute(i);
    await stack.changes();
  }
  leadRoute(warmUps);
  const began = performance.now();
  const { routes = [] } = await stack.changes();
  const milliseconds = performance.now() - began;
  if (routes.length !== 1 || routes[0]?.rows.length !== 1) throw new Error('Not one route changed');
  console.log(JSON.stringify({ milliseconds, routes: all.routes?.[0]?.rows.length }));
}

void run();
