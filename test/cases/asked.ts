// SPDX-License-Identifier: MIT

/** Addresses of each family that a sentence is held against. */
export const askedOfFamily = 200;
