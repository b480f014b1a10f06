// SPDX-License-Identifier: MIT
// Processes as the kernel lists them.

import { readdirSync, readlinkSync } from 'node:fs';

function executableOf(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/exe`);
  } catch {
    // The process has ended in the meantime.
    return '';
  }
}

/** Process ids that run this file. */
export function processesOf(executable: string): number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry) && executableOf(entry) === executable)
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
