// SPDX-License-Identifier: MIT
// Every page, dialog and state that is photographed, against axe's rules: light, dark and with forced colours.

import { test } from '@playwright/test';
import { scenes } from '../../../build/screenshots/scenes';
import { expectAccessible } from '../support/accessibility';
import { openScene } from '../support/scene';

for (const scene of scenes) {
  test(`nothing in the scene ${scene.name} breaks a rule`, async () => {
    const app = await openScene(scene);
    await expectAccessible(app.window);
    await app.kill();
  });
}
