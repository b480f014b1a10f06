// SPDX-License-Identifier: MIT
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ResolvedName } from '../../../electron/contract/domain-name';
import type { AppError, ErrorCode } from '../../../electron/contract/errors';
import type { PreviewRequest } from '../../../electron/contract/preview';
import { Refused } from './bridge-double';
import { openWindow, prepareWindowTests } from './render-app';
import type { RunningWindow } from './render-app';
import { probe, samplePreview } from './sample-preview';

prepareWindowTests();

const name = 'example.com';
const addresses = ['203.0.113.7', '2001:db8::7'];

/** Opens the page; main shows each address that it is asked about, and answers for a name. */
function openPage(
  resolveName: (name: string) => ResolvedName | Promise<ResolvedName> = () => {
    throw new Error('Nobody may look a name up');
  },
): RunningWindow {
  const preview = ({ addresses }: PreviewRequest) =>
    samplePreview({
      probes: [probe(), ...addresses.map((address) => probe({ kind: 'typed', address }))],
    });
  return openWindow({ page: 'internet-traffic', handlers: { routes: { preview, resolveName } } });
}

const box = () => screen.findByRole('textbox', { name: 'Check a website or address' });
const button = () => screen.getByRole('button', { name: 'Look up' });
const answer = (text: RegExp) =>
  waitFor(() => {
    const texts = screen.getAllByRole('status').map(({ textContent }) => textContent);
    expect(texts).toContainEqual(expect.stringMatching(text));
  });

async function type(window: RunningWindow, text: string): Promise<void> {
  const input = await box();
  await window.user.clear(input);
  await window.user.type(input, text.replaceAll('[', '[['));
}

/** The rows of the table but for the usual one: address, and why it is there. */
async function typedRows(): Promise<readonly string[]> {
  const fold = await screen.findByRole('button', { name: 'Addresses' });
  if (fold.getAttribute('aria-expanded') !== 'true') fireEvent.click(fold);
  const table = await screen.findByRole('table', { name: 'Where addresses go' });
  const headers = within(table).getAllByRole('rowheader');
  return headers
    .map(({ textContent }) => textContent)
    .filter((text) => !text.startsWith('1.1.1.1'));
}

const rowsAre = (rows: readonly string[]) =>
  waitFor(async () => {
    expect(await typedRows()).toEqual(rows);
  });

const resolved = (some: Partial<ResolvedName> = {}): ResolvedName => ({
  name,
  addresses,
  more: 0,
  ...some,
});

describe('an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['[2001:db8::7]:443', '2001:db8::7'],
    ['https://203.0.113.7:8443/path', '203.0.113.7'],
  ])('%s is shown as it is typed, and no name is looked up', async (text, address) => {
    const window = openPage();
    await type(window, `${text}{Enter}`);
    await rowsAre([`${address}Typed by you`]);
    expect(button().getAttribute('aria-disabled')).toBe('true');
  });

  it('that is none, nor a name, says what can be typed', async () => {
    const window = openPage();
    await type(window, '203.0.113.300{Enter}');
    expect((await screen.findByRole('alert')).textContent).toBe(
      'Enter an IP address such as 203.0.113.7, a name such as example.com, or a URL.',
    );
    await rowsAre([]);
  });
});

describe('a name', () => {
  it('is looked up by nobody while it is typed', async () => {
    const window = openPage();
    await type(window, name);
    await waitFor(() => {
      expect(button().getAttribute('aria-disabled')).not.toBe('true');
    });
    expect(screen.queryByRole('alert')).toBeNull();
    expect(window.callsTo('routes.resolveName')).toEqual([]);
  });

  it.each([
    ['Enter', (window: RunningWindow) => window.user.keyboard('{Enter}')],
    ['the button', (window: RunningWindow) => window.user.click(button())],
  ])('is looked up by %s, and each of its addresses is a row', async (_, lookUp) => {
    const window = openPage(() => resolved());
    await type(window, ' https://user@Example.com:8443/path ');
    await lookUp(window);
    await answer(
      /example\.com is 203\.0\.113\.7 and 2001:db8::7 for this computer’s resolver\. Browsers and VPN programs can use other name servers\.$/,
    );
    await rowsAre(addresses.map((address) => `${address}example.com`));
    expect(window.callsTo('routes.resolveName')).toEqual([[name]]);
  });

  it('takes its rows along when it is altered or removed', async () => {
    const window = openPage(() => resolved());
    await type(window, `${name}{Enter}`);
    await rowsAre(addresses.map((address) => `${address}example.com`));
    await window.user.type(await box(), '{Backspace}');
    await rowsAre([]);
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).not.toContainEqual(
      expect.stringContaining('example.com is'),
    );
    expect(window.callsTo('routes.resolveName')).toHaveLength(1);
  });

  it('is still answered on coming back to the page, without being asked for again', async () => {
    const window = openPage(() => resolved());
    await type(window, `${name}{Enter}`);
    await answer(/example\.com is/);
    fireEvent.keyDown(document, { key: '3', ctrlKey: true });
    await screen.findByRole('main', { name: 'Routes' });
    fireEvent.keyDown(document, { key: '1', ctrlKey: true });
    await rowsAre(addresses.map((address) => `${address}example.com`));
    expect(window.callsTo('routes.resolveName')).toHaveLength(1);
  });

  it('with many addresses names some and counts the others', async () => {
    const many = Array.from({ length: 16 }, (_, index) => `203.0.113.${index}`);
    const window = openPage(() => resolved({ addresses: many, more: 4 }));
    await type(window, `${name}{Enter}`);
    await answer(
      /is 203\.0\.113\.0, 203\.0\.113\.1, 203\.0\.113\.2 and 17 more for .* The table has the first 16\. Browsers/,
    );
  });
});

describe('a lookup under way', () => {
  it('is told, and not begun twice', async () => {
    const window = openPage(() => new Promise(() => undefined));
    await type(window, `${name}{Enter}{Enter}`);
    await answer(/^Looking up example\.com…$/);
    expect(button().getAttribute('aria-disabled')).toBe('true');
    expect(window.callsTo('routes.resolveName')).toHaveLength(1);
  });

  it('says nothing to whoever has typed something else meanwhile', async () => {
    const ends = new Map<string, (answer: ResolvedName) => void>();
    const window = openPage((asked) => new Promise((resolve) => ends.set(asked, resolve)));
    await type(window, 'a.example{Enter}');
    await type(window, 'b.example{Enter}');
    ends.get('b.example')?.(resolved({ name: 'b.example', addresses: ['203.0.113.2'] }));
    await rowsAre(['203.0.113.2b.example']);
    ends.get('a.example')?.(resolved({ name: 'a.example', addresses: ['203.0.113.1'] }));
    await answer(/b\.example is 203\.0\.113\.2 for/);
    await rowsAre(['203.0.113.2b.example']);
  });
});

describe('a lookup that fails', () => {
  const platform = {
    domain: 'errno',
    name: 'EAI_FAIL',
    number: -3004,
    call: 'getaddrinfo',
  } as const;

  it.each<[ErrorCode, RegExp, Partial<AppError>?]>([
    ['not-found', /knows no address of example\.com\. Check the spelling\./],
    ['timed-out', /didn’t answer for example\.com within 5 seconds\. .* then try again\.$/],
    ['offline', /no network address, so example\.com can’t be looked up\. Connect/],
    ['busy', /Try again in a few seconds\.$/],
    ['platform', /then try again\. EAI_FAIL \(-3004\) in getaddrinfo\.$/, { platform }],
    ['declined', /^You said no\.$/],
  ])('with %s says what to do, once and for all to hear', async (code, text, more) => {
    const window = openPage(() => {
      throw new Refused({ code, message: 'x', ...more });
    });
    await type(window, `${name}{Enter}`);
    expect((await screen.findByRole('alert')).textContent).toMatch(text);
    const described = (await box()).getAttribute('aria-describedby') ?? '';
    expect(described.split(' ')).toContain(screen.getByRole('alert').id);
    await rowsAre([]);
    // It can be tried again at once.
    await window.user.keyboard('{Enter}');
    await waitFor(() => {
      expect(window.callsTo('routes.resolveName')).toHaveLength(2);
    });
  });
});
