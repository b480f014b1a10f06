// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../../electron/cli/command-line';
import { commands, commonOptions } from '../../../electron/cli/command-table';
import { commandHelp, programHelp } from '../../../electron/cli/help';

describe('a command line', () => {
  it('has a command, its arguments and options', () => {
    const line = parseCommandLine([
      'set',
      'a b',
      'ipv4',
      'Metric',
      '5',
      '--keep',
      '--deadline=120',
    ]);
    expect(line.command?.name).toBe('set');
    expect(line.arguments).toEqual(['a b', 'ipv4', 'Metric', '5']);
    expect([line.has('keep'), line.has('json')]).toEqual([true, false]);
    expect(line.valueOf('deadline')).toBe('120');
  });

  it('may have common options in front', () => {
    const line = parseCommandLine(['--user-data-dir', '/x', '--demo', 'history']);
    expect(line.command?.name).toBe('history');
    expect(line.arguments).toEqual([]);
    expect(line.valueOf('user-data-dir')).toBe('/x');
  });

  it.each([
    [['set', 'a', 'ipv4', 'Metric', '5'], true],
    [['set', 'a', 'ipv4', 'Metric', '5', '--dry-run'], false],
    [['preset', 'company-only'], true],
    [['apply', 'a'], true],
    [['restore'], true],
    [['lasting', 'stop'], true],
    [['lasting'], false],
    [['report'], false],
    [[], false],
  ])('%j is to change something: %j', (words, isToChange) => {
    expect(parseCommandLine(words).isToChange).toBe(isToChange);
  });

  it.each([[[]], [['--help']], [['-h']]])('%j asks for help alone', (words) => {
    expect(parseCommandLine(words).command).toBeNull();
  });

  it('needs no arguments where it asks for help', () => {
    expect(parseCommandLine(['show', '--help']).has('help')).toBe(true);
  });

  it.each([
    [['nonsense'], 'There is no command nonsense.'],
    [['list', '--nonsense'], "Unknown option '--nonsense'"],
    [['list', '--keep'], "Unknown option '--keep'"],
    [['list', '--json=x'], 'does not take an argument'],
    [['list', '--remote-debugging-port=9222'], 'Unknown option'],
    [['list', '-remote-debugging-port=9222'], 'Unknown option'],
    [['list', '--user-data-dir'], 'argument missing'],
    [['list', 'eth0'], 'Usage: interface-panel-cli list'],
    [['show'], 'Usage: interface-panel-cli show [OPTIONS] ADAPTER'],
    [['set', 'eth0', 'ipv4', 'Metric', '5', 'eth1'], 'Usage: interface-panel-cli set'],
    [['lasting', 'stop', 'now'], 'Usage: interface-panel-cli lasting'],
  ])('%j is refused', (words, why) => {
    expect(() => parseCommandLine(words)).toThrow(why);
  });
});

describe('help', () => {
  const texts = [programHelp(), ...commands.map(commandHelp)];

  it('fits a terminal', () => {
    for (const line of texts.flat()) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('names every command, and every option of each', () => {
    const all = programHelp().join('\n');
    for (const command of commands) {
      expect(all).toContain(`  ${command.name} `);
      const text = commandHelp(command).join('\n');
      for (const { name } of [...command.options, ...commonOptions])
        expect(text).toContain(`--${name}`);
    }
  });

  it('has examples that are understood', () => {
    for (const { name, examples } of commands) {
      for (const example of examples) {
        const words = [...`${name} ${example}`.matchAll(/"([^"]*)"|(\S+)/g)].map(
          ([, quoted, plain]) => quoted ?? plain ?? '',
        );
        const typed = words.slice(0, words.includes('>') ? words.indexOf('>') : undefined);
        expect(parseCommandLine(typed).command?.name).toBe(name);
      }
    }
  });
});
