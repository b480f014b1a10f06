// SPDX-License-Identifier: MIT
// Routers that announce themselves: radvd on peers of the lab's links.

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { peer } from './lab';
import type { Router } from './lab';

/** One interface of radvd.conf. Only who tells its interval, as mobile IPv6 wants it, may speak more than every 3 s. */
function block({ link, preference, lifetime }: Router): string {
  return `interface ${peer(link)} {
    AdvSendAdvert on; AdvIntervalOpt on;
    MinDelayBetweenRAs 0.03; MinRtrAdvInterval 300; MaxRtrAdvInterval 600;
    AdvDefaultPreference ${preference}; AdvDefaultLifetime ${lifetime};
  };
`;
}

/** The routers of one configuration; they fall silent without taking back what they announced. */
export class Routers {
  readonly #folder = mkdtempSync(path.join(os.tmpdir(), 'prediction-'));
  readonly #radvd: ChildProcess;

  constructor(routers: readonly Router[]) {
    const file = path.join(this.#folder, 'radvd.conf');
    writeFileSync(file, routers.map(block).join(''));
    const pidFile = path.join(this.#folder, 'radvd.pid');
    this.#radvd = spawn('radvd', ['-n', '-m', 'none', '-C', file, '-p', pidFile], {
      stdio: 'ignore',
    });
  }

  async stop(): Promise<void> {
    const ended = once(this.#radvd, 'exit');
    if (this.#radvd.exitCode === null && this.#radvd.kill('SIGKILL')) await ended;
    rmSync(this.#folder, { recursive: true });
  }
}
