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
import type { Line } from './report';

const ipInterfaces = 5000;
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

/** The answer without the system's own lookups, which are asked once for each snapshot. */
export async function measurePreviews(): Promise<readonly Line[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'interface-panel-bench-'));
  try {
    const stateFile = path.join(folder, 'network');
    const control = path.join(nativeFolder(), 'simulated-control');
    execFileSync(control, [stateFile, 'resize', String(ipInterfaces)]);
    const stack = openStack({ stack: 'simulated', stateFile });
    const snapshot = await stack.snapshot();
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
    const measured = await measureInTurn({
      again: () => timed(() => answer(snapshot)),
      // A snapshot of its own has no index yet.
      first: () => timed(() => answer({ ...snapshot })),
    });
    return [
      {
        what: 'Preview of an edit, 5,000 IP interfaces',
        unit: 'ms',
        measured: measured.again,
        goal: 30,
      },
      { what: 'The same on a new snapshot', unit: 'ms', measured: measured.first, goal: 50 },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
