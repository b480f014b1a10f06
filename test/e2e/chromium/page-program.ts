// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { inOutput } from '../../../build/project-paths';

/** The text of a module, as an expression that is what the module exports. */
function moduleText(file: string): string {
  const text = readFileSync(file, 'utf8');
  return `((module, exports) => {\n${text}\nreturn module.exports;\n})(...((exports) => [{ exports }, exports])({}))`;
}

/** What the page runs before its own scripts: the preload bundle, with an `electron` that leads to the test. */
export function pageProgram(): string {
  return `{
    const electron = ${moduleText(inOutput('e2e-chromium', 'page-electron.cjs'))};
    const require = () => electron;
    ${moduleText(inOutput('preload', 'index.cjs'))};
  }`;
}
