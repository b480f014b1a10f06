// SPDX-License-Identifier: MIT
// How a command ends, told to whoever started it.

/** --help and the manual page print what each says. */
export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  unchanged: 3,
  reverted: 4,
  incomplete: 5,
} as const;

export type ExitName = keyof typeof exitCodes;
