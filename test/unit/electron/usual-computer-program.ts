// SPDX-License-Identifier: MIT
// Runs in a network namespace of its own (native-namespace.ts): makes the links and routes of a usual computer with a
// VPN and containers there, and prints what the addon says of them.

import { execFileSync } from 'node:child_process';
import { openStack } from '../../../electron/native/stack';

function ip(...parts: string[]): void {
  execFileSync('ip', parts);
}

function makeLink(name: string, number: number): void {
  ip('link', 'add', name, 'type', 'veth', 'peer', 'name', `${name}-peer`);
  ip('address', 'add', `10.${number}.0.2/24`, 'dev', name);
  ip('address', 'add', `2001:db8:${number}::2/64`, 'dev', name, 'nodad');
  ip('link', 'set', name, 'up');
  ip('link', 'set', `${name}-peer`, 'up');
}

async function run(): Promise<void> {
  ip('link', 'set', 'lo', 'up');
  ['eth0', 'wlan0', 'docker0', 'vpn0'].forEach(makeLink);
  ip('route', 'add', 'default', 'via', '10.0.0.1', 'metric', '100');
  ip('route', 'add', 'default', 'via', '10.1.0.1', 'metric', '600');
  for (let network = 0; network < 40; network += 1) {
    ip('route', 'add', `172.16.${network}.0/24`, 'via', '10.3.0.1');
  }
  console.log(JSON.stringify(await openStack({ stack: 'linux' }).snapshot()));
}

void run();
