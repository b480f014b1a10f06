// SPDX-License-Identifier: MIT

/** Another one each time, short enough to be typed. */
export const anySeed = (): number => Date.now() % 1_000_000_000;
