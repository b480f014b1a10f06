// SPDX-License-Identifier: MIT
import { provideBundles } from '../../build/set-up/bundles';
import { provideElectron } from '../../build/set-up/electron-runtime';
import { buildNative } from '../../build/set-up/native-build';
import { provideElectronsNode } from '../../build/set-up/node-releases';
import { provideSystemTools } from '../../build/set-up/system-tools';
import { bundleProgram } from './bundle-program';

/** What the app runs in while it is tested. */
export interface Runtime {
  /** The Node.js that runs the tests, and main where there is no Electron. */
  readonly node: string;
  /** What tells the tests which one it is (test/e2e/support/app.ts). */
  readonly environment: Readonly<Record<string, string>>;
  /** Specs of the end-to-end tests that are about what it has not. */
  readonly without: readonly string[];
}

export type ProvideRuntime = () => Promise<Runtime>;

/** Electron, as it could be had. */
export const inElectron: ProvideRuntime = async () => {
  await provideElectron();
  await buildNative('app');
  await provideBundles();
  return { node: process.execPath, environment: {}, without: [] };
};

/** What the Electron that people get is made of: main in its line of Node.js, the page in Debian's current Chromium. */
export const inCurrentParts: ProvideRuntime = async () => {
  provideSystemTools('test in Chromium');
  const node = await provideElectronsNode();
  await buildNative('app');
  await provideBundles();
  for (const program of ['main-program', 'page-electron']) {
    await bundleProgram(`test/e2e/chromium/${program}.ts`, 'e2e-chromium');
  }
  return {
    node,
    environment: { E2E_RUNTIME: 'chromium' },
    // The tray and notifications, other users, the command line, language and start of the real program.
    without: ['languages', 'out-of-sight', 'outside', 'polkit', 'start'].map(
      (name) => `${name}.spec.ts`,
    ),
  };
};
