// SPDX-License-Identifier: MIT
// A technician whose session dies while a change waits: everything comes back, as `ip` and `sysctl` say.

import { readFileSync, readlinkSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exitCodes } from '../../electron/cli/exit-codes';
import { Lab, technician, Typing } from './lab';
import { Sshd } from './ssh';

let lab: Lab;
let sshd: Sshd;

beforeAll(async () => {
  lab = await Lab.open({ vpn: false });
  sshd = await Sshd.start(lab);
});
afterAll(() => {
  sshd.stop();
  lab.close();
});

const mtu = ['set', 'lan0', 'ipv4', 'NlMtu', '1400', 'lan0', 'ipv6', 'DadTransmits', '3'];

/** Answers the first question, so that a change waits. */
async function begun(typing: Typing): Promise<string> {
  await typing.says('[y/N] ');
  const before = lab.witness();
  typing.type('y');
  await typing.says('keep or revert? ');
  expect(lab.witness()).not.toBe(before);
  return before;
}

/** Programs of the command line in the lab's namespace. */
function programsHere(): readonly number[] {
  const ownBundle = 'out/cli/index.cjs';
  return readdirSync('/proc').flatMap((pid) => {
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      const isOne =
        words[1]?.endsWith(ownBundle) === true &&
        readlinkSync(`/proc/${pid}/exe`) === process.execPath;
      return isOne ? [Number(pid)] : [];
    } catch {
      return [];
    }
  });
}

describe('over SSH', () => {
  it.each(['-tt', '-T'] as const)('the client of a session (%s) dies', async (terminal) => {
    const typing = sshd.runs(terminal, ...mtu);
    const before = await begun(typing);
    typing.child.kill('SIGKILL');
    await lab.isAgain(before);
  });

  it('the program is killed', async () => {
    const typing = sshd.runs('-tt', ...mtu);
    const before = await begun(typing);
    for (const pid of programsHere()) process.kill(pid, 'SIGKILL');
    await lab.isAgain(before);
    await typing.ended;
  });

  it('a change that cuts the technician off is told as such, and comes back when their session dies', async () => {
    const typing = sshd.runs('-tt', 'set', 'lan0', 'ipv4', 'DisableDefaultRoutes', 'on');
    await typing.says('DANGER: IPv4 internet traffic will stop.');
    await typing.says('You seem to be connected through lan0.');
    await typing.says('[y/N] ');
    const before = lab.witness();
    expect(before).toContain('"dst":"default"');
    typing.type('y');
    // What is said now does not arrive any more: the kernel alone tells.
    await expect.poll(() => lab.network.routeGet('IPv4', technician)).toContain('unreachable');
    typing.child.kill('SIGKILL');
    await lab.isAgain(before);
    expect(lab.network.routeGet('IPv4', technician)).toContain('via 192.0.2.1');
  });

  it('the history says what became of it', () => {
    const { output } = lab.run('history');
    expect(output).toMatch(/Reverted/);
    expect(output).not.toContain('Kept');
    expect(lab.run('restore').output).not.toContain('still as set');
  });
});

describe('without SSH', () => {
  it('the input ends', async () => {
    const typing = lab.sits(...mtu);
    const before = await begun(typing);
    typing.child.stdin.end();
    expect(await typing.ended).toBe(exitCodes.reverted);
    expect(lab.witness()).toBe(before);
  });

  it.each(['SIGHUP', 'SIGTERM', 'SIGINT'] as const)('%s', async (signal) => {
    const typing = lab.sits(...mtu);
    const before = await begun(typing);
    typing.child.kill(signal);
    expect(await typing.ended).toBe(exitCodes.reverted);
    expect(lab.witness()).toBe(before);
  });

  it('a SIGTERM while the input says the same on and on', async () => {
    const before = lab.witness();
    const words = lab.command(...mtu);
    const typing = new Typing('bash', ['-c', 'yes | "$@"', 'bash', ...words]);
    await typing.says('keep or revert? keep or revert? ');
    for (const pid of programsHere()) process.kill(pid, 'SIGTERM');
    expect(await typing.ended).toBe(exitCodes.reverted);
    expect(lab.witness()).toBe(before);
  });

  it('nobody reads any more', async () => {
    const typing = lab.sits(...mtu);
    const before = await begun(typing);
    typing.child.stdout.destroy();
    typing.type('what?');
    expect(await typing.ended).toBe(exitCodes.reverted);
    expect(lab.witness()).toBe(before);
  });
});
