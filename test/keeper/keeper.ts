// SPDX-License-Identifier: MIT
import path from 'node:path';
import { fromChecks } from '../runner/counts';
import type { CheckLine, Counts } from '../runner/counts';
import { runLineProgram } from '../runner/line-program';
import { addNetworkNamespace } from '../runner/network-namespace';

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
    return fromChecks(lines);
  } finally {
    here.remove();
    company.remove();
  }
}
