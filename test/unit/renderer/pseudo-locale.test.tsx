// SPDX-License-Identifier: MIT
// Every word on screen comes from the catalogue, from the table of fields or from the system: each message of the
// catalogue is put in brackets here, and what stands outside of them has to be a name out of the others.
import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { fields } from '../../../electron/contract/fields';
import { languages } from '../../../electron/contract/languages.generated';
import { planSubject } from '../../../electron/contract/plan-subject';
import type { Catalogue } from '../../../electron/language/catalogue';
import { languageName } from '../../../electron/language/languages';
import { openWindow, prepareWindowTests } from './render-app';
import { lasting, lastingSetting } from './sample-lasting';
import { sampleAbout } from './sample-about';
import { ethernetLuid, sampleSnapshot } from './sample-snapshot';

vi.mock('../../../electron/language/en.json', async (original) => {
  /** A catalogue with brackets around each of its messages. */
  const bracketed = (catalogue: Catalogue): Catalogue =>
    Object.fromEntries(
      Object.entries(catalogue).map(([name, part]) => [
        name,
        typeof part === 'string' ? `⟦${part}⟧` : bracketed(part),
      ]),
    );
  const { default: english } = await original<{ default: Catalogue }>();
  return { default: bracketed(english) };
});

prepareWindowTests();

/** What stands outside of brackets. */
function outside(text: string): string {
  let depth = 0;
  let found = '';
  for (const character of text) {
    if (character === '⟦') depth += 1;
    else if (character === '⟧') depth -= 1;
    else found += depth > 0 ? ' ' : character;
  }
  return found;
}

const wordsIn = (text: string): readonly string[] => text.match(/\p{L}{2,}/gu) ?? [];

/** The words that are not the catalogue's: of the table of fields, the system, the journal and languages. */
const names = new Set(
  wordsIn(
    `${JSON.stringify(fields)} ${JSON.stringify([sampleSnapshot(), sampleAbout])} ${languages.map(languageName).join(' ')} somebody Ctrl AM PM`,
  ),
);

const spoken = ['aria-label', 'title', 'placeholder', 'aria-description'];

/** Everything that is read or heard, one text for each element. */
function textsOf(root: Element): readonly string[] {
  const attributes = [...root.querySelectorAll('*')].flatMap((element) =>
    spoken.flatMap((name) => element.getAttribute(name) ?? []),
  );
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '');
  // A text of the catalogue may be cut by a name that is set off in it.
  return [texts.join(' '), ...attributes];
}

/** Words on screen that come from nowhere they may come from. */
const strayWords = () =>
  textsOf(document.body).flatMap((text) =>
    wordsIn(outside(text)).filter((word) => !names.has(word)),
  );

const mtu = {
  luid: ethernetLuid,
  family: 'IPv4',
  field: 'NlMtu',
  expected: 1400,
  value: 1500,
} as const;

const transaction = {
  id: 'a'.repeat(32),
  sequence: 0,
  kind: 'set',
  startedAt: Date.now(),
  result: 'kept',
  isRestorable: true,
  subject: planSubject({ operations: [mtu] }),
  adapters: [],
} as const;

const history = {
  page: () => ({ total: 1, entries: [transaction] }),
  outline: () => ({ total: 1, places: [transaction] }),
  transaction: () => ({
    ...transaction,
    planCode: '00000000',
    deadline: 60 as const,
    lastSeenAt: Date.now(),
    account: 'somebody',
    consent: 'direct' as const,
    restoresFrom: null,
    restoredAt: null,
    changes: [
      {
        operation: mtu,
        adapter: null,
        outcome: 'applied' as const,
        restorability: 'restorable' as const,
      },
    ],
    lasting: [],
    isLastingUnwritten: false,
  }),
};

describe('in another language', () => {
  it.each([
    'Internet traffic',
    'Interfaces',
    'Routes',
    'History',
    'Lasting settings',
    'Settings',
    'Help and support',
  ])('the page %s has no word of its own', async (label) => {
    const window = openWindow({
      handlers: { history, changes: { lasting: () => lasting([lastingSetting()]) } },
    });
    await window.user.click(await screen.findByRole('button', { name: `⟦${label}⟧` }));
    await screen.findByRole('main', { name: `⟦${label}⟧` });
    if (label === 'Interfaces' || label === 'Routes') await screen.findAllByRole('row');
    if (label === 'Interfaces') {
      const [, row] = await screen.findAllByRole('row');
      if (row) await window.user.click(row);
      await screen.findByRole('complementary');
    }
    if (label === 'History') {
      const [item] = await screen.findAllByRole('listitem');
      const button = item?.querySelector('button');
      if (button) await window.user.click(button);
      await screen.findByText(/somebody$/);
    }
    if (label === 'Help and support') await screen.findByText(sampleAbout.documents);
    if (label === 'Lasting settings') await screen.findByRole('listitem');
    expect(strayWords()).toEqual([]);
  });

  it('the list of keys has none', async () => {
    const window = openWindow();
    await screen.findByRole('navigation');
    await window.user.keyboard('{F1}');
    await screen.findByRole('dialog');
    expect(strayWords()).toEqual([]);
  });

  it('a word outside would be found', () => {
    document.body.append(Object.assign(document.createElement('p'), { textContent: 'Oops' }));
    expect(strayWords()).toEqual(['Oops']);
  });
});
