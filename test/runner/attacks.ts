// SPDX-License-Identifier: MIT
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { provideBundles } from '../../build/set-up/bundles';
import { provideElectron } from '../../build/set-up/electron-runtime';
import { buildNative } from '../../build/set-up/native-build';
import { startVirtualDisplay } from '../../build/virtual-display';
import { outside } from '../attack/outside';
import type { Counts } from './counts';
import { addNetworkNamespace } from './network-namespace';
import { runVitestInNamespace } from './vitest-in-namespace';

/** `ip netns exec` shows a namespace these files in place of those in /etc. */
function nameResolver(namespace: string) {
  const folder = `/etc/netns/${namespace}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/resolv.conf`, `nameserver ${outside}\n`);
  return {
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs the attacks whose files' names hold one of these parts, or all, in a network namespace of their own. */
export async function runAttacks(files: readonly string[]): Promise<Counts> {
  await provideElectron();
  await buildNative('app');
  await provideBundles();
  const namespace = addNetworkNamespace('attacks');
  const resolver = nameResolver(namespace.name);
  const display = await startVirtualDisplay();
  try {
    return await runVitestInNamespace({
      namespace: namespace.name,
      folder: 'attack',
      reporter: 'dot',
      reportName: 'attacks.json',
      more: files,
      environment: { DISPLAY: display.name },
    });
  } finally {
    display.stop();
    resolver.remove();
    namespace.remove();
  }
}
