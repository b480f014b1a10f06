// SPDX-License-Identifier: MIT
import { loadAddon } from './addon';

/**
 * Whether this account's own consent is enough for elevation. On Linux polkit asks for a password in any case, so
 * nobody is one there but root, who is not asked.
 */
export function isAdministrator(): boolean {
  return process.platform === 'win32' && loadAddon().isAdministrator();
}

/** Whether Windows gives a helper all rights without asking anybody. Elsewhere somebody is asked, or this is root. */
export function elevatesSilently(): boolean {
  return process.platform === 'win32' && loadAddon().elevatesSilently();
}
