// SPDX-License-Identifier: MIT
// The scenes that are photographed, opened to be tested.

import path from 'node:path';
import { readCatalogue } from '../../../build/messages/catalogues';
import { writePlace } from '../../../build/screenshots/lasting-place';
import type { Scene } from '../../../build/screenshots/scenes';
import type { Language } from '../../../electron/contract/languages.generated';
import { speak, speakEnglish } from '../../../electron/language/messages';
import { launchApp, newUserData } from './app';
import type { RunningApp } from './app';
import { simulatedControl } from './simulated-control';

/** A scene finds by what the window says. */
function speakHere(language: Language): void {
  if (language === 'en') speakEnglish();
  else speak({ locale: language, catalogue: readCatalogue(language) });
}

/**
 * Starts the demo and brings it to a scene, in a language of the catalogues. To be killed: a question about a waiting change
 * would keep it open.
 */
export async function openScene(
  { prepare }: Scene,
  language: Language = 'en',
): Promise<RunningApp> {
  speakHere(language);
  const userData = newUserData();
  const state = path.join(userData, 'network');
  const app = await launchApp({
    page: 'internet-traffic',
    switches: ['--demo', `--simulated-state=${state}`],
    userData,
    environment: { LANG: language, LC_ALL: language, LANGUAGE: language },
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
