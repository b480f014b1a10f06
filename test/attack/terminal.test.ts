// SPDX-License-Identifier: MIT
// Names and journals that are made to deceive whoever reads the terminal.

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encodeJournalLine } from '../../electron/journal/journal-lines';
import type { JournalRecord } from '../../electron/journal/journal-record';
import { openStack } from '../../electron/native/stack';
import { folderOfTest } from './other-user';
import { runCli, runRestore } from './restore-command';

/** Clears the screen and sets the window's title. */
const nastyName = 'e\u001b[2J\u001b]0;x';
const nastyAccount = 'root\u202e\u001b[1A\nNothing is open.';

beforeAll(() => {
  execFileSync('ip', ['link', 'add', nastyName, 'mtu', '1400', 'type', 'bridge']);
});
afterAll(() => {
  execFileSync('ip', ['link', 'delete', nastyName]);
});

async function nastyJournal(): Promise<string> {
  const { adapters } = await openStack({ stack: 'linux' }).snapshot();
  const luid = adapters.find(({ alias }) => alias === nastyName)?.luid ?? '';
  const about = { id: '0123456789abcdef0123456789abcdef', time: 1 };
  const records: readonly JournalRecord[] = [
    {
      ...about,
      state: 'started',
      kind: 'set',
      restores: null,
      planCode: 'FFFFFFFF',
      deadline: 60,
      operations: [{ luid, family: 'IPv4', field: 'NlMtu', expected: 1500, value: 1400 }],
      origin: { account: nastyAccount, consent: 'direct', adapters: [] },
    },
    { ...about, state: 'prepared', before: ['AQ=='] },
    { ...about, state: 'committed' },
  ];
  const userData = folderOfTest();
  mkdirSync(path.join(userData, 'linux'), { mode: 0o700 });
  const text = records.map((record, sequence) => encodeJournalLine(sequence, record)).join('');
  writeFileSync(path.join(userData, 'linux', 'journal.jsonl'), text);
  return userData;
}

function expectHarmless({ text, bytes }: ReturnType<typeof runCli>): void {
  const controls = [...bytes].filter((byte) => (byte < 0x20 && byte !== 0x0a) || byte === 0x7f);
  expect(controls).toEqual([]);
  expect(text).not.toMatch(/[\u0080-\u009f\u202a-\u202e\u2066-\u2069]/);
}

it('what a name or an account holds is shown, and does nothing to the terminal', async () => {
  const said = runRestore(await nastyJournal(), 'y\nn\n');
  const { text } = said;
  expectHarmless(said);
  expect(text).toContain('e\\u{1B}[2J');
  expect(text).not.toMatch(/^Nothing is open\.$/m);
});

it.each([
  [['list']],
  [['list', '--json']],
  [['show', nastyName]],
  [['show', `x${nastyName}`]],
  [['history']],
  [['report']],
  [['report', '--html']],
  [['set', nastyName, 'ipv4', 'NlMtu', '1400', '--dry-run']],
])('nor by %j', async (words) => {
  const said = runCli(await nastyJournal(), words);
  expectHarmless(said);
  expect(said.text).toMatch(/\[2J/);
});

it('what another account changed is asked about by itself, and not gone on with unasked', async () => {
  const { text, exitCode } = runRestore(await nastyJournal(), 'n\n');
  expect(text).toContain('This was changed by root\\u{202E}');
  expect(text).not.toContain('Undo');
  expect(exitCode).toBe(1);
});

it('the plan code is made of the plan, whatever the journal says', async () => {
  const { text } = runRestore(await nastyJournal(), 'n\n');
  expect(text).toMatch(/plan code [0-9A-F]{8},/);
  expect(text).not.toContain('FFFFFFFF');
});
