// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';
import { getuid } from 'node:process';

/**
 * Runs a TypeScript program of this folder in a network namespace that ends with it, and returns the JSON it
 * printed. Without root the namespace comes with a user namespace, in which the program is root.
 */
export function runInNamespace(program: string, ...parameters: readonly string[]): unknown {
  const unprivileged = getuid?.() === 0 ? [] : ['--map-root-user'];
  const { status, stdout, stderr } = spawnSync(
    'unshare',
    [...unprivileged, '--net', process.execPath, '--import', 'tsx', program, ...parameters],
    { cwd: __dirname, encoding: 'utf8', timeout: 60_000 },
  );
  if (status !== 0) throw new Error(`${program} ended with ${String(status)}: ${stderr}`);
  return JSON.parse(stdout) as unknown;
}
