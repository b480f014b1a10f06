// SPDX-License-Identifier: MIT
/** Prints a store with one lasting setting of IPv4 in hexadecimal digits: `tsx print-store.ts <alias> <type> <field> <value>`. */
import { isFieldName } from '../../electron/contract/fields';
import { encodeSettings, storedSetting } from '../unit/electron/lasting-store';

const [alias = '', type, field = '', value] = process.argv.slice(2);
if (!isFieldName(field)) throw new Error(`No field is called ${field}`);
const setting = storedSetting({ alias, type: Number(type), field, value: Number(value) });
console.log(Buffer.from(encodeSettings([setting])).toString('hex'));
