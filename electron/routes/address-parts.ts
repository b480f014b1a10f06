// SPDX-License-Identifier: MIT
// All addresses of a family in parts that every lookup treats alike, whatever operations are laid over the snapshot:
// cut at the prefixes of its tables, rules, own networks and the registry, then joined where they meet alike routes.
// One lookup for each part says where all of its addresses go. The parts go along with the routes of the index
// (snapshot-index.ts): while the ground stays the same, only what changed is looked at.

import type { Family } from '../contract/family';
import { frameText, groundOf, groundSources } from './address-ground';
import { AddressTraits } from './address-traits';
import { AddressTree } from './address-tree';
import type { RouteIndex } from './route-index';
import type { SnapshotIndex } from './snapshot-index';
import { TreeParts } from './tree-parts';
import type { AddressParts } from './tree-parts';

/** Parts, and the ground on which they stand. */
interface GroundedParts {
  /** What the ground was made of. */
  readonly sources: readonly unknown[];
  readonly frame: string;
  readonly traits: AddressTraits;
  readonly tree: AddressTree;
  readonly parts: TreeParts;
}

/** Changes of the ground that a tree is brought up to date with; wide ones cost a good part of a new tree each. */
const mostMoves = 32;

function makeAnew(index: SnapshotIndex, family: Family): GroundedParts {
  const ground = groundOf(index, family);
  const traits = new AddressTraits(family, ground, index.routes);
  const tree = new AddressTree(traits);
  const sources = groundSources(index, family);
  return { sources, frame: frameText(ground), traits, tree, parts: new TreeParts(tree, family) };
}

/** Brings parts to the ground of an index; null: they cannot, or not in less time than new ones take. */
function onGround(made: GroundedParts, index: SnapshotIndex, family: Family): GroundedParts | null {
  const sources = groundSources(index, family);
  if (sources.every((source, place) => source === made.sources[place])) return made;
  const ground = groundOf(index, family);
  if (frameText(ground) !== made.frame) return null;
  const moved = made.traits.moveTo(ground);
  if (moved.length > mostMoves) return null;
  for (const prefix of moved) made.tree.update(prefix);
  return { ...made, sources };
}

function broughtAlong(
  made: GroundedParts | undefined,
  index: SnapshotIndex,
  family: Family,
): GroundedParts {
  const changed = index.routes.takeChanged(family);
  const still = made && changed && !made.tree.isLittered ? onGround(made, index, family) : null;
  if (!still || !changed) return makeAnew(index, family);
  for (const group of changed) still.tree.update(group);
  return still;
}

const known = new WeakMap<RouteIndex, Partial<Record<Family, GroundedParts>>>();

/** The parts of all addresses of a family. */
export function addressParts(index: SnapshotIndex, family: Family): AddressParts {
  const { routes } = index;
  const found = known.get(routes) ?? {};
  known.set(routes, found);
  const standing = broughtAlong(found[family], index, family);
  found[family] = standing;
  return standing.parts.current;
}
