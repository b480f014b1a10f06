// SPDX-License-Identifier: MIT
import { build } from 'vite';
import { cliBundle } from '../../build/vite';
import { inOutput, inProject } from '../../build/project-paths';

/** What runs in processes of its own, in one file each. */
const programs = { driver: 'driver.ts', 'halting-main': 'app/halting-main.ts' };

/** Bundles what the tests start: the command line as it ships, and our programs, which are there at once then. */
export async function setup(): Promise<void> {
  await build(cliBundle);
  for (const [name, source] of Object.entries(programs)) {
    await build({
      configFile: false,
      root: inProject(),
      logLevel: 'warn',
      publicDir: false,
      ssr: { noExternal: true },
      build: {
        ssr: inProject('test/fault', source),
        outDir: inOutput('fault-driver'),
        emptyOutDir: false,
        target: 'node20',
        rolldownOptions: {
          output: { format: 'cjs', entryFileNames: `${name}.cjs`, codeSplitting: false },
        },
      },
    });
  }
}
