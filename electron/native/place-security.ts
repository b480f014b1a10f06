// SPDX-License-Identifier: MIT
import { loadAddon } from './addon';
import { toFailure } from './native-error';

/** One entry of a place's access list. */
export interface AccessEntry {
  /** False for one that denies. */
  readonly allows: boolean;
  /** Applies to what is made inside, not to the place itself. */
  readonly inheritOnly: boolean;
  /** Whom it is about, as "S-1-5-32-544"; null for a kind of entry that is not understood. */
  readonly sid: string | null;
  /** Access rights (winnt.h). */
  readonly mask: number;
}

/** Who may exchange a file or folder (Windows). */
export interface PlaceSecurity {
  /** A junction, a symbolic link or another stand-in for a place elsewhere. */
  readonly isReparsePoint: boolean;
  /** Security identifier; null if there is none. */
  readonly owner: string | null;
  /** Null where there is no list, which lets everybody do everything. */
  readonly entries: readonly AccessEntry[] | null;
}

/** Reads it. Throws an AppFailure with the code 'platform' when it cannot be read. */
export function placeSecurity(place: string): PlaceSecurity {
  try {
    return loadAddon().placeSecurity(place);
  } catch (cause) {
    throw toFailure(cause);
  }
}

/** The security identifier of the account that runs this (Windows); null where it cannot be told. */
export function ownSid(): string | null {
  return loadAddon().ownSid();
}

/** The folder for programs of all users, whatever the environment says; undefined off Windows. */
export function programFilesFolder(): string | undefined {
  return process.platform === 'win32' ? (loadAddon().programFilesFolder() ?? undefined) : undefined;
}
