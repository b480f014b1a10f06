// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { testProgram } from './places';

/** TOKEN_ELEVATION_TYPE: a token that was not split, or one of the two halves of an administrator's. */
export type Elevation = 'default' | 'full' | 'limited' | 'unknown';

export interface ListedProcess {
  readonly id: number;
  readonly parent: number;
  readonly elevation: Elevation;
  /** The name of its file. */
  readonly program: string;
}

/** What the system tells another program of every process (test/native/windows_processes_main.cpp). */
function listProcesses(): readonly ListedProcess[] {
  const { stdout, stderr } = spawnSync(testProgram('process-list.exe'), { encoding: 'utf8' });
  const lines = stdout.matchAll(/^(\d+) (\d+) (\w+) (.+?)\r?$/gm);
  const listed = Array.from(lines, ([, id, parent, elevation, program = '']) => ({
    ...{ id: Number(id), parent: Number(parent) },
    ...{ elevation: elevation as Elevation, program },
  }));
  assert.ok(listed.length > 0, stderr);
  return listed;
}

export function thisProcess(): ListedProcess {
  const own = listProcesses().find(({ id }) => id === process.pid);
  assert.ok(own);
  return own;
}

/** The one process of a program that this process started. */
export function childOf(file: string): ListedProcess {
  const program = path.basename(file);
  const children = listProcesses().filter((listed) => {
    return listed.parent === process.pid && listed.program === program;
  });
  const [child] = children;
  assert.ok(child && children.length === 1, `${String(children.length)} processes of ${program}`);
  return child;
}
