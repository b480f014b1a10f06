// SPDX-License-Identifier: MIT
// A program that opens the journal of a folder, says so and keeps it until it is killed.
import { writeSync } from 'node:fs';
import { openJournal } from '../../electron/journal/journal';
import { DataFolder } from '../../electron/files/data-folder';

async function run(): Promise<void> {
  const { journal } = await openJournal(new DataFolder(process.argv[2] ?? ''));
  // Under Wine process.stdout cannot write to a pipe.
  writeSync(1, 'open');
  setInterval(() => void journal.touch(), 1_000);
}

void run();
