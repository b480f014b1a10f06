// SPDX-License-Identifier: MIT
import { filesUnder } from './fingerprint';

/** Every C++ source and header of ours, relative to the root. */
export function cppSources(): string[] {
  return ['native', 'test'].flatMap(filesUnder).filter((file) => /\.(h|cpp)$/.test(file));
}
