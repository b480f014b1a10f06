// SPDX-License-Identifier: MIT
import { rmSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Snapshot } from '../../../electron/contract/snapshot';
import { emptySnapshot, patchedSnapshot } from '../../../electron/contract/snapshot-patch';
import type { SnapshotPatch } from '../../../electron/contract/snapshot-patch';
import type { Addon } from '../../../electron/native/addon';
import { openStack } from '../../../electron/native/stack';
import { runInNamespace } from './native-namespace';
import { simulatedControl, temporaryStateFile } from './native-state-file';

interface Seen {
  readonly first: SnapshotPatch;
  readonly afterFirst: SnapshotPatch;
  readonly unchanged: SnapshotPatch;
  readonly oneRoute: SnapshotPatch;
  readonly differences: readonly SnapshotPatch[];
  readonly known: Snapshot;
}

describe.runIf(process.platform === 'linux')('changes of the kernel of this computer', () => {
  let seen: Seen;

  beforeAll(() => {
    seen = runInNamespace('native-changes-program.ts') as Seen;
  }, 60_000);

  it('are everything at first, in one splice each', () => {
    expect(seen.first.routes).toMatchObject([{ start: 0, removed: 0 }]);
    expect(seen.afterFirst).toEqual({});
  });

  it('are none where nothing changed', () => {
    expect(seen.unchanged).toEqual({});
  });

  it('are one row where one route changed', () => {
    expect(seen.oneRoute).toEqual({
      routes: [
        {
          start: expect.any(Number) as number,
          removed: 1,
          rows: [expect.objectContaining({ destination: '203.0.113.0', nextHop: '192.0.2.2' })],
        },
      ],
    });
  });

  it('lead to what a snapshot has, whatever happened', () => {
    expect(seen.differences.filter((patch) => Object.keys(patch).length > 0)).toEqual([]);
    expect(seen.known.routes.length).toBeGreaterThan(20);
  });
});

const openSimulated = (stateFile: string) => openStack({ stack: 'simulated', stateFile });

/** Sets the metric of the first IP interface that has one, as another program. */
function setMetric(stateFile: string, { ipInterfaces }: Snapshot, metric: number): void {
  const row = ipInterfaces.find(({ values }) => values.NlMtu === 1500);
  if (!row) throw new Error('The demo network has no IP interface with an MTU of 1500');
  simulatedControl(stateFile, 'set', row.luid, row.family.toLowerCase(), 'NlMtu', String(metric));
}

describe('changes of the simulated network', () => {
  it('are told to each stack from its own beginning', async () => {
    const stateFile = temporaryStateFile();
    const [one, other] = [openSimulated(stateFile), openSimulated(stateFile)];
    const first = await one.changes();
    expect(await one.changes()).toEqual({});
    expect(await other.changes()).toEqual(first);
  });

  it('come in the order of the calls, each on top of the one before', async () => {
    const stateFile = temporaryStateFile();
    const stack = openSimulated(stateFile);
    const before = await stack.snapshot();
    const calls = [stack.changes(), stack.changes(), stack.changes()];
    setMetric(stateFile, before, 1400);
    const patches = await Promise.all([...calls, stack.changes()]);
    expect(patches[0].adapters).toMatchObject([{ start: 0, removed: 0 }]);
    expect(patches.reduce(patchedSnapshot, emptySnapshot('simulated'))).toEqual(
      await stack.snapshot(),
    );
  });

  it('are asked for one at a time', async () => {
    const answers: ((json: string) => void)[] = [];
    const changes = () => new Promise<string>((resolve) => answers.push(resolve));
    class Stack {
      readonly changes = changes;
    }
    const addon = { Stack } as unknown as Addon;
    const stack = openStack({ stack: 'linux' }, addon);
    const both = [stack.changes(), stack.changes()];
    await vi.waitFor(() => {
      expect(answers).toHaveLength(1);
    });
    answers[0]?.('{"dnsServers":[[0,0,[["0","192.0.2.1"]]]],"refusals":[]}');
    expect(await both[0]).toEqual({
      dnsServers: [{ start: 0, removed: 0, rows: [{ luid: '0', address: '192.0.2.1' }] }],
    });
    await vi.waitFor(() => {
      expect(answers).toHaveLength(2);
    });
    answers[1]?.('{"refusals":[]}');
    expect(await both[1]).toEqual({});
  });

  it('wait for a read that succeeds', async () => {
    const stateFile = temporaryStateFile();
    const stack = openSimulated(stateFile);
    const known = patchedSnapshot(emptySnapshot('simulated'), await stack.changes());
    writeFileSync(stateFile, 'not a network');
    await expect(stack.changes()).rejects.toMatchObject({ appError: { code: 'platform' } });
    rmSync(stateFile);
    await stack.snapshot();
    setMetric(stateFile, known, 1400);
    expect(patchedSnapshot(known, await stack.changes())).toEqual(await stack.snapshot());
  });
});
