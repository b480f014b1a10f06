// SPDX-License-Identifier: MIT
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadAddon } from '../../../electron/native/addon';
import { openStack } from '../../../electron/native/stack';
import { temporaryStateFile } from './native-state-file';

const platformStack = process.platform === 'win32' ? 'windows' : 'linux';
const foreignStack = process.platform === 'win32' ? 'linux' : 'windows';

/** What a caller without types could pass. */
const anything = (value: unknown) => value as never;

function refused(argument: string) {
  return expect.objectContaining({
    name: 'TypeError',
    message: expect.stringMatching(new RegExp(`^${argument}\\b`)) as unknown,
  }) as unknown;
}

describe('openStack', () => {
  it.each(['', 'Linux', 'constructor', foreignStack, 5, null, undefined])(
    'refuses %j, which is no stack of this system',
    (stack) => {
      expect(() => openStack({ stack: anything(stack) })).toThrow(refused('stack'));
    },
  );

  it.each([undefined, '', 5, 'a\0b', {}])('refuses %j as a state file', (stateFile) => {
    expect(() => openStack({ stack: 'simulated', stateFile: anything(stateFile) })).toThrow(
      refused('stateFile'),
    );
  });

  it('refuses a state file for a stack that is not simulated, and does not make it', () => {
    const stateFile = temporaryStateFile();
    expect(() => openStack({ stack: platformStack, stateFile })).toThrow(refused('stateFile'));
    expect(existsSync(stateFile)).toBe(false);
  });
});

describe('a stack', () => {
  const stack = openStack({ stack: platformStack });

  it.each([
    5,
    5n,
    '',
    ' 5',
    '+5',
    '-1',
    '05',
    '5.0',
    '0x5',
    '18446744073709551616',
    '99999999999999999999999',
    '５',
    '5\0',
    null,
    undefined,
    {},
  ])('refuses %o as a LUID', async (luid) => {
    await expect(stack.ipInterface(anything(luid), 'IPv4')).rejects.toEqual(refused('luid'));
  });

  it.each(['ipv4', 'IPv5', '', 2, null, undefined])('refuses %j as a family', async (family) => {
    await expect(stack.ipInterface('5', anything(family))).rejects.toEqual(refused('family'));
  });

  it.each(['', '1.2.3', '1.2.3.4/8', '::1%lo', 'example.com', ' ::1', 0x01020304, null, undefined])(
    'refuses %j as a destination',
    async (destination) => {
      await expect(stack.bestRoute(anything(destination))).rejects.toEqual(refused('destination'));
    },
  );

  it.each(['x', '::1', null])('refuses %j as a source of an IPv4 route', async (source) => {
    await expect(stack.bestRoute('192.0.2.1', anything(source))).rejects.toEqual(refused('source'));
  });

  it.each([undefined, null, {}, 'changed'])('refuses %j as a listener', async (changed) => {
    await expect(stack.watch(anything(changed))).rejects.toEqual(refused('changed'));
  });
});

describe('loadAddon', () => {
  const missing = (file: string) =>
    expect.objectContaining({
      appError: {
        code: 'addon-missing',
        message: expect.stringContaining(file) as unknown,
      },
    }) as unknown;

  it('says that the addon is missing when the file is not there', () => {
    const file = path.join(path.dirname(temporaryStateFile()), 'interface_panel.node');
    expect(() => loadAddon(file)).toThrow(missing(file));
  });

  it('says that the addon is missing when the file is no addon', () => {
    const file = temporaryStateFile();
    writeFileSync(file, 'not a library');
    expect(() => loadAddon(file)).toThrow(missing(file));
  });

  it('tries again after a failure and keeps what it loaded', () => {
    expect(loadAddon()).toBe(loadAddon());
  });
});
