// SPDX-License-Identifier: MIT
import path from 'node:path';

/** The root of the project, absolute. */
export const projectRoot = path.resolve(__dirname, '..');

/** An absolute path inside the project. */
export const inProject = (...parts: string[]): string => path.join(projectRoot, ...parts);

/** Everything that is built lands here; deleting it is always safe. */
export const inOutput = (...parts: string[]): string => inProject('out', ...parts);

/** Names this machine's native output, such as `linux-x64`. */
export const hostPlatform = `${process.platform}-${process.arch}`;
