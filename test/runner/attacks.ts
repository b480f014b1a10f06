// SPDX-License-Identifier: MIT
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { inProject } from '../../build/project-paths';
import { runCommand } from '../../build/run-command';
import { provideBundles } from '../../build/set-up/bundles';
import { provideElectron } from '../../build/set-up/electron-runtime';
import { buildNative } from '../../build/set-up/native-build';
import { startVirtualDisplay } from '../../build/virtual-display';
import { outside } from '../attack/outside';
import { judge } from './counts';
import type { Counts } from './counts';
import { addNetworkNamespace } from './network-namespace';
import { readVitest, reportFile } from './reports';

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
  const report = reportFile('attacks.json');
  const namespace = addNetworkNamespace('attacks');
  const resolver = nameResolver(namespace.name);
  const display = await startVirtualDisplay();
  const vitest = inProject('node_modules', 'vitest', 'vitest.mjs');
  try {
    const exitCode = await runCommand(
      'ip',
      ['netns', 'exec', namespace.name, process.execPath, vitest, 'run']
        .concat('--config=test/attack/vitest.config.mts', '--reporter=dot', '--reporter=json')
        .concat(`--outputFile.json=${report}`)
        .concat(files),
      { env: { ...process.env, DISPLAY: display.name } },
    );
    return judge(readVitest(report), exitCode);
  } finally {
    display.stop();
    resolver.remove();
    namespace.remove();
  }
}
