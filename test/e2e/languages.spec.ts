// SPDX-License-Identifier: MIT
// Every page in every language but English, which all other specs read: nothing breaks a rule of axe's, and every
// control can be brought into sight at every size.

import { expect, test } from '@playwright/test';
import { languages } from '../../electron/contract/languages.generated';
import { launchApp, onlyInElectron } from './support/app';
import { expectAccessible } from './support/accessibility';
import { outOfReach, reshape, shapes } from './support/reach';

for (const language of languages.filter((one) => one !== 'en')) {
  test(
    `every page in ${language} is accessible and within reach`,
    { tag: onlyInElectron },
    async () => {
      const app = await launchApp({
        switches: ['--demo'],
        page: 'internet-traffic',
        environment: { LANG: language, LC_ALL: language, LANGUAGE: language },
      });
      const { electron, window } = app;
      await window.getByRole('radiogroup').waitFor();
      expect(await window.getAttribute('html', 'lang')).toBe(language);
      const buttons = window.getByRole('navigation').getByRole('button');
      for (const button of await buttons.all()) {
        const page = (await button.getAttribute('aria-label')) ?? '';
        await button.click();
        await window.getByRole('main', { name: page, exact: true }).waitFor();
        await expectAccessible(window);
        for (const shape of shapes) {
          await reshape(electron, window, shape);
          await expect
            .poll(() => outOfReach(window), { message: `${page}, ${shape.name}` })
            .toEqual([]);
        }
        await reshape(electron, window, { name: 'wide', size: [1200, 800] });
      }
      await app.kill();
    },
  );
}
