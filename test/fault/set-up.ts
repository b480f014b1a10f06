// SPDX-License-Identifier: MIT
import { build } from 'vite';
import { inOutput, inProject } from '../../build/project-paths';

/** Bundles the driver once: a test starts it often, and from a bundle it is there at once. */
export async function setup(): Promise<void> {
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
