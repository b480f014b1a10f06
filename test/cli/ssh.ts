// SPDX-License-Identifier: MIT
// A real sshd on the computer of a lab, and sessions of the technician's.

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { captureCommand } from '../../build/run-command';
import { here, technician, Typing } from './lab';
import type { Lab } from './lab';

const port = '2222';

function makeKey(file: string): void {
  const { exitCode, output } = captureCommand('ssh-keygen', [
    ...['-q', '-t', 'ed25519', '-N', '', '-f', file],
  ]);
  if (exitCode !== 0) throw new Error(output);
}

export class Sshd {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'interface-panel-sshd-'));
  readonly #lab: Lab;
  readonly #daemon: ChildProcess;

  private constructor(lab: Lab) {
    this.#lab = lab;
    for (const key of ['host', 'technician']) makeKey(this.#file(key));
    // Where it keeps what it does without privileges.
    mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });
    const options = [
      `Port ${port}`,
      `ListenAddress ${here}`,
      `HostKey ${this.#file('host')}`,
      `AuthorizedKeysFile ${this.#file('technician.pub')}`,
      'StrictModes no',
      'PermitRootLogin yes',
      'UsePAM no',
      'PidFile none',
    ];
    writeFileSync(this.#file('config'), `${options.join('\n')}\n`);
    this.#daemon = spawn(
      'ip',
      ['netns', 'exec', lab.network.names.near, '/usr/sbin/sshd', '-D', '-e', '-f'].concat(
        this.#file('config'),
      ),
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
  }

  /** Starts it and waits until it listens. */
  static async start(lab: Lab): Promise<Sshd> {
    const sshd = new Sshd(lab);
    const { stderr } = sshd.#daemon;
    if (!stderr) throw new Error('Nobody hears sshd.');
    let said = '';
    for await (const text of stderr) {
      said += String(text);
      if (said.includes('Server listening')) break;
    }
    if (!said.includes('Server listening')) throw new Error(said);
    return sshd;
  }

  /** A session in which words of the command line run, at a terminal of its own or without one. */
  runs(terminal: '-tt' | '-T', ...words: readonly string[]): Typing {
    // It goes into the namespace again: there it is already.
    const command = this.#lab.command(...words).map((word) => `'${word}'`);
    return new Typing('ip', [
      ...['netns', 'exec', this.#lab.network.names.far, 'ssh', terminal, '-q'],
      ...['-F', 'none', '-i', this.#file('technician'), '-b', technician, '-p', port],
      ...['-o', 'StrictHostKeyChecking=no', '-o', `UserKnownHostsFile=${this.#file('known')}`],
      ...['-o', 'IdentitiesOnly=yes', `root@${here}`, command.join(' ')],
    ]);
  }

  stop(): void {
    this.#daemon.kill('SIGKILL');
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #file(name: string): string {
    return path.join(this.#folder, name);
  }
}
