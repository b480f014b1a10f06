// SPDX-License-Identifier: MIT
// How a command ends, told to whoever started it.

/** What each exit code says; --help and the manual page print it. */
export const exitCodes = {
  done: { code: 0, says: 'Done: it is shown, or set and kept, or nothing had to change.' },
  failed: { code: 1, says: 'It failed, or something that was to be settled is still open.' },
  usage: { code: 2, says: 'The command line is wrong, or names something that is not here.' },
  unchanged: { code: 3, says: 'Nothing was changed: declined, refused, or too dangerous.' },
  reverted: { code: 4, says: 'It was set, not kept, and everything is as before.' },
  incomplete: { code: 5, says: 'It was set, not kept, and not everything could be put back.' },
} as const;

export type ExitName = keyof typeof exitCodes;
