// SPDX-License-Identifier: MIT
// Standard input and output by their descriptors: in a worker those of `process` wait for the main thread, which
// waits for the worker (cli/without-window.ts).

import { createReadStream, fstatSync, writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { isatty, ReadStream } from 'node:tty';

const input = 0;
const output = 1;
const errorOutput = 2;

/** Nobody reads what is written any more: the pipe is closed, or the terminal is gone. */
export class OutputGone extends Error {}

const goneCodes: ReadonlySet<string | undefined> = new Set(['EPIPE', 'EIO', 'EBADF', 'EOF']);

/** What a full pipe that does not wait takes to be read a little, in milliseconds. */
const moment = 10;
const neverWoken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/** Opens standard input by what it is, as Node does: a read of a file cannot be given up, so nothing else is one. */
export function openInput(): NodeJS.ReadableStream {
  if (isatty(input)) return new ReadStream(input);
  const status = fstatSync(input);
  return status.isFIFO() || status.isSocket()
    ? new Socket({ fd: input, readable: true, writable: false })
    : createReadStream('', { fd: input, autoClose: false });
}

function writeSome(descriptor: number, bytes: Uint8Array): number {
  try {
    return writeSync(descriptor, bytes);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EAGAIN') {
      Atomics.wait(neverWoken, 0, 0, moment);
      return 0;
    }
    throw goneCodes.has(code) ? new OutputGone() : cause;
  }
}

function writeAll(descriptor: number, text: string): void {
  let bytes = Buffer.from(text);
  while (bytes.length > 0) bytes = bytes.subarray(writeSome(descriptor, bytes));
}

/** @throws {OutputGone} */
export function print(text: string): void {
  writeAll(output, text);
}

/** @throws {OutputGone} */
export function printError(text: string): void {
  writeAll(errorOutput, text);
}
