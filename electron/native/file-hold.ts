// SPDX-License-Identifier: MIT
import { loadAddon } from './addon';

/**
 * Linux: whether an open file is now the only one of its file that is held, until it is closed or the process ends.
 * False when another process holds it. Throws what flock(2) refuses.
 */
export function holdFile(descriptor: number): boolean {
  return loadAddon().holdFile(descriptor);
}
