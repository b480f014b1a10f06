// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../electron/cli/command-table';
import { bashCompletion, powershellCompletion } from '../../../electron/cli/completion';
import { manPage } from '../../../electron/cli/man-page';

/** What Tab offers in a real bash after these words, the last of which is being typed. */
function offered(...words: readonly string[]): readonly string[] {
  const all = ['interface-panel-cli', ...words];
  const script = `${bashCompletion()}
    compopt() { :; }
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
    _interface_panel_cli
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', ...all], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((line) => line !== '');
}

describe.runIf(process.platform === 'linux')('in bash', () => {
  it.each([
    [[''], commands.map(({ name }) => name)],
    [['re'], ['restore', 'report']],
    [['preset', 'c'], ['company-only']],
    [
      ['set', 'eth0', ''],
      ['ipv4', 'ipv6', 'both'],
    ],
    [['set', 'eth0', 'ipv4', 'Disable'], ['DisableDefaultRoutes']],
    [['set', 'eth0', 'ipv4', 'Metric', ''], []],
    [['set', 'eth0', 'ipv4', 'Metric', '5', 'eth1', 'b'], ['both']],
    [['--user-data-dir', '/x', 'his'], ['history']],
    [['--user-data-dir', '=', '/x', 'his'], ['history']],
    [
      ['set', '--deadline', '=', '120', 'eth0', ''],
      ['ipv4', 'ipv6', 'both'],
    ],
    [['preset', '--vpn', '=', 'l'], ['lo']],
    [['preset', '--vpn', '='], expect.arrayContaining(['lo'])],
    [['lasting', 's'], ['stop']],
    [['set', '--k'], ['--keep']],
    [['list', '--k'], []],
    [['list', ''], []],
    [['--d'], ['--demo']],
    [['show', 'l'], ['lo']],
    [['preset', '--vpn', 'l'], ['lo']],
    [['apply', '/etc/host'], expect.arrayContaining(['/etc/hosts'])],
  ])('after %j come %j', (words, expected) => {
    expect(offered(...words)).toEqual(expected);
  });

  it('expands no list, which would run what is in a name', () => {
    expect(bashCompletion()).not.toContain('compgen -W');
  });
});

describe('in PowerShell', () => {
  it('every command and option is known', () => {
    const script = powershellCompletion();
    for (const { name, options } of commands) {
      expect(script).toContain(`'${name}' = @{`);
      for (const option of options) expect(script).toContain(`'--${option.name}'`);
    }
  });
});

describe('the manual page', () => {
  it('is the one in docs/ (vitest -u writes it anew)', async () => {
    await expect(manPage()).toMatchFileSnapshot('../../../docs/interface-panel-cli.1');
  });

  it('names every command and option', () => {
    const text = manPage().replaceAll('\\-', '-');
    for (const { name, options } of commands) {
      expect(text).toContain(`.SS interface-panel-cli ${name}`);
      for (const option of options) expect(text).toContain(`--${option.name}`);
    }
  });
});
