// SPDX-License-Identifier: MIT
import { loadAddon } from './addon';
import type { PlaceSecurity } from './addon';
import { toFailure } from './native-error';

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
