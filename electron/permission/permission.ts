// SPDX-License-Identifier: MIT
// Whether changes can be made here, and how the user's consent is asked for.

import type { Stats } from 'node:fs';
import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Permission } from '../contract/changes';
import type { StackName } from '../contract/family';
import { placeSecurity } from '../native/place-security';
import type { PlaceSecurity } from '../native/addon';
import { isWeakPlace, placesToCheck } from './windows-install';

/** The little of a file system that is looked at. All throw when there is nothing. */
export interface FileFacts {
  /** The path without links on the way. */
  realPath(file: string): string;
  status(
    file: string,
  ): Pick<Stats, 'uid' | 'gid' | 'mode'> & { isFile(): boolean; isDirectory(): boolean };
  /** The names in a folder. */
  entries(folder: string): readonly string[];
  /** On Windows alone. */
  security(file: string): PlaceSecurity;
}

/** The file system of this computer. */
const thisComputer: FileFacts = {
  realPath: (file) => realpathSync.native(file),
  status: (file) => (file === path.parse(file).root ? statSync(file) : lstatSync(file)),
  entries: (folder) => readdirSync(folder),
  security: placeSecurity,
};

export interface PermissionQuestion {
  readonly stack: StackName;
  /** Absolute path of the helper. */
  readonly helper: string;
  /** All that is executed or loaded besides, files or whole folders, absolute. */
  readonly program: readonly string[];
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

/** A place and everything in it, each where its links lead. */
function* withContents(place: string, files: FileFacts): Generator<string> {
  const real = files.realPath(place);
  yield real;
  if (!files.status(real).isDirectory()) return;
  for (const name of files.entries(real)) yield* withContents(path.join(real, name), files);
}

/** The first of the places that is weak, each looked at once; what cannot be looked at is not trusted. */
function firstWeak(
  programs: readonly string[],
  placesOf: (program: string) => Iterable<string>,
  isWeak: (place: string) => boolean,
): string | null {
  const sound = new Set<string>();
  for (const program of programs) {
    try {
      for (const place of placesOf(program)) {
        if (sound.has(place)) continue;
        if (isWeak(place)) return place;
        sound.add(place);
      }
    } catch {
      return program;
    }
  }
  return null;
}

/** The first place where somebody but root could exchange what is executed or loaded; null if there is none. */
function weakPlace({ helper, program }: PermissionQuestion, files: FileFacts): string | null {
  const placesOf = function* (place: string) {
    for (const inside of withContents(place, files)) yield* withParents(inside);
  };
  return firstWeak([helper, ...program], placesOf, (place) => {
    const { uid, mode } = files.status(place);
    return uid !== root || (mode & writableByGroupOrOthers) !== 0;
  });
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
  const weak = question.trustThisFolder ? null : weakPlace(question, files);
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

/** A place and everything in it, as it lies there: a link is refused when it is looked at. */
function* withWindowsContents(place: string, files: FileFacts): Generator<string> {
  yield place;
  if (!files.status(place).isDirectory()) return;
  for (const name of files.entries(place)) {
    yield* withWindowsContents(path.win32.join(place, name), files);
  }
}

/** The first place where somebody but an administrator could exchange what is executed or loaded. */
function weakOnWindows(
  { helper, program, programFiles }: PermissionQuestion,
  files: FileFacts,
): string | null {
  const elsewhere = new Set<string>();
  const placesOf = function* (place: string) {
    for (const inside of withWindowsContents(place, files)) {
      const places = programFiles === undefined ? [] : placesToCheck(inside, programFiles);
      if (places.length === 0) elsewhere.add(path.win32.dirname(inside));
      yield* places.length === 0 ? [path.win32.dirname(inside)] : places;
    }
  };
  return firstWeak([helper, ...program], placesOf, (place) => {
    return elsewhere.has(place) || isWeakOnWindows(place, files);
  });
}

function onWindows(question: PermissionQuestion, files: FileFacts): Permission {
  const { trustThisFolder, isAdministrator } = question;
  const prompt = { kind: 'prompt', prompt: 'uac', needsPassword: !isAdministrator } as const;
  if (trustThisFolder) return prompt;
  // As it was installed: a link on the way is refused, not followed.
  const weak = weakOnWindows(question, files);
  if (weak === null) return prompt;
  return { kind: 'read-only', reason: 'folder-writable-by-others', detail: weak };
}

/** Electron shows an archive as a folder unless it is told not to: here the file itself is meant. */
function withArchivesAsFiles<Result>(work: () => Result): Result {
  const electronProcess: { noAsar?: boolean } = process;
  const before = electronProcess.noAsar ?? false;
  electronProcess.noAsar = true;
  try {
    return work();
  } finally {
    electronProcess.noAsar = before;
  }
}

/** Judges where this program runs from and as whom. Nothing is asked of the user here. */
export function permissionFor(
  question: PermissionQuestion,
  files: FileFacts = thisComputer,
): Permission {
  return withArchivesAsFiles(() => judge(question, files));
}

function judge(question: PermissionQuestion, files: FileFacts): Permission {
  if (!isThere(question.helper, files)) {
    return { kind: 'read-only', reason: 'helper-missing', detail: question.helper };
  }
  if (question.stack === 'simulated') return { kind: 'direct' };
  return question.stack === 'linux' ? onLinux(question, files) : onWindows(question, files);
}
