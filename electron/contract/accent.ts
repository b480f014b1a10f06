// SPDX-License-Identifier: MIT

/** The system's accent colour as "#rrggbb"; null where the system tells none. */
export type Accent = string | null;
