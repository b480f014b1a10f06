// SPDX-License-Identifier: MIT
// Lists in the terminal what is set again whenever its adapter comes back, and stops all of it when asked to.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hasJournal } from '../journal/journal';
import { DataFolder } from '../files/data-folder';
import { whyUnavailable } from '../lasting/lasting-settings';
import type { Terminal } from './terminal';
import { TerminalChanges } from './terminal-changes';
import type { TerminalOptions } from './terminal-changes';
import { lastingLines, stopQuestion, stopResultText } from './words';
import { messages } from '../language/messages';

const words = messages.terminal.lasting;

/** True when nothing of what was listed lasts afterwards. */
export async function stopAllLasting(
  options: TerminalOptions,
  terminal: Terminal,
): Promise<boolean> {
  const content = options.readLasting();
  const { settings, problem, keeper } = content;
  if (keeper === 'not-installed') {
    terminal.say(words.notInstalled);
    return true;
  }
  const why = whyUnavailable(content);
  if (why !== null) {
    terminal.say(words.unavailable({ why }));
    return false;
  }
  if (settings.length === 0) {
    terminal.say(problem === 'damaged' ? words.damaged : words.none);
    return true;
  }
  terminal.say(lastingLines(settings));
  const permission = options.permission();
  if (permission.kind === 'read-only') {
    terminal.say(words.notFromHere({ why: permission.detail }));
    return false;
  }
  if (!(await terminal.confirm(stopQuestion(settings.length)))) return false;
  const ids = settings.map(({ id }) => id);
  return withJournal(options, terminal, (within) => stopNow(ids, within, terminal));
}

/** Stops what was listed; what came to last since then, nobody was asked about. */
async function stopNow(
  ids: readonly string[],
  options: TerminalOptions,
  terminal: Terminal,
): Promise<boolean> {
  const opened = await TerminalChanges.open(options);
  const result = await opened.transact(
    () => opened.changes.stopLasting(ids),
    // Lasting changes alone wait for nobody.
    () => Promise.resolve(),
  );
  terminal.say(stopResultText(result));
  return result.kind === 'kept' && result.lastingUnwritten === undefined;
}

/**
 * In the journal of whoever runs this, so that the history tells it. Nothing is made where nothing is: without one it
 * is written where it is gone afterwards.
 */
async function withJournal(
  options: TerminalOptions,
  terminal: Terminal,
  work: (options: TerminalOptions) => Promise<boolean>,
): Promise<boolean> {
  if (await hasJournal(options.folder)) return work(options);
  terminal.say(words.noHistory({ folder: options.folder.path }));
  const folder = await mkdtemp(path.join(tmpdir(), 'interface-panel-'));
  try {
    return await work({ ...options, folder: new DataFolder(folder) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
