// SPDX-License-Identifier: MIT
/** `tsx build/lint/unused-messages.ts`: tells the messages of the catalogues that nothing says. */
import { unusedMessagesOfProject } from '../messages/unused-messages';
import { runScript } from '../set-up/set-up-problem';

void runScript(() => {
  const unused = unusedMessagesOfProject();
  for (const name of unused) console.error(`electron/language/en.json: nothing says ${name}.`);
  return Promise.resolve(unused.length === 0 ? 0 : 1);
});
