// SPDX-License-Identifier: MIT
import { build } from 'vite';
import { restoreBundle } from '../../build/vite';
import { inOutput, inProject } from '../../build/project-paths';

/** Bundles what the tests start: the restore command as it ships, and the driver, which is there at once then. */
export async function setup(): Promise<void> {
  await build(restoreBundle);
  await build({
    configFile: false,
    root: inProject(),
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: inProject('test/fault/driver.ts'),
      outDir: inOutput('fault-driver'),
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: {
        output: { format: 'cjs', entryFileNames: 'driver.cjs', codeSplitting: false },
      },
    },
  });
}
