// SPDX-License-Identifier: MIT
// What a technician types and reads, on the real kernel; `ip` is the witness.

import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exitCodes } from '../../electron/cli/exit-codes';
import { fileExtension } from '../../electron/contract/support';
import { reportSchema } from '../../electron/reports/report-schema';
import { captureCommand } from '../../build/run-command';
import { Lab } from './lab';

let lab: Lab;
const folder = mkdtempSync(path.join(tmpdir(), 'interface-panel-set-'));

beforeAll(async () => {
  lab = await Lab.open({ vpn: true });
});
afterAll(() => {
  lab.close();
  rmSync(folder, { recursive: true });
});

/** A file as somebody sent it. */
function savedSet(members: object): string {
  const file = path.join(folder, `edits.${fileExtension}`);
  const head = { format: 'interface-panel-edits', version: 1, computer: 'x' };
  const savedAt = '2026-01-01T00:00:00.000Z';
  writeFileSync(file, JSON.stringify({ ...head, savedAt, ...members }));
  return file;
}

/** What `ip -j` says of the way to an address. */
function wayTo(address: string): string {
  const { near } = lab.network.names;
  const { output } = captureCommand('ip', ['-n', near, '-j', 'route', 'get', address]);
  return (JSON.parse(output) as readonly { readonly dev: string }[])[0]?.dev ?? '';
}

function mtuOf(link: string): number {
  const { near } = lab.network.names;
  const { output } = captureCommand('ip', ['-n', near, '-j', 'link', 'show', link]);
  return (JSON.parse(output) as readonly { readonly mtu: number }[])[0]?.mtu ?? 0;
}

describe('reading', () => {
  it('lists interfaces, and which way traffic goes', () => {
    expect(lab.run('list')).toEqual({
      exitCode: 0,
      output: `Adapter  Family  State      Internet traffic  Metric  MTU
lo       IPv4    Connected  –                 –       65536
lo       IPv6    Connected  –                 –       65536
lan0     IPv4    Connected  On                –       1500
lan0     IPv6    Connected  –                 –       1500
vpn0     IPv4    Connected  In use            –       1500
vpn0     IPv6    Connected  –                 –       1500

IPv4 internet traffic leaves through vpn0. Its default route has the lowest
effective metric: 50. Next is lan0 with 100.
IPv6 internet traffic has nowhere to go. No adapter has a usable default route.
`,
    });
  });

  it('lists routes', () => {
    const { output } = lab.run('routes');
    expect(output).toContain(
      '0.0.0.0/0        On-link    vpn0       50                Wins\n' +
        '0.0.0.0/0        192.0.2.1  lan0       100               Standby\n',
    );
  });

  it('shows what can be set', () => {
    const { output } = lab.run('show', 'lan0');
    expect(output).toMatch(/^ {2}NlMtu +1500 bytes +yes$/m);
    expect(output).toMatch(/^ {2}Connected +On$/m);
    expect(output).toContain('192.0.2.2/24');
  });

  it('says why an address goes its way, and whether split tunnelling would change that', () => {
    expect(lab.run('why', 'https://8.8.8.8/page').output).toBe(
      `8.8.8.8 goes through vpn0, directly: the route 0.0.0.0/0 with metric 50.
  Its default route has the lowest effective metric: 50. Next is lan0 with 100.
  With split tunnelling on it would go through lan0.
`,
    );
    expect(lab.run('why', '10.20.3.4').output).toBe(
      `10.20.3.4 goes through vpn0, directly: the route 10.20.0.0/16 with metric 0.
  Split tunnelling would not change that.
`,
    );
  });

  it.each([['list'], ['show', 'lan0'], ['routes'], ['report']])(
    '%s %s --json is a report as its schema has it',
    (...words) => {
      const { output, exitCode } = lab.run(...words, '--json');
      expect(exitCode).toBe(0);
      reportSchema.parse(JSON.parse(output));
    },
  );

  it.each([['list'], ['show', 'lan0'], ['routes', '--all'], ['report'], ['history'], ['lasting']])(
    '%s %s keeps within 80 columns and has no control characters',
    (...words) => {
      const { output } = lab.run(...words);
      expect(output.split('\n').filter((line) => line.length > 80)).toEqual([]);
      expect(output.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    },
  );

  it('ends in peace when nobody reads on', () => {
    const line = lab.command('routes', '--all', '--json').join(' ');
    const shell = ['-o', 'pipefail', '-c', `${line} | head -c 1`];
    const { status, stdout, stderr } = spawnSync('bash', shell, { encoding: 'utf8' });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '{', stderr: '' });
  });

  it.each([
    [['show', 'wlan7'], 'There is no adapter wlan7.'],
    [['set', 'lan0', 'ipv4', 'Nonsense', '1'], 'There is no field Nonsense.'],
    [['set', 'lan0', 'ipv4', 'NlMtu', '5'], 'from 576'],
    [['set', 'lan0', 'ipv4', 'Connected', '1'], 'Connected cannot be set.'],
    [['set', 'lan0', 'ipv5', 'NlMtu', '1400'], 'ipv5 is no family'],
    [
      ['set', 'lan0', 'both', 'NlMtu', '1400', 'lan0', 'ipv6', 'NlMtu', '1300'],
      'NlMtu (IPv6) is to be set twice.',
    ],
    [['set', 'lan0', 'ipv4', 'NlMtu', '1400', '--deadline', '7'], '--deadline takes one of 60'],
    [['preset', 'company-only', '--vpn', 'lan0'], 'lan0 is no VPN that is connected.'],
    [['list', '--simulated-state', '/nonexistent'], '--simulated-state is only for --demo.'],
    [['history', '--count', '0'], '--count takes a number from 1 on.'],
    [['report', '--masked'], '--masked is for --json and --html.'],
    [['completion', 'fish'], 'fish is none of: bash, powershell.'],
    [['why', '10.0.0.0/8'], 'Enter an IP address'],
    [['apply', '/nonexistent'], 'can’t be opened'],
    [['preset', 'nonsense'], 'There is no preset nonsense'],
  ])('%j is a mistake of usage', (words, text) => {
    const { output, exitCode } = lab.run(...words);
    expect(output).toContain(text);
    expect(exitCode).toBe(exitCodes.usage);
  });
});

it('takes both families only where both are', () => {
  // Too small for IPv6.
  lab.network.ip('link add name small0 mtu 1000 type bridge');
  const { output, exitCode } = lab.run('set', 'small0', 'both', 'ForwardingEnabled', 'on');
  lab.network.ip('link delete small0');
  expect(output).toContain('ForwardingEnabled on small0 (IPv6): ');
  expect(exitCode).toBe(exitCodes.usage);
});

describe('changing', () => {
  it('shows, asks, applies, and keeps when keep is typed', async () => {
    const sitting = lab.sits('set', 'lan0', 'ipv4', 'NlMtu', '1400');
    await sitting.says(`Review changes:
  MTU on lan0 (IPv4): 1500 bytes → 1400 bytes
Internet traffic goes the same way.
Set MTU to 1400 bytes on lan0 (IPv4)? [y/N] `);
    expect(mtuOf('lan0')).toBe(1500);
    sitting.type('y');
    await sitting.says('Applied. It reverts in 60 seconds unless you type keep.\n');
    await sitting.says('keep or revert? ');
    expect(mtuOf('lan0')).toBe(1400);
    sitting.type('what?');
    await sitting.says('keep or revert? ');
    sitting.type('keep');
    await sitting.says('Kept until lan0 reconnects or the computer restarts.');
    expect(await sitting.ended).toBe(exitCodes.done);
    expect(mtuOf('lan0')).toBe(1400);
    const history = lab.run('history', '--count', '1').output;
    expect(history).toMatch(
      /^[\da-f]{8} {2}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d {2}Kept {2}MTU 1400 bytes on/,
    );
    lab.run('set', 'lan0', 'ipv4', 'NlMtu', '1500', '--keep');
    expect(mtuOf('lan0')).toBe(1500);
  });

  it('takes back a change that was kept, by the id that the history shows', async () => {
    lab.run('set', 'lan0', 'ipv4', 'NlMtu', '1400', '--keep');
    const [id = ''] = lab.run('history', '--count', '1').output.split(' ');
    expect(lab.run('restore', 'ffffffffffff')).toMatchObject({ exitCode: exitCodes.usage });
    const declined = lab.sits('restore', id);
    await declined.says('MTU: was 1500, set to 1400, now 1400, still as set');
    await declined.says('Undo this change? [y/N] ');
    declined.type('n');
    expect(await declined.ended).toBe(exitCodes.unchanged);
    expect(mtuOf('lan0')).toBe(1400);
    const sitting = lab.sits('restore', id);
    await sitting.says('Undo this change? [y/N] ');
    sitting.type('y');
    await sitting.says('Without an answer it goes back in 60 seconds. [y/N] ');
    sitting.type('y');
    await sitting.says('Everything is as before the change.');
    expect(await sitting.ended).toBe(exitCodes.done);
    expect(mtuOf('lan0')).toBe(1500);
    const told = lab.run('history', '--count', '2').output;
    expect(told).toMatch(/ Kept +Undo: MTU 1400 /);
    expect(told).toMatch(/ Undone +MTU 1400 /);
    const again = lab.run('restore', id);
    expect(again.output).toContain('Nothing of this change is left to undo.');
    expect(again.exitCode).toBe(exitCodes.unchanged);
  });

  it.each([
    ['declined', ['n'], 'unchanged'],
    ['not answered', [''], 'unchanged'],
    ['reverted', ['y', 'revert'], 'reverted'],
  ] as const)('%s it leaves nothing', async (_name, answers, exit) => {
    const before = lab.witness();
    const sitting = lab.sits(
      'set',
      'lan0',
      'ipv4',
      'NlMtu',
      '1400',
      'lan0',
      'ipv6',
      'NlMtu',
      '1300',
    );
    for (const answer of answers) {
      await sitting.says(answer === 'revert' ? 'keep or revert? ' : '[y/N] ');
      sitting.type(answer);
    }
    expect(await sitting.ended).toBe(exitCodes[exit]);
    expect(lab.witness()).toBe(before);
  });

  it('is not done when nobody reads what would be changed', async () => {
    const before = lab.witness();
    const unread = lab.sits('set', 'lan0', 'ipv4', 'NlMtu', '1400', '--keep');
    unread.child.stdout.destroy();
    expect(await unread.ended).toBe(exitCodes.failed);
    expect(lab.witness()).toBe(before);
  });

  it('turns split tunnelling on and off, as the kernel says too', () => {
    expect(wayTo('8.8.8.8')).toBe('vpn0');
    const dry = lab.run('preset', 'company-only', '--dry-run');
    expect(dry.output).toContain(
      'Now: IPv4 internet traffic leaves through vpn0.\n' +
        'After applying: IPv4 internet traffic leaves through lan0.\n',
    );
    expect(dry.output).toMatch(/^Turn split tunnelling on · vpn0:\n/);
    expect(wayTo('8.8.8.8')).toBe('vpn0');
    expect(lab.run('preset', 'company-only', '--keep').exitCode).toBe(0);
    expect(lab.run('history', '--count', '1').output).toMatch(
      /Kept {2}Turn split .*\n +tunnelling on · vpn0 /,
    );
    expect([wayTo('8.8.8.8'), wayTo('10.20.3.4')]).toEqual(['lan0', 'vpn0']);
    expect(lab.run('preset', 'company-only', '--keep').output).toContain('It is so already');
    expect(lab.run('preset', 'through-vpn', '--keep').exitCode).toBe(0);
    expect(wayTo('8.8.8.8')).toBe('vpn0');
  });

  it('keeps nothing dangerous for a script that does not say so', () => {
    const words = ['set', 'lan0', 'ipv4', 'DisableDefaultRoutes', 'on'];
    const all = [...words, 'vpn0', 'ipv4', 'DisableDefaultRoutes', 'on', '--keep'];
    const before = lab.witness();
    const refused = lab.run(...all);
    expect(refused.output).toContain('DANGER: IPv4 internet traffic will stop.');
    expect(refused.exitCode).toBe(exitCodes.unchanged);
    expect(lab.witness()).toBe(before);
    expect(lab.run(...all, '--even-if-dangerous').exitCode).toBe(0);
    expect(wayTo('10.20.3.4')).toBe('vpn0');
    const back = all.map((word) => (word === 'on' ? 'off' : word));
    expect(lab.run(...back).exitCode).toBe(0);
    expect(wayTo('8.8.8.8')).toBe('vpn0');
  });

  it('tells programs what came of it, and people on the error output', () => {
    const [program, ...words] = lab.command(
      'set',
      'lan0',
      'ipv4',
      'NlMtu',
      '1420',
      '--keep',
      '--json',
    );
    const { stdout, stderr } = spawnSync(program, words, { encoding: 'utf8' });
    expect(JSON.parse(stdout)).toMatchObject({
      operations: [{ family: 'IPv4', field: 'NlMtu', expected: 1500, value: 1420 }],
      warnings: [],
      result: { kind: 'kept' },
    });
    expect(stderr).toContain('MTU on lan0 (IPv4): 1500 bytes → 1420 bytes');
    expect(lab.run('set', 'lan0', 'ipv4', 'NlMtu', '1500', '--keep').exitCode).toBe(0);
  });

  it('says of a saved set what was meant by it, in the question, to programs and in the history', async () => {
    const meaning = { kind: 'split-tunnelling', isOn: true, blocksOthers: false };
    const vpn = { guid: '', alias: 'vpn0', description: '', type: 131, physicalAddress: '' };
    const field = { family: 'IPv4', field: 'DisableDefaultRoutes', expected: 0 };
    const file = savedSet({
      intent: { ...meaning, vpn },
      edits: [{ adapter: vpn, ...field, value: 1 }],
    });
    const sitting = lab.sits('apply', file);
    await sitting.says('Turn split tunnelling on for vpn0? [y/N] ');
    sitting.type('n');
    expect(await sitting.ended).toBe(exitCodes.unchanged);
    const [program, ...words] = lab.command('apply', file, '--keep', '--json');
    const { stdout } = spawnSync(program, words, { encoding: 'utf8' });
    const title = 'Turn split tunnelling on · vpn0';
    expect(JSON.parse(stdout)).toMatchObject({ title, result: { kind: 'kept' } });
    expect(wayTo('8.8.8.8')).toBe('lan0');
    const { output } = lab.run('history', '--count', '1');
    expect(output).toMatch(/Kept {2}Turn split .*\n +tunnelling on · vpn0 /);
    expect(lab.run('preset', 'through-vpn', '--keep').exitCode).toBe(0);
  });

  it('believes no saved set that calls its edits what they are not, and names a VPN to connect', () => {
    const adapter = { guid: '', alias: 'lan0', description: '', type: 6, physicalAddress: '' };
    const intent = { kind: 'split-tunnelling', isOn: true, blocksOthers: false };
    const edits = [{ adapter, family: 'IPv4', field: 'NlMtu', expected: 1500, value: 1410 }];
    const lie = lab.run(
      'apply',
      savedSet({ intent: { ...intent, vpn: adapter }, edits }),
      '--dry-run',
    );
    expect(lie.output).toMatch(/^MTU 1410 bytes on lan0 \(IPv4\):\n/);
    const away = { ...adapter, alias: 'away0', type: 53 };
    const off = { family: 'IPv4', field: 'DisableDefaultRoutes', expected: 0, value: 1 };
    const waits = savedSet({
      intent: { ...intent, vpn: away },
      edits: [{ adapter: away, ...off }],
    });
    expect(lab.run('apply', waits, '--keep').output).toContain('Connect away0 first.');
  });

  it('applies a saved set, and says what does not fit', () => {
    const edit = (alias: string, type: number) => ({
      adapter: { guid: '', alias, description: '', type, physicalAddress: '' },
      ...{ family: 'IPv4', field: 'NlMtu', expected: 1500, value: 1410 },
    });
    const file = savedSet({ edits: [edit('lan0', 6), edit('away0', 6)] });
    const { output, exitCode } = lab.run('apply', file, '--keep');
    expect(output).toContain('NlMtu on away0 (IPv4): No such adapter here.');
    expect(exitCode).toBe(0);
    expect(mtuOf('lan0')).toBe(1410);
    expect(lab.run('set', 'lan0', 'ipv4', 'NlMtu', '1500', '--keep').exitCode).toBe(0);
  });

  it('reads the history while a change waits in another terminal', async () => {
    const sitting = lab.sits('set', 'lan0', 'ipv4', 'NlMtu', '1400');
    await sitting.says('[y/N] ');
    sitting.type('y');
    await sitting.says('keep or revert? ');
    expect(lab.run('history', '--count', '1').output).toContain('In progress');
    const another = lab.run('set', 'lan0', 'ipv4', 'NlMtu', '1300', '--keep');
    expect(another.output).toContain('its command line is open. Close it first');
    expect(another.exitCode).toBe(exitCodes.unchanged);
    sitting.type('revert');
    expect(await sitting.ended).toBe(exitCodes.reverted);
  });
});
