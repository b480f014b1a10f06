// SPDX-License-Identifier: MIT
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { until } from './network-lab';

/** Process ids of the helpers in our network namespace, found by the file they execute. */
function helperProcesses(): number[] {
  const ours = linkOf('self/ns/net');
  return readdirSync('/proc')
    .filter(
      (entry) =>
        /^\d+$/.test(entry) &&
        path.basename(linkOf(`${entry}/exe`)).startsWith('interface-panel-helper') &&
        linkOf(`${entry}/ns/net`) === ours,
    )
    .map(Number);
}

function linkOf(entry: string): string {
  try {
    return readlinkSync(`/proc/${entry}`);
  } catch {
    // The process has ended in the meantime.
    return '';
  }
}

/** The one helper that runs now. */
export async function theHelper(): Promise<number> {
  await until(() => helperProcesses().length === 1);
  return helperProcesses()[0] ?? 0;
}

/** Ends whatever helper a failed test left behind, stopped ones too: each holds the lock of them all. */
export async function endHelpers(): Promise<void> {
  for (const pid of helperProcesses()) process.kill(pid, 'SIGKILL');
  await noHelper();
}

export async function noHelper(): Promise<void> {
  await until(() => helperProcesses().length === 0);
}

/** The kernel's own account of a process. */
export function processStatus(pid: number): string {
  return readFileSync(`/proc/${String(pid)}/status`, 'utf8');
}
