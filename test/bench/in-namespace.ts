// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';
import { inProject } from '../../build/project-paths';
import { startVirtualDisplay } from '../../build/virtual-display';
import { addNetworkNamespace } from '../runner/network-namespace';

/** What a program of this folder prints as JSON, on a display and in a network namespace that are gone afterwards; needs root. */
export async function figuresOf<Figures>(program: string, argument?: unknown): Promise<Figures> {
  const namespace = addNetworkNamespace('bench');
  const display = await startVirtualDisplay();
  try {
    // What the programs in it complain of is no figure.
    const { status, stdout } = spawnSync(
      'ip',
      ['netns', 'exec', namespace.name, process.execPath, '--import', 'tsx']
        .concat(inProject('test', 'bench', program))
        .concat(argument === undefined ? [] : JSON.stringify(argument)),
      {
        env: { ...process.env, DISPLAY: display.name },
        stdio: ['ignore', 'pipe', 'inherit'],
        encoding: 'utf8',
      },
    );
    if (status !== 0) throw new Error(`${program} could not measure.`);
    return JSON.parse(stdout) as Figures;
  } finally {
    display.stop();
    namespace.remove();
  }
}
