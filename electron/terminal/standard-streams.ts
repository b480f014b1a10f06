// SPDX-License-Identifier: MIT
// Standard input and output by their descriptors: in a worker those of `process` wait for the main thread, which
// waits for the worker (without-window.ts).

import { createReadStream, fstatSync, writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { isatty, ReadStream } from 'node:tty';

const input = 0;
const output = 1;
const errorOutput = 2;

/** Opens standard input by what it is, as Node does: a read of a file cannot be given up, so nothing else is one. */
export function openInput(): NodeJS.ReadableStream {
  if (isatty(input)) return new ReadStream(input);
  const status = fstatSync(input);
  return status.isFIFO() || status.isSocket()
    ? new Socket({ fd: input, readable: true, writable: false })
    : createReadStream('', { fd: input, autoClose: false });
}

export function print(text: string): void {
  writeSync(output, text);
}

export function printError(text: string): void {
  writeSync(errorOutput, text);
}
