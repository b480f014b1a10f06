// SPDX-License-Identifier: MIT
import { inProject } from '../../build/project-paths';
import { captureCommand } from '../../build/run-command';
import { startVirtualDisplay } from '../../build/virtual-display';
import { addNetworkNamespace } from '../runner/network-namespace';

/** What a program of this folder prints as JSON, on a display and in a network namespace that are gone afterwards; needs root. */
export async function figuresOf<Figures>(program: string, argument?: unknown): Promise<Figures> {
  const namespace = addNetworkNamespace('bench');
  const display = await startVirtualDisplay();
  try {
    const { exitCode, output } = captureCommand(
      'ip',
      ['netns', 'exec', namespace.name, process.execPath, '--import', 'tsx']
        .concat(inProject('test', 'bench', program))
        .concat(argument === undefined ? [] : JSON.stringify(argument)),
      { env: { ...process.env, DISPLAY: display.name } },
    );
    if (exitCode !== 0) throw new Error(`${program} could not measure: ${output}`);
    return JSON.parse(output) as Figures;
  } finally {
    display.stop();
    namespace.remove();
  }
}
