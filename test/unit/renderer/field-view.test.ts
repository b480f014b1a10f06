// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { families } from '../../../electron/contract/family';
import { linuxSource } from '../../../electron/contract/field-value';
import { fieldNamed, fields } from '../../../electron/contract/fields';
import { fieldView } from '../../../renderer/pages/interfaces/detail/field-view';
import { ipInterface } from './sample-snapshot';

const cases = families.flatMap((family) => fields.map(({ name }) => ({ family, name })));
const withoutCounterpart = cases.filter(({ family, name }) => !linuxSource(name, family));
const withCounterpart = cases.filter(({ family, name }) => linuxSource(name, family));

describe('fieldView on Linux', () => {
  it.each(withoutCounterpart)('says that $name of $family is not available', (some) => {
    const { family, name } = some;
    for (const values of [{ [name]: null }, { [name]: 1 }]) {
      const view = fieldView(fieldNamed(name), ipInterface({ family, values }), 'linux', 'eth0');
      expect(view).toMatchObject({ text: 'Not available on Linux', isMissing: true });
    }
  });

  it.each(withCounterpart)('says the same of $name of $family without a value', (some) => {
    const { family, name } = some;
    const row = ipInterface({ family });
    const gone = { ...row, values: { ...row.values, [name]: null } };
    const view = fieldView(fieldNamed(name), gone, 'linux', 'eth0');
    expect(view).toMatchObject({ text: 'Not available on Linux', isMissing: true });
  });
});
