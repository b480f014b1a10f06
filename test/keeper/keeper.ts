// SPDX-License-Identifier: MIT
import path from 'node:path';
import type { Counts } from '../runner/counts';
import { runLineProgram } from '../runner/line-program';
import { addNetworkNamespace } from '../runner/network-namespace';
import type { CheckLine } from './program';

/** Runs every check of the keeper on the real kernel, in namespaces that are gone afterwards; needs root. */
export async function runKeeper(only = ''): Promise<Counts> {
  const here = addNetworkNamespace('kept');
  const company = addNetworkNamespace('company');
  try {
    const lines = await runLineProgram<CheckLine>('ip', [
      ...['netns', 'exec', here.name, 'unshare', '--mount'],
      ...['env', `COMPANY=${company.name}`, process.execPath, '--import', 'tsx'],
      ...[path.join(__dirname, 'program.ts'), only],
    ]);
    const failed = lines.filter(({ problem }) => problem !== null).length;
    return { passed: lines.length - failed, failed };
  } finally {
    here.remove();
    company.remove();
  }
}
