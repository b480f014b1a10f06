// SPDX-License-Identifier: MIT
/** `npm run messages`: writes the types of all messages anew, and says what is wrong with a language. */
import { writeFileSync } from 'node:fs';
import { readCatalogue, sourceLanguage } from './messages/catalogues';
import { allProblems } from './messages/language-problems';
import { formattedMessageTypes, messageTypesFile } from './messages/message-types';
import { runScript } from './set-up/set-up-problem';

void runScript(async () => {
  writeFileSync(messageTypesFile, await formattedMessageTypes(readCatalogue(sourceLanguage)));
  const problems = allProblems();
  for (const problem of problems) console.error(problem);
  return problems.length === 0 ? 0 : 1;
});
