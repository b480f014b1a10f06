// SPDX-License-Identifier: MIT
// Every point of a transaction in the real app with its window, everybody who can die there. The kernel's values are
// read back with `ip` and /proc/sys; what the app says is read in its window.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppUnderFault } from './app/app-under-fault';
import { checkInvariants } from './invariants';
import { LinuxLab } from './linux-lab';
import { appVictims, decisionAt, hasVictim, points } from './points';
import type { AppVictim, Point } from './points';
import { isLong } from './repetitions';
import { killAll, until } from './victims';
import { TransactionIndex } from '../../electron/journal/transaction-index';
import type { JournalRecord } from '../../electron/journal/journal-record';
import type { TransactionResult } from '../../electron/contract/changes';

interface Case {
  readonly point: Point;
  readonly victim: AppVictim;
}

/** In the order that needs the fewest starts: a window that lost its process is not used for the next case. */
const matrix: readonly Case[] = appVictims.flatMap((victim) =>
  points.map((point) => ({ point, victim })),
);

/** Enough to tell in every test run whether the matrix would hold. */
const telling: readonly Case[] = [
  { point: 'between-operations', victim: 'helper' },
  { point: 'waiting', victim: 'both' },
  { point: 'applied-unsent', victim: 'renderer' },
];

const cases = isLong ? matrix : telling;

let lab: LinuxLab;
let app: AppUnderFault;
let before: string;

beforeAll(() => {
  lab = new LinuxLab();
  before = lab.witness();
  app = new AppUnderFault(lab);
});

afterAll(async () => {
  await app.close();
  app.remove();
  lab.remove();
});

/** The helper first: it must not outlive the app by the instant it needs to begin taking back. */
function kill(victim: AppVictim): void {
  const { main, renderer } = app.pids;
  const helpers = app.fault.helpers;
  if (victim === 'helper' || victim === 'both') killAll(helpers);
  if (victim === 'main' || victim === 'both') killAll([main]);
  if (victim === 'renderer') killAll([renderer]);
}

/** The window that comes back shows the transaction where it is; whoever answers it decides. */
async function decideInNewWindow(point: Point): Promise<TransactionResult> {
  await app.windowIsBack();
  // Decided before the window died, or left to the deadline.
  const isDecided = decisionAt(point) !== 'keep' || point === 'confirm-unacked';
  if (!isDecided) await app.answer('Revert now');
  if (point === 'waiting') await app.page.countdown.waitFor();
  return await app.end();
}

/** Brings the app to where it can tell how the transaction ended. */
async function hearTheEnd({ point, victim }: Case): Promise<TransactionResult | undefined> {
  switch (victim) {
    case 'helper':
      return await app.end();
    case 'renderer':
      return decideInNewWindow(point);
    case 'main':
    case 'both':
      await app.wasKilled();
      await until('no helper is left', () => app.fault.helpers.length === 0);
      return undefined;
  }
}

const openIn = (journal: readonly JournalRecord[]) => new TransactionIndex(() => journal).open();

/** What is kept cannot be told from what was there before: it is put back by hand. */
function putBackKept(): void {
  for (const operation of lab.operations) lab.putBackFromOutside(operation);
}

describe('the real app', () => {
  it.each(cases.filter(({ point, victim }) => hasVictim(point, victim)))(
    'with $victim killed at $point leaves nothing in doubt',
    async ({ point, victim }) => {
      const known = app.journal.length;
      const launches = app.fault.launches;
      await app.reach(point);
      kill(victim);
      app.fault.goOn();
      const told = await hearTheEnd({ point, victim });
      await until('no helper is left', () => app.fault.helpers.length === 0);
      const journal = () => app.journal.slice(known);
      checkInvariants({ lab, journal: journal(), before, told });
      // One click, one launch.
      expect(app.fault.launches - launches).toBeLessThanOrEqual(1);

      if (victim === 'main' || victim === 'both') await app.start();
      if (victim === 'helper' && told?.kind === 'not-launched') await app.readFailure();
      // What was not kept is still an edit, and the window shows it.
      const edits = told?.kind === 'kept' ? [] : app.edits;
      await expect.poll(() => app.storedEdits(), { timeout: 20_000 }).toEqual(edits);
      if (edits.length > 0) await app.page.edits.waitFor();

      // The window shows what is open, and settles it.
      const open = openIn(journal());
      expect((await app.interrupted()).map(({ id }) => id)).toEqual(open.map(({ id }) => id));
      if (open.length > 0) await app.settle();
      if (told?.kind === 'kept') putBackKept();
      expect(openIn(journal())).toEqual([]);
      expect(lab.witness()).toBe(before);
      if (victim === 'renderer') await app.close();
    },
  );

  it.each(cases.filter(({ point, victim }) => !hasVictim(point, victim)))(
    'has no helper for $victim to die with at $point: nothing was launched yet',
    async ({ point }) => {
      const launches = app.fault.launches;
      await app.reach(point);
      expect(app.fault.launches).toBe(launches);
      expect(app.fault.helpers).toEqual([]);
      app.fault.goOn();
      await app.answer('Revert now');
      expect(await app.end()).toMatchObject({ kind: 'reverted' });
    },
  );
});
