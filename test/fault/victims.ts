// SPDX-License-Identifier: MIT
// Processes as the kernel lists them.

import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

/** What tells one process from another. */
export interface ProcessFacts {
  readonly executable: string;
  readonly commandLine: readonly string[];
}

function factsOf(pid: string): ProcessFacts | null {
  try {
    return {
      executable: readlinkSync(`/proc/${pid}/exe`),
      commandLine: readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0'),
    };
  } catch {
    // The process has ended in the meantime.
    return null;
  }
}

/** Process ids of those that match. */
export function processesThat(match: (facts: ProcessFacts) => boolean): number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((pid) => {
      const facts = factsOf(pid);
      return facts !== null && match(facts);
    })
    .map(Number);
}

export function killAll(pids: readonly number[], signal: NodeJS.Signals = 'SIGKILL'): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It went by itself.
    }
  }
}

/** Waits for a condition nobody announces. The bound is wide: a slow machine is no failure. */
export async function until(what: string, condition: () => boolean, bound = 60_000): Promise<void> {
  const giveUp = Date.now() + bound;
  while (!condition()) {
    if (Date.now() > giveUp) throw new Error(`Not within ${bound / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
