// SPDX-License-Identifier: MIT
import type { Path } from '../../electron/contract/preview';
import type { Luid } from '../../electron/contract/snapshot';

/** The adapters a path may lead through. */
export function pathLuids(path: Path): readonly Luid[] {
  switch (path.kind) {
    case 'through':
      return [path.luid];
    case 'tie':
      return path.luids;
    case 'this-computer':
    case 'nowhere':
      return [];
  }
}

/** Whether two paths lead the same way, whatever their metrics and routers. */
export function isSamePath(a: Path, b: Path): boolean {
  const [first, second] = [pathLuids(a), pathLuids(b)];
  return (
    first.length === second.length &&
    first.every((luid) => second.includes(luid)) &&
    (first.length > 0 || a.kind === b.kind)
  );
}
