// SPDX-License-Identifier: MIT
// Whether changes can be made here, and how the user's consent is asked for.

import type { Stats } from 'node:fs';
import { lstatSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Permission } from '../contract/changes';
import type { StackName } from '../contract/family';
import { placeSecurity } from '../native/place-security';
import type { PlaceSecurity } from '../native/place-security';
import { isWeakPlace, placesToCheck } from './windows-install';

/** The little of a file system that is looked at. All throw when there is nothing. */
export interface FileFacts {
  /** The path without links on the way. */
  realPath(file: string): string;
  status(file: string): Pick<Stats, 'uid' | 'gid' | 'mode'> & { isFile(): boolean };
  /** On Windows alone. */
  security(file: string): PlaceSecurity;
}

/** The file system of this computer. */
export const thisComputer: FileFacts = {
  realPath: (file) => realpathSync.native(file),
  status: (file) => (file === path.parse(file).root ? statSync(file) : lstatSync(file)),
  security: placeSecurity,
};

export interface PermissionQuestion {
  readonly stack: StackName;
  /** Absolute path of the helper. */
  readonly helper: string;
  /** The effective user id; absent on Windows. */
  readonly userId: number | undefined;
  /** The development switch --trust-this-folder. */
  readonly trustThisFolder: boolean;
  /** Folder below which Windows lets only administrators write. */
  readonly programFiles: string | undefined;
  /** Whether the account's own consent is enough (Windows); pkexec asks for a password in any case. */
  readonly isAdministrator: boolean;
}

/** Debian's pkexec and everybody else's; never looked up along PATH. */
export const pkexecFile = '/usr/bin/pkexec';

const root = 0;
const writableByGroupOrOthers = 0o022;
const setUserId = 0o4000;

function isThere(file: string, files: FileFacts): boolean {
  try {
    return files.status(files.realPath(file)).isFile();
  } catch {
    return false;
  }
}

/** The file and every folder it lies in, up to the root. */
function withParents(file: string): string[] {
  const parent = path.dirname(file);
  return parent === file ? [file] : [file, ...withParents(parent)];
}

/** The first place on the way to the helper where somebody but root could exchange it; null if there is none. */
function weakPlace(helper: string, files: FileFacts): string | null {
  const weak = withParents(files.realPath(helper)).find((place) => {
    const { uid, mode } = files.status(place);
    return uid !== root || (mode & writableByGroupOrOthers) !== 0;
  });
  return weak ?? null;
}

function onLinux(question: PermissionQuestion, files: FileFacts): Permission {
  if (question.userId === root) return { kind: 'direct' };
  if (!isThere(pkexecFile, files)) {
    return { kind: 'read-only', reason: 'no-pkexec', detail: pkexecFile };
  }
  const { uid, mode } = files.status(files.realPath(pkexecFile));
  if (uid !== root || (mode & setUserId) === 0) {
    return { kind: 'read-only', reason: 'no-pkexec', detail: pkexecFile };
  }
  const weak = question.trustThisFolder ? null : weakPlace(question.helper, files);
  if (weak !== null) {
    return { kind: 'read-only', reason: 'folder-writable-by-others', detail: weak };
  }
  return { kind: 'prompt', prompt: 'pkexec', needsPassword: true };
}

function isWeakOnWindows(place: string, files: FileFacts): boolean {
  try {
    return isWeakPlace(files.security(place));
  } catch {
    // What cannot be looked at is not trusted.
    return true;
  }
}

function onWindows(question: PermissionQuestion, files: FileFacts): Permission {
  const { helper, programFiles, trustThisFolder, isAdministrator } = question;
  const prompt = { kind: 'prompt', prompt: 'uac', needsPassword: !isAdministrator } as const;
  if (trustThisFolder) return prompt;
  // As it was installed: a link on the way is refused, not followed.
  const places = programFiles === undefined ? [] : placesToCheck(helper, programFiles);
  const weak =
    places.length === 0
      ? path.win32.dirname(helper)
      : places.find((place) => isWeakOnWindows(place, files));
  if (weak === undefined) return prompt;
  return { kind: 'read-only', reason: 'folder-writable-by-others', detail: weak };
}

/** Judges where this program runs from and as whom. Nothing is asked of the user here. */
export function permissionFor(
  question: PermissionQuestion,
  files: FileFacts = thisComputer,
): Permission {
  if (!isThere(question.helper, files)) {
    return { kind: 'read-only', reason: 'helper-missing', detail: question.helper };
  }
  if (question.stack === 'simulated') return { kind: 'direct' };
  return question.stack === 'linux' ? onLinux(question, files) : onWindows(question, files);
}
