// SPDX-License-Identifier: MIT
import { families } from '../../contract/family';
import { carriersOf } from '../../contract/carriers';
import type { WarningRule } from './warning-input';

/** Internet traffic of a family leaves now and would no longer. */
export const internetStops: WarningRule = ({ traffic }) =>
  families
    .filter(
      (family) =>
        carriersOf(traffic[family].now).length > 0 &&
        carriersOf(traffic[family].after).length === 0,
    )
    .map((family) => ({ severity: 'danger', id: 'internet-stops', family }));
