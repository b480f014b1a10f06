// SPDX-License-Identifier: MIT
/** Four bundles: the main process, the preload script, the window, and the command line. */
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import type { InlineConfig, Plugin } from 'vite';
import { BundledPackages, writeBuildRecord } from './licences';
import { inOutput, inProject } from './project-paths';

/** The oldest supported Electron (25) runs Node 18 and Chrome 114, whatever version is installed. */
const nodeTarget = 'node18';
const browserTarget = 'chrome114';

/** One CommonJS file with everything in it but Electron itself: a sandboxed preload can load no other. */
function processBundle(name: 'main' | 'preload' | 'cli'): InlineConfig {
  return {
    configFile: false,
    root: inProject(),
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: inProject('electron', `${name}.ts`),
      outDir: inOutput(name),
      emptyOutDir: true,
      target: nodeTarget,
      sourcemap: true,
      rolldownOptions: {
        output: { format: 'cjs', entryFileNames: 'index.cjs', codeSplitting: false },
      },
    },
  };
}

export const mainBundle = processBundle('main');
export const preloadBundle = processBundle('preload');
/** Runs in any Node, without Electron. */
export const cliBundle = processBundle('cli');

/** The file that draws. */
const drawing = 'app';

/** Has what draws fetched beside the small file that asks main, not after that has run. */
function preloadDrawing(): Plugin {
  return {
    name: 'preload-drawing',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) =>
        Object.values(bundle)
          .filter((file) => file.type === 'chunk' && file.name === drawing)
          .map(({ fileName }) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `./${fileName}` },
            injectTo: 'head',
          })),
    },
  };
}

export const rendererBundle: InlineConfig = {
  configFile: false,
  root: inProject('renderer'),
  base: './',
  logLevel: 'warn',
  plugins: [react(), preloadDrawing()],
  build: {
    outDir: inOutput('renderer'),
    emptyOutDir: true,
    target: browserTarget,
    minify: true,
    modulePreload: { polyfill: false },
    // One page loaded from disk: the limit is meant for downloads.
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      output: {
        // Two files until the first picture: one asks main, one draws. The sixty that they would be take longer.
        codeSplitting: {
          groups: [
            { name: 'main', tags: ['$initial'], priority: 1 },
            { name: drawing, test: /renderer[\\/]app[\\/]show-app\.tsx$/ },
          ],
        },
      },
    },
  },
};

/** Builds all of them for use and for release, and notes as `id` what they are made of. */
export async function buildBundles(id: string): Promise<void> {
  const packages = new BundledPackages();
  await Promise.all(
    [mainBundle, preloadBundle, rendererBundle, cliBundle].map((bundle) =>
      build({ ...bundle, plugins: [...(bundle.plugins ?? []), packages.plugin()] }),
    ),
  );
  writeBuildRecord(id, packages);
}
