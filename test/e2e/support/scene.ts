// SPDX-License-Identifier: MIT
// The scenes that are photographed, opened to be tested.

import path from 'node:path';
import { writePlace } from '../../../build/screenshots/lasting-place';
import type { Scene } from '../../../build/screenshots/scenes';
import { launchApp, newUserData } from './app';
import type { RunningApp } from './app';
import { simulatedControl } from './simulated-control';

/** Starts the demo and brings it to a scene. To be killed: a question about a waiting change would keep it open. */
export async function openScene({ prepare }: Scene): Promise<RunningApp> {
  const userData = newUserData();
  const state = path.join(userData, 'network');
  const app = await launchApp({
    page: 'internet-traffic',
    switches: ['--demo', `--simulated-state=${state}`],
    userData,
  });
  await app.window.getByRole('radiogroup').waitFor();
  await prepare({
    app: app.electron,
    page: app.window,
    network: (...command) => {
      simulatedControl(state, ...command);
    },
    lasting: (place) => {
      writePlace(state, place);
    },
  });
  return app;
}
