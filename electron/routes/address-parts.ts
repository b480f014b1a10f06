// SPDX-License-Identifier: MIT
// All addresses of a family in parts that every lookup treats alike, whatever operations are laid over the snapshot:
// cut at the prefixes of its tables, rules, own networks and the registry, then joined where they meet alike routes.
// One lookup for each part says where all of its addresses go. The parts go along with the routes of the index
// (snapshot-index.ts): while the ground stays the same, only what changed is looked at.

import type { Family } from '../contract/family';
import { groundOf, groundSources, groundText } from './address-ground';
import { AddressTraits } from './address-traits';
import { AddressTree } from './address-tree';
import type { RouteIndex } from './route-index';
import type { SnapshotIndex } from './snapshot-index';
import { TreeParts } from './tree-parts';
import type { AddressParts } from './tree-parts';

/** Parts, and the ground on which they stand. */
interface Standing {
  readonly sources: readonly unknown[];
  readonly ground: string;
  readonly tree: AddressTree;
  readonly parts: TreeParts;
}

function makeAnew(index: SnapshotIndex, family: Family): Standing {
  const ground = groundOf(index, family);
  const tree = new AddressTree(new AddressTraits(family, ground, index.routes));
  return {
    sources: groundSources(index, family),
    ground: groundText(ground),
    tree,
    parts: new TreeParts(tree, family),
  };
}

/** What was made, if the ground is still the same. */
function onSameGround(made: Standing, index: SnapshotIndex, family: Family): Standing | null {
  const sources = groundSources(index, family);
  if (sources.every((source, place) => source === made.sources[place])) return made;
  return groundText(groundOf(index, family)) === made.ground ? { ...made, sources } : null;
}

function broughtAlong(made: Standing | undefined, index: SnapshotIndex, family: Family): Standing {
  const changed = index.routes.takeChanged(family);
  const still = made && onSameGround(made, index, family);
  if (!still || !changed || still.tree.isLittered) return makeAnew(index, family);
  for (const group of changed) still.tree.update(group);
  return still;
}

const known = new WeakMap<RouteIndex, Partial<Record<Family, Standing>>>();

/** The parts of all addresses of a family. */
export function addressParts(index: SnapshotIndex, family: Family): AddressParts {
  const { routes } = index;
  const found = known.get(routes) ?? {};
  known.set(routes, found);
  const standing = broughtAlong(found[family], index, family);
  found[family] = standing;
  return standing.parts.current;
}
