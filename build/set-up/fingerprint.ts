// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../project-paths';

/** Every file under a folder of the project, or the file itself; relative to the root, sorted. */
export function filesUnder(place: string): string[] {
  if (statSync(path.join(projectRoot, place)).isFile()) return [place];
  return readdirSync(path.join(projectRoot, place), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(projectRoot, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** A hash over names and contents, so that equal sources count as equal whatever their dates. */
export function fingerprint(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    const contents = readFileSync(path.join(projectRoot, file));
    hash.update(`${file}\0${String(contents.length)}\0`).update(contents);
  }
  return hash.digest('hex');
}

/** Remembers across runs that something was done for one fingerprint. */
export class DoneMark {
  constructor(private readonly file: string) {}

  isFor(print: string): boolean {
    try {
      return readFileSync(this.file, 'utf8') === print;
    } catch {
      return false;
    }
  }

  /** To be called before doing it again, so that half a result never passes for the whole. */
  clear(): void {
    rmSync(this.file, { force: true });
  }

  set(print: string): void {
    mkdirSync(path.dirname(this.file), { recursive: true });
    writeFileSync(this.file, print);
  }
}
