// SPDX-License-Identifier: MIT
import { userInfo } from 'node:os';

/** The account that runs this, as the journal names it; one that the system has no name for goes by its number. */
export function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.geteuid?.() ?? '');
  }
}
