// SPDX-License-Identifier: MIT
// Somebody else lays out the folder that root works in, or the one that root saves to.

import { execFileSync } from 'node:child_process';
import {
  chownSync,
  lstatSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { StoredEdits } from '../../electron/changes/stored-edits';
import { openJournal } from '../../electron/journal/journal';
import { DataFolder } from '../../electron/files/data-folder';
import { LogFile } from '../../electron/log/log-file';
import { PreferencesStore } from '../../electron/preferences/preferences';
import { writeWindowPlace } from '../../electron/preferences/window-place';
import { Support } from '../../electron/reports/support';
import { trafficOf } from '../../electron/routes/internet-traffic';
import { Network } from '../../electron/routes/network';
import type { Snapshot } from '../../electron/contract/snapshot';
import { folderOfTest, foreignUserData, giveAway, ofRootIn, secretOfRoot } from './other-user';
import { runRestore } from './restore-command';

const belongsToOther = 'belongs to the user with the number 4711';
const torn = '{"checksum":"0123';

it('the restore command of root does nothing in the folder of another user', () => {
  const { userData, kept } = foreignUserData();
  const secret = secretOfRoot();
  writeFileSync(path.join(kept, 'journal.jsonl'), torn);
  const aside = 'journal-damaged-';
  for (const name of [aside, 'edits.json.new', 'preferences.json.new', 'window.json.new']) {
    symlinkSync(secret.file, path.join(kept, name));
  }
  giveAway(userData);
  const { text, exitCode } = runRestore(userData, 'y\ny\ny\n');
  expect(text).toContain(belongsToOther);
  expect(exitCode).toBe(1);
  expect(readFileSync(secret.file, 'utf8')).toBe(secret.content);
  expect(readFileSync(path.join(kept, 'journal.jsonl'), 'utf8')).toBe(torn);
  expect(ofRootIn(userData)).toBe('');
});

it.each(['', 'there/is/nothing'])('nor does it make a folder there (%j)', (below) => {
  const userData = folderOfTest(4711);
  const { text, exitCode } = runRestore(path.join(userData, below));
  expect(text).toContain(belongsToOther);
  expect(exitCode).toBe(1);
  expect(readdirSync(userData)).toEqual([]);
});

it('where there is no journal the restore command makes nothing, and says so', () => {
  const userData = folderOfTest();
  const { text, exitCode } = runRestore(userData);
  expect(text).toContain('There is no journal in');
  expect(exitCode).toBe(0);
  expect(readdirSync(userData)).toEqual([]);
});

it('a link to the folder of another user is no way there', () => {
  const { kept } = foreignUserData();
  const userData = folderOfTest();
  symlinkSync(kept, path.join(userData, 'linux'));
  expect(runRestore(userData)).toMatchObject({ exitCode: 1 });
  expect(readdirSync(kept)).toEqual([]);
});

it.each(['edits.json', 'preferences.json', 'window.json', 'journal.jsonl'])(
  'what is kept is written through no link that has the name or an old name of %s',
  async (name) => {
    const secret = secretOfRoot();
    const folder = folderOfTest();
    const kept = new DataFolder(folder);
    symlinkSync(secret.file, path.join(folder, `${name}.new`));
    symlinkSync(secret.file, path.join(folder, name));
    await new StoredEdits(kept).store([]);
    await new PreferencesStore(kept, () => undefined).store({ remindersOff: [] });
    writeWindowPlace(await kept.open(), {
      bounds: { x: 0, y: 0, width: 800, height: 600 },
      isMaximized: false,
      zoom: 1,
    });
    await openJournal(kept).then(
      ({ journal }) => journal.close(),
      () => undefined,
    );
    await kept.close();
    expect(readFileSync(secret.file, 'utf8')).toBe(secret.content);
  },
);

it('a folder that is swapped for another one while it is open gets nothing', async () => {
  const [own, swapped] = [folderOfTest(), folderOfTest()];
  const folder = path.join(own, 'linux');
  const kept = new DataFolder(folder);
  await kept.open();
  execFileSync('mv', [folder, `${folder}-before`]);
  symlinkSync(swapped, folder);
  await new StoredEdits(kept).store([]);
  await kept.close();
  expect(readdirSync(swapped)).toEqual([]);
  expect(readdirSync(`${folder}-before`)).toEqual(['edits.json']);
});

const emptySnapshot: Snapshot = {
  stack: 'linux',
  adapters: [],
  ipInterfaces: [],
  unicastAddresses: [],
  routes: [],
  rules: [],
  dnsServers: [],
  ipsecPolicies: [],
};

it.each(['report.json.new', 'report.json'])(
  'a report is saved through no link at %s',
  async (name) => {
    const secret = secretOfRoot();
    const folder = folderOfTest();
    execFileSync('chmod', ['0777', folder]);
    symlinkSync(secret.file, path.join(folder, name));
    const chosen = path.join(folder, 'report.json');
    const support = new Support({
      computer: 'here',
      programVersion: '1',
      snapshot: () => Promise.resolve(emptySnapshot),
      dialogs: {
        askWhereToSave: () => Promise.resolve(chosen),
        askWhatToOpen: () => Promise.resolve(null),
        showInFolder: () => undefined,
      },
      traffic: () => trafficOf(new Network(emptySnapshot), 0),
      historyPage: () => Promise.resolve({ total: 0, entries: [] }),
      takeGiven: () => null,
      logLines: () => Promise.resolve([]),
      now: () => new Date(),
    });
    await support.saveReport({ scope: null, format: 'json', isMasked: false });
    expect(readFileSync(secret.file, 'utf8')).toBe(secret.content);
    expect(lstatSync(chosen).isFile()).toBe(true);
  },
);

it('a pipe in the place of kept edits is not waited for', async () => {
  const folder = folderOfTest();
  execFileSync('mkfifo', [path.join(folder, 'edits.json')]);
  const kept = new DataFolder(folder);
  expect(await new StoredEdits(kept).load()).toEqual([]);
  await kept.close();
});

it('600 MB in the place of kept edits are not read', async () => {
  const folder = folderOfTest();
  const file = path.join(folder, 'edits.json');
  writeFileSync(file, '');
  truncateSync(file, 600 * 1024 * 1024);
  const kept = new DataFolder(folder);
  const before = process.memoryUsage().rss;
  expect(await new StoredEdits(kept).load()).toEqual([]);
  expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  await kept.close();
});

it('a journal of 300 MB is opened in bounded memory, and what is no journal in it set aside', async () => {
  const folder = folderOfTest();
  const file = path.join(folder, 'journal.jsonl');
  const size = 300 * 1024 * 1024;
  writeFileSync(file, '');
  truncateSync(file, size);
  const kept = new DataFolder(folder);
  const before = process.memoryUsage().rss;
  const { journal, setAside } = await openJournal(kept);
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  await journal.close();
  await kept.close();
  expect(lstatSync(setAside ?? '').size).toBe(size);
  expect(lstatSync(file).size).toBe(0);
});

describe('the log', () => {
  const names = ['log.jsonl', 'log.old.jsonl'];

  /** What a run writes, in which the file becomes full. */
  async function run(folder: string): Promise<void> {
    const kept = new DataFolder(folder);
    const log = new LogFile();
    await log.open(kept).catch(() => undefined);
    for (let call = 0; call < 200; call += 1) log.write({ message: 'x'.repeat(4_000) });
    await log.lastLines();
    await log.close();
    await kept.close();
  }

  it.each(names)('is written through no link at %s, and reads none', async (name) => {
    const secret = secretOfRoot();
    const folder = folderOfTest();
    symlinkSync(secret.file, path.join(folder, name));
    await run(folder);
    expect(readFileSync(secret.file, 'utf8')).toBe(secret.content);
  });

  it.each(names)('waits for no pipe at %s', async (name) => {
    const folder = folderOfTest();
    execFileSync('mkfifo', [path.join(folder, name)]);
    await run(folder);
  });

  it('goes on with no file of another user', async () => {
    const folder = folderOfTest();
    const file = path.join(folder, 'log.jsonl');
    writeFileSync(file, 'theirs\n', { mode: 0o666 });
    chownSync(file, 4711, 4711);
    await run(folder);
    expect(readFileSync(file, 'utf8')).toBe('theirs\n');
  });

  it('is not led to another file by what comes to its name while it is open', async () => {
    const secret = secretOfRoot();
    const folder = folderOfTest();
    const kept = new DataFolder(folder);
    const log = new LogFile();
    await log.open(kept);
    execFileSync('rm', [path.join(folder, 'log.jsonl')]);
    symlinkSync(secret.file, path.join(folder, 'log.jsonl'));
    for (let call = 0; call < 200; call += 1) log.write({ message: 'x'.repeat(4_000) });
    await log.close();
    await kept.close();
    expect(readFileSync(secret.file, 'utf8')).toBe(secret.content);
    expect(lstatSync(path.join(folder, 'log.jsonl')).isFile()).toBe(true);
  });

  it('is written in no folder of another user', async () => {
    const folder = folderOfTest(4711);
    await run(folder);
    expect(readdirSync(folder)).toEqual([]);
  });
});
