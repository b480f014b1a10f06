// SPDX-License-Identifier: MIT
// The store of docs/lasting-settings.md, seen by other means than our own codecs.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const sealBytes = 32;

/** How many settings the store in a folder has; it throws at one that is not whole. */
export function settingsIn(folder: string): number {
  const file = path.join(folder, 'lasting-settings');
  if (!existsSync(file)) return 0;
  const bytes = readFileSync(file);
  const [content, seal] = [bytes.subarray(0, -sealBytes), bytes.subarray(-sealBytes)];
  const isWhole = createHash('sha256').update(content).digest().equals(seal);
  if (!isWhole) throw new Error(`The store is not whole: ${bytes.toString('hex')}`);
  return content.readUInt16LE(6);
}
