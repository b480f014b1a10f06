// SPDX-License-Identifier: MIT
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { SetUpProblem } from './set-up/set-up-problem';

/** A screen that nobody looks at. */
export interface VirtualDisplay {
  /** For the environment variable DISPLAY, such as `:99`. */
  name: string;
  stop(): void;
}

/** The first line of `stream`, or nothing when it ends before. */
async function firstLine(stream: Readable): Promise<string | undefined> {
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    const end = text.indexOf('\n');
    if (end >= 0) return text.slice(0, end);
  }
  return undefined;
}

async function explain(server: ChildProcess): Promise<string> {
  if (server.pid === undefined) {
    const [error] = (await once(server, 'error')) as [Error];
    return error.message;
  }
  return 'it ended at once';
}

/** Starts an X server on a free display number, which the server itself chooses and reports. */
export async function startVirtualDisplay(): Promise<VirtualDisplay> {
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
    // A group of its own: Ctrl+C must end the app first, and the screen after it.
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true },
  );
  const number =
    server.pid === undefined ? undefined : await firstLine(server.stdio[3] as Readable);
  if (number === undefined) {
    throw new SetUpProblem(`The virtual display (Xvfb) did not start: ${await explain(server)}.`);
  }
  return { name: `:${number}`, stop: () => server.kill() };
}

/** Whether the environment names a display of the user. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}
