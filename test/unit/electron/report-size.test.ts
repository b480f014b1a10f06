// SPDX-License-Identifier: MIT
// A report goes through mail and ticket systems.
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../electron/contract/snapshot';
import { openStack } from '../../../electron/native/stack';
import { htmlReport } from '../../../electron/reports/html-report';
import { logEntries } from '../../../electron/reports/report-log';
import { makeReport } from '../../../electron/reports/report';
import { trafficOf } from '../../../electron/routes/internet-traffic';
import { Network } from '../../../electron/routes/network';
import { runInNamespace } from './native-namespace';
import { temporaryStateFile } from './native-state-file';
import { sampleChange } from './sample-change';

const mostBytes = 60_000;

/** A log in which something failed again and again. */
const fullLog = Array.from({ length: 500 }, (_, at) =>
  JSON.stringify({
    level: 'error',
    time: '2026-11-26T12:00:00.000Z',
    cause: {
      text: `TypeError: ${at} is not a function`,
      stack: '    at f (index.cjs:1:2)\n'.repeat(9),
    },
    msg: 'interfaces.snapshot failed',
  }),
);

function reportOf(snapshot: Snapshot): string {
  const traffic = trafficOf(new Network(snapshot), 0);
  const history = Array.from({ length: 20 }, () => sampleChange());
  const log = logEntries(fullLog);
  const origin = {
    computer: 'CONTOSO-PC-7',
    createdAt: '2026-11-26T12:00:00.000Z',
    programVersion: '0.1.0',
  };
  return htmlReport(
    makeReport(snapshot, { traffic, history, log, person: [] }, origin, null, false),
  );
}

describe('a printable report', () => {
  it('of the demo stays small', async () => {
    const stateFile = temporaryStateFile();
    const snapshot = await openStack({ stack: 'simulated', stateFile }).snapshot();
    expect(snapshot.adapters.length).toBeGreaterThan(10);
    expect(Buffer.byteLength(reportOf(snapshot))).toBeLessThan(mostBytes);
  });

  it.runIf(process.platform === 'linux')(
    'of a computer with a VPN and containers stays small',
    { timeout: 60_000 },
    () => {
      const snapshot = runInNamespace('usual-computer-program.ts') as Snapshot;
      expect(snapshot.adapters.length).toBeGreaterThanOrEqual(9);
      expect(snapshot.routes.length).toBeGreaterThan(60);
      expect(Buffer.byteLength(reportOf(snapshot))).toBeLessThan(mostBytes);
    },
  );
});
