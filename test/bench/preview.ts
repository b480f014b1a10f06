// SPDX-License-Identifier: MIT
// What the window waits for after a switch moves: main's answer about traffic, with 5,000 IP interfaces.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PreviewRequest } from '../../electron/contract/preview';
import { nativeFolder } from '../../electron/native/native-folder';
import { openStack } from '../../electron/native/stack';
import { preview } from '../../electron/routes/preview';
import type { Surroundings } from '../../electron/routes/preview';
import { measureInTurn } from './measurement';
import type { Measurement } from './measurement';
import type { Line } from './report';

const few = 500;
const many = 5000;
const warmUps = 20;

const surroundings: Surroundings = {
  remoteSession: null,
  metricsSetHere: new Set(),
  userId: 0,
  managerOf: () => null,
};

/** Milliseconds of a task. */
async function timed(task: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await task();
  return performance.now() - began;
}

/** Milliseconds of an answer, again and at first. */
interface Answer {
  readonly again: () => Promise<number>;
  readonly first: () => Promise<number>;
}

/** What answers beside so many IP interfaces. The system's own lookups are left out: they are asked once for each snapshot. */
async function answerBeside(ipInterfaces: number, folder: string): Promise<Answer> {
  const stateFile = path.join(folder, `network-${ipInterfaces}`);
  const control = path.join(nativeFolder(), 'simulated-control');
  execFileSync(control, [stateFile, 'resize', String(ipInterfaces)]);
  const snapshot = await openStack({ stack: 'simulated', stateFile }).snapshot();
  const [row] = snapshot.ipInterfaces;
  if (!row) throw new Error('The simulated network is empty');
  const { luid, family } = row;
  const field = 'DisableDefaultRoutes';
  const request: PreviewRequest = {
    operations: [{ luid, family, field, expected: 0, value: 1 }],
    addresses: ['192.0.2.1'],
    kinds: {},
    vpn: null,
    blocksOthers: true,
  };
  const answer = (of: typeof snapshot) =>
    preview(of, request, surroundings, () => Promise.resolve({ kind: 'refused' }));
  for (let i = 0; i < warmUps; i += 1) await answer(snapshot);
  return {
    again: () => timed(() => answer(snapshot)),
    // A snapshot of its own has no index yet.
    first: () => timed(() => answer({ ...snapshot })),
  };
}

/** Main's answer beside many IP interfaces and beside a tenth of them. */
export async function measurePreviews(): Promise<readonly Line[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'interface-panel-bench-'));
  try {
    const [fewer, more] = [await answerBeside(few, folder), await answerBeside(many, folder)];
    const measured = await measureInTurn({
      fewAgain: fewer.again,
      manyAgain: more.again,
      fewFirst: fewer.first,
      manyFirst: more.first,
    });
    const line = (what: string, of: Measurement, beside: Measurement): Line => ({
      what,
      unit: 'ms',
      measured: of,
      baseline: { name: 'a tenth', measured: beside },
      goal: 12,
    });
    return [
      line('Preview of an edit, 5,000 IP interfaces', measured.manyAgain, measured.fewAgain),
      line('The same on a new snapshot', measured.manyFirst, measured.fewFirst),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
