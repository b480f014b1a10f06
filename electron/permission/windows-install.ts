// SPDX-License-Identifier: MIT
// Where Windows lets only administrators exchange a program: below Program Files, if nobody loosened it.

import path from 'node:path';
import type { AccessEntry, PlaceSecurity } from '../native/addon';

/** May exchange programs anyway: Administrators, SYSTEM, TrustedInstaller. */
const trustedOwners: readonly string[] = [
  'S-1-5-32-544',
  'S-1-5-18',
  'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464',
];

/** CREATOR OWNER stands for the owner, who is looked at by himself. */
const trusted: readonly string[] = [...trustedOwners, 'S-1-3-0'];

/** Rights with which a place, or what lies in it, can be altered, replaced or taken over (winnt.h). */
const alteringRights =
  0x0000_0002 | // FILE_WRITE_DATA, FILE_ADD_FILE
  0x0000_0004 | // FILE_APPEND_DATA, FILE_ADD_SUBDIRECTORY
  0x0000_0010 | // FILE_WRITE_EA
  0x0000_0040 | // FILE_DELETE_CHILD
  0x0000_0100 | // FILE_WRITE_ATTRIBUTES
  0x0001_0000 | // DELETE
  0x0004_0000 | // WRITE_DAC
  0x0008_0000 | // WRITE_OWNER
  0x1000_0000 | // GENERIC_ALL
  0x4000_0000; // GENERIC_WRITE

function letsStrangerAlter({ allows, inheritOnly, sid, mask }: AccessEntry): boolean {
  if (!allows || inheritOnly) return false;
  // What is not understood is not trusted.
  return sid === null || (!trusted.includes(sid) && (mask & alteringRights) !== 0);
}

/** Whether somebody but an administrator could exchange this place. A denial is not relied on. */
export function isWeakPlace({ isReparsePoint, owner, entries }: PlaceSecurity): boolean {
  if (isReparsePoint || owner === null || !trustedOwners.includes(owner)) return true;
  return entries === null || entries.some(letsStrangerAlter);
}

const lower = (place: string): string => path.win32.normalize(place).toLowerCase();

/**
 * The file and the folders it lies in, up to and without the drive's root; none where the file is not on a
 * lettered drive strictly below `programFiles`.
 */
export function placesToCheck(file: string, programFiles: string): readonly string[] {
  if (!/^[a-z]:\\[^:]*$/i.test(file) || !/^[a-z]:\\[^:]*$/i.test(programFiles)) return [];
  if (!lower(file).startsWith(`${lower(programFiles).replace(/\\+$/, '')}\\`)) return [];
  const places: string[] = [];
  for (
    let place = path.win32.normalize(file);
    place !== path.win32.dirname(place);
    place = path.win32.dirname(place)
  ) {
    places.push(place);
  }
  return places;
}
