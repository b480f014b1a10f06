// SPDX-License-Identifier: MIT
// What names a lasting setting in the store, in a plan and in the keeper's status.

import { createHash } from 'node:crypto';
import { familyNumber } from '../contract/family';
import type { Family } from '../contract/family';
import { fieldNumber } from '../contract/fields';
import type { FieldName } from '../contract/fields';
import type { AdapterName } from './meant-adapter';

const guidBytes = 16;
/** Parts of a GUID's text: the first three are numbers, little endian in memory. */
const guidPattern = /^\{([\da-f]{8})-([\da-f]{4})-([\da-f]{4})-([\da-f]{4})-([\da-f]{12})\}$/i;

/** A GUID as it lies in memory; none is all zeros. */
function guidInMemory(guid: string): Buffer {
  const [, ...parts] = guidPattern.exec(guid) ?? [];
  const [first, second, third, ...rest] = parts.map((part) => Buffer.from(part, 'hex'));
  if (!first || !second || !third) return Buffer.alloc(guidBytes);
  return Buffer.concat([first.reverse(), second.reverse(), third.reverse(), ...rest]);
}

/** The text of a GUID as it lies in memory; empty for all zeros. */
export function guidText(memory: Buffer): string {
  if (memory.every((byte) => byte === 0)) return '';
  const part = (from: number, to: number) => Buffer.from(memory.subarray(from, to));
  const parts = [part(0, 4).reverse(), part(4, 6).reverse(), part(6, 8).reverse()];
  const all = [...parts, part(8, 10), part(10, 16)];
  return `{${all.map((one) => one.toString('hex').toUpperCase()).join('-')}}`;
}

/** The id that a setting for this adapter, family and field has; 32 hexadecimal digits. */
export function settingId(adapter: AdapterName, family: Family, field: FieldName): string {
  const head = Buffer.alloc(8);
  head.writeUInt16LE(familyNumber[family], 0);
  head.writeUInt8(fieldNumber(field), 2);
  head.writeUInt32LE(adapter.type, 4);
  return createHash('sha256')
    .update(head)
    .update(guidInMemory(adapter.guid))
    .update(adapter.alias)
    .digest('hex')
    .slice(0, 32);
}
