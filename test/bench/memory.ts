// SPDX-License-Identifier: MIT
import { readdirSync, readFileSync } from 'node:fs';

/** The parent of each process that is there now. */
function parents(): ReadonlyMap<number, number> {
  const all = new Map<number, number>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const status = readFileSync(`/proc/${entry}/status`, 'utf8');
      all.set(Number(entry), Number(/^PPid:\s+(\d+)$/m.exec(status)?.[1]));
    } catch {
      // It ended meanwhile.
    }
  }
  return all;
}

function processTree(root: number): readonly number[] {
  const all = parents();
  const tree = [root];
  for (const process of tree) {
    for (const [child, parent] of all) if (parent === process) tree.push(child);
  }
  return tree;
}

/** Proportional set size of one process in MB. */
function proportionalSetSize(process: number): number {
  const rollup = readFileSync(`/proc/${process.toString()}/smaps_rollup`, 'utf8');
  return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1]) / 1024;
}

/** Megabytes that a process and all below it take, with shared pages counted once (PSS). */
export function memoryOf(root: number): number {
  return processTree(root).reduce((sum, process) => sum + proportionalSetSize(process), 0);
}
