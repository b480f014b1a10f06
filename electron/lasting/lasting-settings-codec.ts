// SPDX-License-Identifier: MIT
// The store of docs/lasting-settings.md, twin of native/lasting/lasting_codec.cpp; test/vectors/lasting.json holds both
// to the same bytes. The helper alone writes it.

import { families, familyNumber } from '../contract/family';
import type { Family } from '../contract/family';
import { fieldAvailability } from '../contract/field-value';
import { fields } from '../contract/fields';
import type { FieldName } from '../contract/fields';
import { maxLastingSettings } from '../contract/lasting';
import { Damage, SealedBytes, demand } from './sealed-bytes';
import { guidText, settingId } from './setting-id';

const magic = 'IPLS';
const version = 1;
const guidBytes = 16;
const maxAliasBytes = 768;
const maxAccountBytes = 256;

/** One setting as the store has it. */
export interface StoredSetting {
  readonly id: string;
  readonly alias: string;
  readonly type: number;
  readonly guid: string;
  readonly family: Family;
  readonly field: FieldName;
  readonly value: number;
  readonly madeAt: number;
  readonly account: string;
}

/** Why bytes are no settings that can be used. */
export type SettingsDefect = 'damaged' | 'later-version';

function readKey(bytes: SealedBytes): Pick<StoredSetting, 'family' | 'field'> {
  const number = bytes.u16();
  const family = families.find((one) => familyNumber[one] === number);
  const field = fields[bytes.u8()]?.name;
  bytes.zeros(1);
  demand(family !== undefined && field !== undefined);
  return { family, field };
}

/** The table's own ranges hold for every system. */
function isAllowed(field: FieldName, family: Family, value: number): boolean {
  const availability = fieldAvailability(field, family, 'windows');
  if (availability.kind !== 'settable') return false;
  const { min, max } = availability.range;
  return value >= min && value <= max;
}

function readSetting(bytes: SealedBytes): StoredSetting {
  const { family, field } = readKey(bytes);
  const type = bytes.u32();
  const value = Number(bytes.i64());
  demand(isAllowed(field, family, value));
  const madeAt = bytes.moment();
  const guid = guidText(bytes.bytes(guidBytes));
  const [aliasBytes, accountBytes] = [bytes.u16(), bytes.u16()];
  demand(aliasBytes > 0 && aliasBytes <= maxAliasBytes && accountBytes <= maxAccountBytes);
  const alias = bytes.text(aliasBytes);
  const account = bytes.text(accountBytes);
  const id = settingId({ alias, type, guid }, family, field);
  return { id, alias, type, guid, family, field, value, madeAt, account };
}

function readSettings(bytes: SealedBytes): readonly StoredSetting[] {
  const count = bytes.u16();
  demand(count <= maxLastingSettings);
  const settings: StoredSetting[] = [];
  for (let last = ''; settings.length < count;) {
    const setting = readSetting(bytes);
    demand(setting.id > last);
    last = setting.id;
    settings.push(setting);
  }
  bytes.end();
  return settings;
}

/** The settings in these bytes. Anything that the helper would not have written is a defect. */
export function decodeSettings(sealed: Uint8Array): readonly StoredSetting[] | SettingsDefect {
  try {
    const bytes = new SealedBytes(sealed);
    demand(bytes.bytes(magic.length).toString('latin1') === magic);
    const ofVersion = bytes.u16();
    if (ofVersion > version) return 'later-version';
    demand(ofVersion === version);
    return readSettings(bytes);
  } catch (cause) {
    if (cause instanceof Damage) return 'damaged';
    throw cause;
  }
}
