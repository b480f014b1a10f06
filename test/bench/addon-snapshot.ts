// SPDX-License-Identifier: MIT
// As snapshot_bench.cpp, through the addon: from the call to the plain object.

import { openStack } from '../../electron/native/stack';

const warmUps = 3;

async function run(): Promise<void> {
  const stack = openStack({ stack: 'linux' });
  for (let i = 0; i < warmUps; i += 1) await stack.snapshot();
  const began = performance.now();
  const { ipInterfaces } = await stack.snapshot();
  const milliseconds = performance.now() - began;
  console.log(JSON.stringify({ milliseconds, ipInterfaces: ipInterfaces.length }));
}

void run();
