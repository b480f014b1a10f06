// SPDX-License-Identifier: MIT
import { families } from '../../contract/family';
import type { WarningRule } from './warning-input';

/** The last usable default route of a family is about to go. */
export const internetStops: WarningRule = ({ traffic }) =>
  families
    .filter(
      (family) => traffic[family].now.kind !== 'none' && traffic[family].after.kind === 'none',
    )
    .map((family) => ({ severity: 'danger', id: 'internet-stops', family }));
