// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { messages } from '../../../renderer/ui/messages';
import { minutesAndSeconds } from '../../../renderer/ui/time-text';

const { countdown, demo, details, edits, interrupted, readOnly, results, review } = messages;

// The interface specification's own words; a typographic apostrophe stands for its plain one.
const specified: readonly (readonly [id: string, made: string, specified: string])[] = [
  ['S12', review.consent('Windows'), 'Windows will ask for permission once.'],
  ['S14', results.launch.declined, "Permission wasn't given. Your edits are still here."],
  [
    'S15',
    `${countdown.title} ${countdown.text('0:42')}`,
    'Keep these changes? They revert in 0:42 unless you keep them. Open a website and a company page to check.',
  ],
  ['S16', results.tooLate, 'The changes were already reverted when you selected Keep.'],
  [
    'S20',
    details.changedOutside('MTU', '1300', '1500', '1400'),
    'Changed outside Interface Panel: MTU is now 1300, was 1500. Your edit is 1400.',
  ],
  [
    'S21',
    `${results.nothingChanged} ${results.stale('MTU', 'Ethernet', 'IPv4', '1500', '1300')}`,
    'Nothing was changed. MTU on Ethernet (IPv4) changed from 1500 to 1300 after you reviewed.',
  ],
  [
    'S22',
    results.kept('Linux'),
    'Kept. Linux may drop this when the adapter reconnects or the computer restarts.',
  ],
  ['S23', results.reverted, 'Reverted. Everything is as before.'],
  [
    'S23',
    `${results.incompleteTitle} ${results.incomplete(2)}`,
    "Not everything could be put back. 2 values were changed by another program or are on an adapter that's gone.",
  ],
  [
    'S26',
    readOnly.reason({ kind: 'read-only', reason: 'helper-missing', detail: '' }),
    'The helper is missing or damaged; reinstall Interface Panel.',
  ],
  [
    'S26',
    readOnly.reason({ kind: 'read-only', reason: 'no-pkexec', detail: '' }),
    "pkexec isn't available and Interface Panel doesn't run as root.",
  ],
  [
    'S26',
    readOnly.reason({ kind: 'read-only', reason: 'policy', detail: '' }),
    'A policy blocks permission prompts.',
  ],
  ['S27', demo.text, 'Demo: a simulated network. Nothing on this computer is read or changed.'],
  [
    'S28',
    `${interrupted.begin} ${interrupted.reverted('12:00')}`,
    'Last time, Interface Panel stopped before you decided. The changes were reverted at 12:00.',
  ],
  ['S28', interrupted.stillChanged(2), '2 values are still changed.'],
  [
    'S29',
    edits.gone('Ethernet', 'IPv4'),
    'Ethernet (IPv4) is gone. Your edit stays and can be applied when it returns.',
  ],
  [
    'S30',
    results.launch.busy,
    "Another window or user is applying changes. Try again when they're done.",
  ],
  ['S31', messages.interfaces.noMatch, 'No IP interface matches.'],
  [
    'announcement',
    countdown.applied(review.deadline(60)),
    'Changes applied. Keep within 1 minute, or they revert. F8 moves to the question.',
  ],
];

/** Every text of the catalogue that needs no parameter. */
function textsIn(part: unknown): readonly string[] {
  if (typeof part === 'string') return [part];
  return typeof part === 'object' && part ? Object.values(part).flatMap(textsIn) : [];
}

describe('the catalogue', () => {
  it.each(specified)('says %s as specified: %s', (_, made, text) => {
    expect(made.replaceAll('’', "'")).toBe(text);
  });

  it('never shouts, begs or promises', () => {
    const forbidden = /!|\bplease\b|\berror:|\b(secure|protected|private|permanent|hidden)\b/i;
    expect(textsIn(messages).filter((text) => forbidden.test(text))).toEqual([]);
  });
});

describe('counts', () => {
  it.each([
    [messages.interfaces.shown(5_000, 5_000), '5,000 IP interfaces'],
    [messages.interfaces.shown(1_204, 5_000), '1,204 of 5,000 IP interfaces'],
    [messages.interfaces.shown(1, 1), '1 IP interface'],
    [messages.selection.selected(1_000, 0), '1,000 selected'],
  ])('%s', (made, expected) => {
    expect(made).toBe(expected);
  });
});

describe('minutesAndSeconds', () => {
  it.each([
    [600_000, '10:00'],
    [59_001, '1:00'],
    [9_000, '0:09'],
    [0, '0:00'],
    [-5, '0:00'],
  ])('writes %i ms as %s', (milliseconds, text) => {
    expect(minutesAndSeconds(milliseconds)).toBe(text);
  });
});
