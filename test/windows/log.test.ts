// SPDX-License-Identifier: MIT
// The log goes on, and is set aside, where an open file is renamed as Windows does it.
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { setImmediate as immediate } from 'node:timers/promises';
import { DataFolder } from '../../electron/files/data-folder';
import { LogFile } from '../../electron/log/log-file';
import { temporaryFolder } from './support/places';

test('the log takes no more than two files, and holds what was told last', async (t) => {
  const folder = temporaryFolder(t);
  const log = new LogFile();
  await log.open(new DataFolder(folder));
  for (let call = 0; call < 500; call += 1) {
    log.write({ message: `${call} ${'x'.repeat(3_900)}` });
    // A file that was set aside is closed meanwhile.
    await immediate();
  }
  const files = ['log.old.jsonl', 'log.jsonl'].map((name) => path.join(folder, name));
  for (const file of files) assert.ok(statSync(file).size <= 512 * 1024);
  const told = files
    .flatMap((file) => readFileSync(file, 'utf8').trimEnd().split('\n'))
    .map((line) => parseInt((JSON.parse(line) as { readonly msg: string }).msg));
  assert.ok(told.length > 150);
  assert.deepEqual(
    told,
    told.map((_, at) => 500 - told.length + at),
  );
  assert.equal((await log.lastLines()).length > 10, true);
  await log.close();
});
