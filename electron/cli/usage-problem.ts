// SPDX-License-Identifier: MIT

/** A command line that is wrong, or names what is not here; the message says which part and what would be right. */
export class UsageProblem extends Error {}
