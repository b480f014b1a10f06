// SPDX-License-Identifier: MIT
// The journal is open in one program at a time: the app, or the restore command.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { openJournal } from '../../electron/journal/journal';
import { DataFolder } from '../../electron/files/data-folder';
import { temporaryFolder } from './support/places';

const isOpenElsewhere = {
  name: 'AppFailure',
  message: /command line is open\. Close it first\.$/,
};

/** A program that holds the journal of a folder until it is killed. */
async function holdElsewhere(folder: string) {
  const holder = spawn(process.execPath, [path.join(__dirname, 'journal-holder.cjs'), folder]);
  await once(holder.stdout, 'data', { signal: AbortSignal.timeout(60_000) });
  return holder;
}

test('a journal that is open is refused to others, and given to them once it is closed', async (t) => {
  const folder = temporaryFolder(t);
  const { journal } = await openJournal(new DataFolder(folder));
  await assert.rejects(openJournal(new DataFolder(folder)), isOpenElsewhere);
  await journal.append([{ id: '0'.repeat(32), time: 1, state: 'committed' }], 'durable');
  await journal.close();
  const next = await openJournal(new DataFolder(folder));
  assert.equal(next.journal.records.length, 1);
  await next.journal.close();
});

test('a journal torn by a power loss is mended and written to again', async (t) => {
  const folder = temporaryFolder(t);
  const committed = { id: '0'.repeat(32), time: 1, state: 'committed' } as const;
  const first = await openJournal(new DataFolder(folder));
  await first.journal.append([committed], 'durable');
  await first.journal.close();
  appendFileSync(path.join(folder, 'journal.jsonl'), '{"checksum":"0123');
  const torn = await openJournal(new DataFolder(folder));
  assert.equal(readFileSync(torn.setAside ?? '', 'utf8'), '{"checksum":"0123');
  await torn.journal.append([committed], 'durable');
  await torn.journal.close();
  const next = await openJournal(new DataFolder(folder));
  assert.deepEqual([next.setAside, next.journal.records.length], [null, 2]);
  await next.journal.close();
});

test('a killed program lets go of the journal', async (t) => {
  const folder = temporaryFolder(t);
  const holder = await holdElsewhere(folder);
  await assert.rejects(openJournal(new DataFolder(folder)), isOpenElsewhere);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  await (await openJournal(new DataFolder(folder))).journal.close();
});

test('the restore command leaves the journal of an app that is open alone', async (t) => {
  const userData = temporaryFolder(t);
  const { journal } = await openJournal(new DataFolder(path.join(userData, 'simulated')));
  const file = path.join(userData, 'said.txt');
  const said = openSync(file, 'w');
  const state = path.join(userData, 'network.state');
  const { status } = spawnSync(
    process.execPath,
    [
      path.join(__dirname, '../cli/index.cjs'),
      'restore',
      '--demo',
      `--simulated-state=${state}`,
      `--user-data-dir=${userData}`,
    ],
    { stdio: ['ignore', said, said], timeout: 60_000 },
  );
  closeSync(said);
  await journal.close();
  const text = readFileSync(file, 'utf8');
  assert.match(text, /Nothing can be undone from here: .*command line is open\./);
  assert.doesNotMatch(text, /Nothing is open/);
  assert.equal(status, 1);
  assert.ok(existsSync(path.join(userData, 'simulated', 'journal.jsonl.lock')));
});
