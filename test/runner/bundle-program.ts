// SPDX-License-Identifier: MIT
import path from 'node:path';
import { build } from 'vite';
import { inOutput, inProject } from '../../build/project-paths';

const bundled = new Map<string, Promise<void>>();

/**
 * Bundles a program of the tests into one file `<folder>/<its name>.cjs` of the output, which any Node runs at once. Once
 * for a run: another suite may have started it by then.
 */
export function bundleProgram(source: string, folder: string): Promise<void> {
  const done = bundled.get(source) ?? bundle(source, folder);
  bundled.set(source, done);
  return done;
}

async function bundle(source: string, folder: string): Promise<void> {
  await build({
    configFile: false,
    root: inProject(),
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: inProject(source),
      outDir: inOutput(folder),
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: {
        output: {
          format: 'cjs',
          entryFileNames: `${path.basename(source, '.ts')}.cjs`,
          codeSplitting: false,
        },
      },
    },
  });
}
