// SPDX-License-Identifier: MIT

/** Functions that the test gives the page, through which it reaches the program. */
export const toMain = { call: 'callMain', input: 'noteInput', unusedKey: 'noteUnusedKey' } as const;

/** The function that the page gives the test, for news of the program. */
export const fromMain = 'hearMain';
