// SPDX-License-Identifier: MIT
/**
 * `interface-panel-cli`, in the project `npm run cli -- <command>`: Interface Panel in the terminal. It runs in any
 * Node, and in a worker of the app before there is a display.
 */
import { completion } from './cli/commands/completion';
import { lasting } from './cli/commands/lasting';
import { history } from './cli/commands/history';
import { list, report, routes, show } from './cli/commands/reading';
import { restore } from './cli/commands/restore';
import { apply, preset, set } from './cli/commands/set';
import { why } from './cli/commands/why';
import { runCommandLine } from './cli/run';

runCommandLine(process.argv.slice(2), {
  list,
  show,
  routes,
  why,
  set,
  preset,
  apply,
  lasting,
  history,
  restore,
  report,
  completion,
}).then(
  (code) => process.exit(code),
  () => process.exit(1),
);
