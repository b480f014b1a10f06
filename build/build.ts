// SPDX-License-Identifier: MIT
/** `npm run build`: native code and bundles, without starting anything. */
import { provideBundles } from './set-up/bundles';
import { buildNative } from './set-up/native-build';
import { runScript } from './set-up/set-up-problem';

void runScript(async () => {
  await buildNative('app');
  await provideBundles();
  return 0;
});
