// SPDX-License-Identifier: MIT

/** Set-up cannot go on; the message says in plain words what the person at the keyboard can do. */
export class SetUpProblem extends Error {
  override readonly name = 'SetUpProblem';
}

/** Runs a script to its exit code; a set-up problem is printed as its message alone and ends with 1. */
export async function runScript(script: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await script();
  } catch (error) {
    console.error(error instanceof SetUpProblem ? error.message : error);
    process.exitCode = 1;
  }
}
