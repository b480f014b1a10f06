// SPDX-License-Identifier: MIT
import { randomBytes } from 'node:crypto';
import { captureCommand } from '../../build/run-command';

/** A network namespace of our own: what tests do to interfaces and routes stays inside. */
export interface NetworkNamespace {
  name: string;
  remove(): void;
}

/** Runs `ip` and returns what it printed. */
export function ip(...commandArguments: string[]): string {
  const { exitCode, output } = captureCommand('ip', commandArguments);
  if (exitCode !== 0) throw new Error(`ip ${commandArguments.join(' ')}: ${output}`);
  return output;
}

/** Makes a namespace with the loopback interface up; needs root. */
export function addNetworkNamespace(purpose: string): NetworkNamespace {
  const name = `interface-panel-${purpose}-${randomBytes(4).toString('hex')}`;
  ip('netns', 'add', name);
  ip('-n', name, 'link', 'set', 'lo', 'up');
  return {
    name,
    remove: () => {
      captureCommand('ip', ['netns', 'delete', name]);
    },
  };
}
