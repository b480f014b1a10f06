// SPDX-License-Identifier: MIT
import path from 'node:path';
import { fromChecks } from '../runner/counts';
import type { CheckLine, Counts } from '../runner/counts';
import { runLineProgram } from '../runner/line-program';
import { addNetworkNamespace } from '../runner/network-namespace';

const program = path.join(__dirname, 'program.ts');

async function besides(manager: string): Promise<readonly CheckLine[]> {
  const here = addNetworkNamespace('managed');
  const peer = addNetworkNamespace('server');
  try {
    return await runLineProgram<CheckLine>('ip', [
      ...['netns', 'exec', here.name, 'unshare', '--mount', '--pid', '--fork', '--mount-proc'],
      ...['env', `PEER=${peer.name}`, process.execPath, '--import', 'tsx', program, manager],
    ]);
  } finally {
    here.remove();
    peer.remove();
  }
}

/** Runs every check beside every manager, one after the other. */
export async function runManagers(): Promise<Counts> {
  const lines = [...(await besides('NetworkManager')), ...(await besides('systemd-networkd'))];
  for (const { name, problem } of lines) {
    console.log(
      `${problem === null ? 'passed' : 'FAILED'} ${name}${problem === null ? '' : `\n${problem}`}`,
    );
  }
  return fromChecks(lines);
}
