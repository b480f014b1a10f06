// SPDX-License-Identifier: MIT
/** `npm run messages`: makes anew what is made of the catalogues, and says what is wrong with a language. */
import { writeFileSync } from 'node:fs';
import { allProblems } from './messages/language-problems';
import { filesOfCatalogues } from './messages/made-files';
import { runScript } from './set-up/set-up-problem';

void runScript(async () => {
  for (const { path, content } of await filesOfCatalogues()) writeFileSync(path, content);
  const problems = allProblems();
  for (const problem of problems) console.error(problem);
  return problems.length === 0 ? 0 : 1;
});
