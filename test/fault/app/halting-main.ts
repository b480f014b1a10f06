// SPDX-License-Identifier: MIT
// Loaded into the real app's main process before the app: it starts the helper that halts in place of its own, and
// halts itself where a test wants to kill. Nothing else of it is changed, and what ships contains none of this.

import type { Addon } from '../../../electron/native/addon';
import { launchHalting } from '../halt';
import { haltingHelperVariable } from './halting-helper-variable';

const helper = process.env[haltingHelperVariable];
if (helper === undefined) throw new Error(`${haltingHelperVariable} is not set`);

interface LoadedModule {
  exports: Partial<Addon>;
}

const load = process.dlopen.bind(process);

process.dlopen = (loaded: object, ...rest) => {
  load(loaded, ...rest);
  const addon = (loaded as LoadedModule).exports;
  const { startHelper } = addon;
  if (!startHelper) return;
  (loaded as LoadedModule).exports = {
    ...addon,
    startHelper: (command, listener) =>
      launchHalting(helper, () => startHelper({ ...command, path: helper }, listener)),
  };
};
