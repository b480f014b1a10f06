// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { fields } from '../../../electron/contract/fields';
import { refusalNumbers } from '../../../electron/contract/refusals';
import { loadAddon } from '../../../electron/native/addon';

const addon = loadAddon();

describe('the native tables', () => {
  it('have the fields of the contract: names, order, types, access and ranges', () => {
    const contract = fields.map(({ name, type, access, range }) => ({
      name,
      type,
      access,
      IPv4: range?.IPv4 ?? null,
      IPv6: range?.IPv6 ?? null,
    }));
    expect(addon.fieldTable()).toEqual(contract);
  });

  it('have the refusals of the contract with the same numbers', () => {
    expect(addon.refusals()).toEqual(refusalNumbers);
  });

  it('name their build in at most 32 printable characters', () => {
    expect(addon.buildId).toMatch(/^[\x21-\x7e]{1,32}$/);
  });
});
