// SPDX-License-Identifier: MIT
// What a screen reader says as somebody reads the window from top to bottom: made of Chromium's accessibility tree, a line
// for each place where the reading stops.

import type { Page } from '@playwright/test';
import { wholeTree } from './accessibility-tree';
import type { TreeNode } from './accessibility-tree';

/** Said as one, with what is in them: their name is their content. */
const wholes: ReadonlySet<string> = new Set([
  ...[
    'button',
    'checkbox',
    'combobox',
    'columnheader',
    'gridcell',
    'heading',
    'link',
    'menuitem',
    'option',
  ],
  ...[
    'radio',
    'rowheader',
    'searchbox',
    'switch',
    'tab',
    'textbox',
    'DisclosureTriangle',
    'MenuListPopup',
  ],
]);

/** Never said by themselves. */
const silent: ReadonlySet<string> = new Set([
  'RootWebArea',
  'generic',
  'none',
  'paragraph',
  'section',
  'sectionheader',
]);

const texts: ReadonlySet<string> = new Set([
  'StaticText',
  'InlineTextBox',
  'LineBreak',
  'strong',
  'emphasis',
  'term',
]);

const statesSaid: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  checked: { true: 'checked', false: 'not checked' },
  expanded: { true: 'expanded', false: 'collapsed' },
  disabled: { true: 'unavailable' },
  current: { page: 'current page' },
};

function statesOf({ states }: TreeNode): readonly string[] {
  return Object.entries(statesSaid).flatMap(([state, said]) => said[states[state] ?? ''] ?? []);
}

function lineOf(node: TreeNode): string {
  const { role, name, description, states } = node;
  const level = role === 'heading' ? ` ${states['level'] ?? ''}` : '';
  const about = [name, ...statesOf(node), description].filter((part) => part !== '');
  return `${role}${level}: ${about.join(', ')}`;
}

/** A run of text is said at one go; everything else begins a line. */
function spokenLines(root: TreeNode): readonly string[] {
  const lines: string[] = [];
  let text = '';
  const endText = () => {
    if (text.trim() !== '') lines.push(text.trim());
    text = '';
  };
  const say = (node: TreeNode): void => {
    const { role, name, children } = node;
    // A text's children are its lines as they were laid out.
    if (role === 'StaticText' || (texts.has(role) && children.length === 0)) {
      text += role === 'LineBreak' ? ' ' : name;
      return;
    }
    const isSilent = silent.has(role) || texts.has(role);
    const isInline = texts.has(role);
    if (!isInline) endText();
    if (!isSilent && (name !== '' || wholes.has(role))) lines.push(lineOf(node));
    if (!wholes.has(role)) children.forEach(say);
    if (!isInline) endText();
  };
  say(root);
  endText();
  return lines;
}

/** The window as it is read. */
export const readAloud = async (window: Page): Promise<readonly string[]> =>
  spokenLines(await wholeTree(window));
