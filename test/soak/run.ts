// SPDX-License-Identifier: MIT
/**
 * `npm run test:soak [-- --minutes N]`: the real window for ten minutes while another program changes the network ten
 * times a second, in the second half beside 50,000 routes. It has to stay smooth, and its memory flat. The last line is "N passed, N failed".
 */
import { captureCommand } from '../../build/run-command';
import { inProject } from '../../build/project-paths';
import { provideBundles } from '../../build/set-up/bundles';
import { provideElectron } from '../../build/set-up/electron-runtime';
import { buildNative } from '../../build/set-up/native-build';
import { runScript, SetUpProblem } from '../../build/set-up/set-up-problem';
import { provideSystemTools } from '../../build/set-up/system-tools';
import { startVirtualDisplay } from '../../build/virtual-display';
import { addNetworkNamespace } from '../runner/network-namespace';
import { sum } from '../runner/counts';
import { judge } from './judgement';
import type { SoakFigures } from './judgement';

const usualMinutes = 10;

function minutes(): number {
  const at = process.argv.indexOf('--minutes');
  const asked = at === -1 ? usualMinutes : Number(process.argv[at + 1]);
  if (asked >= 1) return asked;
  throw new SetUpProblem('--minutes needs a number from 1.');
}

async function soak(): Promise<readonly SoakFigures[]> {
  const namespace = addNetworkNamespace('soak');
  const display = await startVirtualDisplay();
  try {
    const program = inProject('test', 'soak', 'program.ts');
    const { exitCode, output } = captureCommand(
      'ip',
      // prettier-ignore
      ['netns', 'exec', namespace.name, process.execPath, '--import', 'tsx', program, String(minutes())],
      { env: { ...process.env, DISPLAY: display.name } },
    );
    if (exitCode !== 0) throw new Error(`The window could not be watched: ${output}`);
    return JSON.parse(output) as SoakFigures[];
  } finally {
    display.stop();
    namespace.remove();
  }
}

void runScript(async () => {
  provideSystemTools('test');
  await buildNative('app');
  await provideElectron();
  await provideBundles();
  const halves = await soak();
  const { passed, failed } = sum(halves.map(judge));
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
