// SPDX-License-Identifier: MIT

/** The environment variable that names the helper to start, for halting-main.ts. */
export const haltingHelperVariable = 'INTERFACE_PANEL_HALTING_HELPER';
