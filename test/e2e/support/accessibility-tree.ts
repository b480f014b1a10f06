// SPDX-License-Identifier: MIT
// What assistive technology is given: Chromium's own accessibility tree.

import type { Page } from '@playwright/test';

/** One element as screen readers get it. */
export interface AccessibleNode {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  /** States such as `checked`, `disabled`, `expanded`, as text. */
  readonly states: Readonly<Record<string, string>>;
}

interface Value {
  readonly value?: unknown;
}

/** One element with those in it. */
export interface TreeNode extends AccessibleNode {
  readonly children: readonly TreeNode[];
}

interface RawNode {
  readonly nodeId: string;
  readonly childIds?: readonly string[];
  readonly ignored: boolean;
  readonly role?: Value;
  readonly name?: Value;
  readonly description?: Value;
  readonly properties?: readonly { readonly name: string; readonly value: Value }[];
}

/** Characters that set off a name's direction, and are not said. */
const isolates = /[\u2066-\u2069]/g;

function textOf({ value = '' }: Value = {}): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).replace(isolates, '');
}

function nodeOf({ role, name, description, properties = [] }: RawNode): AccessibleNode {
  return {
    role: textOf(role),
    name: textOf(name),
    description: textOf(description),
    states: Object.fromEntries(properties.map((one) => [one.name, textOf(one.value)])),
  };
}

async function rawNodes(window: Page): Promise<readonly RawNode[]> {
  const session = await window.context().newCDPSession(window);
  // Enabled and disabled again: a tree that lives on makes the stand-in runtime crash with the next dialog.
  await session.send('Accessibility.enable');
  const answer = await session.send('Accessibility.getFullAXTree');
  await session.send('Accessibility.disable');
  await session.detach();
  return answer.nodes;
}

/** Everything in the window that is not hidden from assistive technology. */
export async function accessibilityTree(window: Page): Promise<readonly AccessibleNode[]> {
  return (await rawNodes(window)).filter(({ ignored }) => !ignored).map(nodeOf);
}

/** The same as a tree; what is hidden is left out, with what is in it in its place. */
export async function wholeTree(window: Page): Promise<TreeNode> {
  const nodes = await rawNodes(window);
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const childrenOf = ({ childIds = [] }: RawNode): readonly TreeNode[] =>
    childIds.flatMap((id) => {
      const child = byId.get(id);
      if (!child) return [];
      const children = childrenOf(child);
      return child.ignored ? children : [{ ...nodeOf(child), children }];
    });
  const [root] = nodes;
  if (!root) throw new Error('There is no tree.');
  return { ...nodeOf(root), children: childrenOf(root) };
}
