// SPDX-License-Identifier: MIT
// What the processes of the real app hold: descriptors, threads, and memory once garbage is collected.

import { readFileSync, readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { DrivenApp } from '../../e2e/support/driven-app';

/** Of one process as the kernel counts it; memory in KiB: what it has written, and shares with nobody. */
export interface Held {
  readonly descriptors: number;
  readonly threads: number;
  readonly memory: number;
}

export function heldBy(pid: number): Held {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return {
    descriptors: readdirSync(`/proc/${pid}/fd`).length,
    threads: readdirSync(`/proc/${pid}/task`).length,
    memory: Number(/^Private_Dirty: +(\d+) kB$/m.exec(rollup)?.[1]),
  };
}

/**
 * Lets main collect its garbage when told to, and optimises no code: what is compiled anew after thousands of calls
 * would look like something that is left behind.
 */
export const countableHeap = '--js-flags=--expose-gc --no-opt';

/** KiB of JavaScript objects that main still reaches; needs `countableHeap`. */
export function heapOfMain(app: DrivenApp): Promise<number> {
  return app.evaluate(() => {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed / 1024;
  });
}

/** What the page still reaches: KiB of JavaScript objects, nodes of the document, listeners. */
export interface PageHeld {
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

export async function heldByPage(page: Page): Promise<PageHeld> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
  return {
    heap: metric('JSHeapUsedSize') / 1024,
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
  };
}
