// SPDX-License-Identifier: MIT
// A display whose picture can be read without a window system's help: Xvfb keeps it in a file, in the format of xwd.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Offsets in the header of an xwd file (XWDFile.h), whose numbers are big-endian and 32 bits wide. */
const header = { size: 0, height: 20, bytesPerLine: 48, colours: 76 } as const;
const colourSize = 12;
const pixelSize = 4;

export interface Screen {
  /** For the environment variable DISPLAY. */
  readonly name: string;
  /** How many different colours it shows now; 0 before it is up. */
  countColours(): number;
  remove(): void;
}

function pixelsOf(picture: Buffer): Buffer {
  const number = (offset: number) => picture.readUInt32BE(offset);
  const start = number(header.size) + number(header.colours) * colourSize;
  return picture.subarray(start, start + number(header.height) * number(header.bytesPerLine));
}

function coloursIn(file: string): number {
  try {
    const pixels = pixelsOf(readFileSync(file));
    const colours = new Set<number>();
    for (let at = 0; at < pixels.length; at += pixelSize) colours.add(pixels.readUInt32LE(at));
    return colours.size;
  } catch {
    // Not there yet, or not yet whole.
    return 0;
  }
}

/** Starts one under a number of its own: no other test has it. */
export function startScreen(name: string): Screen {
  const folder = mkdtempSync(path.join(tmpdir(), 'interface-panel-screen-'));
  const server = spawn(
    'Xvfb',
    [name, '-screen', '0', '1280x1024x24', '-nolisten', 'tcp', '-fbdir', folder],
    { stdio: 'ignore' },
  );
  return {
    name,
    countColours: () => coloursIn(path.join(folder, 'Xvfb_screen0')),
    remove: () => {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
