// SPDX-License-Identifier: MIT
// Every page, dialog and state that is photographed, against axe's rules: light, dark and with forced colours.

import path from 'node:path';
import { test } from '@playwright/test';
import { writePlace } from '../../../build/screenshots/lasting-place';
import { scenes } from '../../../build/screenshots/scenes';
import { expectAccessible } from '../support/accessibility';
import { launchApp, newUserData } from '../support/app';
import { simulatedControl } from '../support/simulated-control';

for (const { name, prepare } of scenes) {
  test(`nothing in the scene ${name} breaks a rule`, async () => {
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
    await expectAccessible(app.window);
    // A question about a waiting change would keep the window open.
    await app.kill();
  });
}
