// SPDX-License-Identifier: MIT
// What belongs to somebody else on the same computer, and what is root's alone.

import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** The number of an account that need not be there. */
const otherUser = 4711;

/** A folder that goes with the test; of root's unless it is given away. */
export function folderOfTest(owner = 0): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'interface-panel-attack-'));
  chmodSync(folder, 0o755);
  chownSync(folder, owner, owner);
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Where an app keeps what it knows of Linux, in the user data of somebody else. */
export function foreignUserData(): { readonly userData: string; readonly kept: string } {
  const userData = folderOfTest(otherUser);
  const kept = path.join(userData, 'linux');
  mkdirSync(kept);
  giveAway(kept);
  return { userData, kept };
}

export function giveAway(place: string): void {
  execFileSync('chown', ['-R', '-h', `${otherUser}:${otherUser}`, place]);
}

/** A file that nobody but root reads or writes, with what it must still hold afterwards. */
export function secretOfRoot(): { readonly file: string; readonly content: string } {
  const file = path.join(folderOfTest(), 'secret');
  const content = 'of root alone\n';
  writeFileSync(file, content, { mode: 0o600 });
  return { file, content };
}

/** What in a folder belongs to root. */
export const ofRootIn = (folder: string): string =>
  execFileSync('find', [folder, '-uid', '0'], { encoding: 'utf8' });
