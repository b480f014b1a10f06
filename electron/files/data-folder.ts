// SPDX-License-Identifier: MIT
// The folder of this user in which everything that outlives a run is kept. All writers share it.

import { existsSync, realpathSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { AppFailure } from '../base/app-failure';
import { elevatesSilently } from '../native/administrator';
import { ownSid, placeSecurity } from '../native/place-security';
import { Folder } from './folder';

const root = 0;
const forOthers = 0o077;

/** Where a path really leads, as far as it is there. */
function nearestReal(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    const parent = path.dirname(folder);
    return parent === folder ? folder : nearestReal(parent);
  }
}

const withParents = (folder: string): readonly string[] =>
  folder === path.dirname(folder) ? [folder] : [folder, ...withParents(path.dirname(folder))];

const accountOf = (uid: number) => `the user with the number ${uid}`;

/** Why a folder of another user is not worked in, and what helps. */
function foreignFolder(folder: string, owner: string): Error {
  return new Error(
    `${folder} belongs to ${owner}: start Interface Panel as that user. ` +
      'To look at it as another one, copy it first and name the copy with --user-data-dir.',
  );
}

function assertNotForeignOnLinux(folder: string, self: number): void {
  const places = withParents(nearestReal(folder));
  for (const place of self === root ? places : places.slice(0, 1)) {
    const { uid } = statSync(place);
    if (uid === root || uid === self) continue;
    throw foreignFolder(place, accountOf(uid));
  }
}

/**
 * Administrators and SYSTEM: who is elevated makes folders in the name of the first. Everyone, where a volume knows no
 * owners.
 */
const machineOwners: readonly string[] = ['S-1-5-32-544', 'S-1-5-18', 'S-1-1-0'];

/** Whether a folder of Windows that belongs to `owner` is none of the account `self`, nor of the computer itself. */
export function isForeignOwner(owner: string, self: string | null): boolean {
  return owner !== self && !machineOwners.includes(owner);
}

/** Without the addon nobody can be asked, nothing can be changed, and the window says so. */
function ask<Answer>(question: () => Answer, otherwise: Answer): Answer {
  try {
    return question();
  } catch (cause) {
    if (cause instanceof AppFailure && cause.appError.code === 'addon-missing') return otherwise;
    throw cause;
  }
}

/** Some network drives tell no owner. Who has all rights needs one, others have their own rights to lose. */
function ownerOnWindows(place: string, isElevated: boolean): string | null {
  try {
    return ask(() => placeSecurity(place).owner, null);
  } catch (cause) {
    if (isElevated) throw cause;
    return null;
  }
}

/**
 * Where the folder is to be made counts only for who has all rights: a company's servers may own the folders in which
 * its people keep theirs.
 */
function assertNotForeignOnWindows(folder: string): void {
  const isElevated = ask(elevatesSilently, false);
  if (!existsSync(folder) && !isElevated) return;
  const place = nearestReal(folder);
  const owner = ownerOnWindows(place, isElevated);
  if (owner !== null && isForeignOwner(owner, ownSid())) {
    throw foreignFolder(place, `the account ${owner}`);
  }
}

/**
 * Throws when a folder, or where it would be made, belongs to another user; for root, who is worth deceiving, also when
 * one on the way to it does.
 */
export function assertNotForeign(folder: string): void {
  const self = process.geteuid?.();
  if (self === undefined) assertNotForeignOnWindows(folder);
  else assertNotForeignOnLinux(folder, self);
}

/**
 * A user's folder, opened when it is first needed and then for good. It is never worked in when it belongs to somebody
 * else: what lies there is another user's to arrange.
 */
export class DataFolder {
  readonly path: string;
  readonly #makesIt: boolean;
  #opened: Promise<Folder> | null = null;

  /** With `makesIt: false` nothing is made: a folder that is not there is told as such. */
  constructor(folder: string, { makesIt }: { readonly makesIt: boolean } = { makesIt: true }) {
    this.path = folder;
    this.#makesIt = makesIt;
  }

  /** The folder; rejects with the reason why it cannot be used, and tries again when it is asked for next. */
  open(): Promise<Folder> {
    this.#opened ??= this.#open().catch((cause: unknown) => {
      this.#opened = null;
      throw cause;
    });
    return this.#opened;
  }

  /** Lets go of it; it opens again when it is asked for. */
  async close(): Promise<void> {
    const opened = this.#opened;
    this.#opened = null;
    await (await opened?.catch(() => null))?.close();
  }

  /** The path of a file in it, for people. */
  pathOf(name: string): string {
    return path.join(this.path, name);
  }

  async #open(): Promise<Folder> {
    // Nothing is made in a folder of another user either: it would lock that user out.
    assertNotForeign(this.path);
    if (this.#makesIt) await mkdir(this.path, { recursive: true, mode: 0o700 });
    const folder = await Folder.open(this.path, { noLink: true });
    try {
      const status = await folder.status();
      if (status && status.uid !== process.geteuid?.())
        throw foreignFolder(this.path, accountOf(status.uid));
      if (status && (status.mode & forOthers) !== 0) await folder.makePrivate();
      await folder.removeOldDrafts().catch(() => undefined);
      return folder;
    } catch (cause) {
      await folder.close();
      throw cause;
    }
  }
}
