// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { nativeFolder } from '../../../electron/native/native-folder';

/** Where a simulated network may be kept until the test is over; nothing is there yet. */
export function temporaryStateFile(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'interface-panel-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  return path.join(folder, 'network');
}

/** Changes a simulated network from outside, as another program would. */
export function simulatedControl(stateFile: string, ...command: string[]): void {
  execFileSync(path.join(nativeFolder(), 'simulated-control'), [stateFile, ...command]);
}

/** FNV-1a with 64 bits, as native/stack/simulated/file_format.h. */
function checksum(bytes: Uint8Array): bigint {
  return bytes.reduce(
    (hash, byte) => BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n),
    0xcbf29ce484222325n,
  );
}

const headerSize = 52;
const bodyChecksumAt = 36;
const sealAt = 44;

/** Writes a name of the same length over one in the file, whatever its code units are. */
export function renameInFile(stateFile: string, from: string, to: string): void {
  const bytes = readFileSync(stateFile);
  const at = bytes.indexOf(Buffer.from(from, 'utf16le'), headerSize);
  if (at < 0 || to.length !== from.length) throw new Error(`${from} cannot become ${to}`);
  bytes.write(to, at, 'utf16le');
  bytes.writeBigUInt64LE(checksum(bytes.subarray(headerSize)), bodyChecksumAt);
  bytes.writeBigUInt64LE(checksum(bytes.subarray(0, sealAt)), sealAt);
  writeFileSync(stateFile, bytes);
}
