// SPDX-License-Identifier: MIT

/** Whether the program starts when the user signs in. The system keeps it, so it is asked each time. */
export type SignInStart =
  | { readonly kind: 'possible'; readonly isOn: boolean }
  /** The demo is no program to start with, and a folder that was not installed may be gone by then. */
  | { readonly kind: 'impossible'; readonly reason: 'demo' | 'not-installed' };
