// SPDX-License-Identifier: MIT
// Every scene in every language but English, which the other specs read: the words are longer or shorter, so nothing that
// is told may break a rule of axe's, every control has to be within reach in the smallest window, and no word is cut off.

import { expect, test } from '@playwright/test';
import { scenes } from '../../../build/screenshots/scenes';
import { languages } from '../../../electron/contract/languages.generated';
import { onlyInElectron } from '../support/app';
import { expectAccessible } from '../support/accessibility';
import { outOfReach, reshape, shapes, spilled } from '../support/reach';
import { openScene } from '../support/scene';

/** The smallest window, and one with words below the icons of the pages. */
const [smallest, , withLabels] = shapes;

for (const language of languages.filter((one) => one !== 'en')) {
  for (const scene of scenes) {
    test(
      `the scene ${scene.name} in ${language} breaks no rule and is within reach`,
      { tag: onlyInElectron },
      async () => {
        const app = await openScene(scene, language);
        expect(await app.window.getAttribute('html', 'lang')).toBe(language);
        await expectAccessible(app.window, 'first');
        for (const shape of [withLabels, smallest]) {
          await reshape(app.electron, app.window, shape);
          await expect.poll(() => spilled(app.window), { message: shape.name }).toEqual([]);
        }
        await expect.poll(() => outOfReach(app.window)).toEqual([]);
        await app.kill();
      },
    );
  }
}
