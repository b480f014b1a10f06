// SPDX-License-Identifier: MIT
import { SetUpProblem } from '../../build/set-up/set-up-problem';

/** The whole number that follows a name on the command line; null without that name. */
export function numberAfter(name: string): number | null {
  const at = process.argv.indexOf(name);
  if (at === -1) return null;
  const number = Number(process.argv[at + 1]);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new SetUpProblem(`${name} needs a whole number.`);
}
