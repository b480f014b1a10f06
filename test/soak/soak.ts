// SPDX-License-Identifier: MIT
import { captureCommand } from '../../build/run-command';
import { inProject } from '../../build/project-paths';
import { startVirtualDisplay } from '../../build/virtual-display';
import type { Counts } from '../runner/counts';
import { sum } from '../runner/counts';
import { addNetworkNamespace } from '../runner/network-namespace';
import type { ProvideRuntime } from '../runner/runtimes';
import { judge } from './judgement';
import type { SoakFigures } from './judgement';

export const usualMinutes = 10;

/** Watches the window for some minutes, half of them beside many routes. */
export async function soak(minutes: number, provide: ProvideRuntime): Promise<Counts> {
  const { node, environment } = await provide();
  const namespace = addNetworkNamespace('soak');
  const display = await startVirtualDisplay();
  try {
    const program = inProject('test', 'soak', 'program.ts');
    const { exitCode, output } = captureCommand(
      'ip',
      // prettier-ignore
      ['netns', 'exec', namespace.name, node, '--import', 'tsx', program, String(minutes)],
      { env: { ...process.env, DISPLAY: display.name, ...environment } },
    );
    if (exitCode !== 0) throw new Error(`The window could not be watched: ${output}`);
    return sum((JSON.parse(output) as SoakFigures[]).map(judge));
  } finally {
    display.stop();
    namespace.remove();
  }
}
