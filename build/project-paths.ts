// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The root of the project, absolute. */
export const projectRoot = path.resolve(__dirname, '..');

/** An absolute path inside the project. */
export const inProject = (...parts: string[]): string => path.join(projectRoot, ...parts);

/** Everything that is built lands here; deleting it is always safe. */
export const inOutput = (...parts: string[]): string => inProject('out', ...parts);

/** Names this machine's native output, such as `linux-x64`. */
export const hostPlatform = `${process.platform}-${process.arch}`;

/** The version that everything of this project is released as. */
export function versionOfProject(): string {
  const { version } = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}
