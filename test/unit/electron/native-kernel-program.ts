// SPDX-License-Identifier: MIT
// Runs in a network namespace of its own (native-namespace.ts): makes links there, and prints what the addon and,
// as an independent witness, `ip` say about them.

import { execFileSync } from 'node:child_process';
import { AppFailure } from '../../../electron/base/app-failure';
import { openStack } from '../../../electron/native/stack';

function ip(...parts: string[]): string {
  return execFileSync('ip', parts, { encoding: 'utf8' });
}

async function failureOf(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
    return null;
  } catch (cause) {
    return cause instanceof AppFailure ? cause.appError : String(cause);
  }
}

async function run(): Promise<void> {
  ip('link', 'add', 'wée0', 'type', 'veth', 'peer', 'name', 'peer0');
  ip('address', 'add', '192.0.2.5/24', 'dev', 'wée0');
  ip('address', 'add', '2001:db8::5/64', 'dev', 'wée0', 'nodad');
  ip('link', 'add', 'bridge0', 'type', 'bridge');
  ip('tuntap', 'add', 'mode', 'tap', 'name', 'tap0');
  ip('link', 'set', 'tap0', 'master', 'bridge0');
  for (const link of ['lo', 'wée0', 'peer0']) ip('link', 'set', link, 'up');
  ip('route', 'add', 'default', 'via', '192.0.2.1', 'metric', '77');
  const selector = ['src', '192.0.2.0/24', 'dst', '198.51.100.0/25'];
  const template = [
    'tmpl',
    'src',
    '192.0.2.5',
    'dst',
    '192.0.2.9',
    'proto',
    'esp',
    'mode',
    'tunnel',
  ];
  const about = ['dir', 'out', 'priority', '9', 'mark', '1', 'mask', '3', 'if_id', '7'];
  ip('xfrm', 'policy', 'add', ...selector, ...about, ...template);

  const stack = openStack({ stack: 'linux' });
  const before = await stack.snapshot();
  const adapter = before.adapters.find(({ alias }) => alias === 'wée0');
  const luid = adapter?.luid ?? '0';

  let notified: () => void = () => undefined;
  const news = new Promise<void>((resolve) => {
    notified = resolve;
  });
  const watch = await stack.watch(notified);
  ip('link', 'set', 'wée0', 'mtu', '1400');
  // A watch keeps no program running, and gathers for a moment before it tells.
  const alive = setInterval(() => undefined, 1000);
  await news;
  clearInterval(alive);
  watch.stop();

  const output = {
    before,
    luid,
    links: JSON.parse(ip('-j', 'link')) as unknown,
    row: await stack.ipInterface(luid, 'IPv4'),
    bestRoute: await stack.bestRoute('198.51.100.1'),
    unreachable: await failureOf(stack.bestRoute('2001:db8:1::1')),
    unknown: await failureOf(stack.ipInterface('1', 'IPv4')),
  };
  process.stdout.write(JSON.stringify(output));
}

void run();
