// SPDX-License-Identifier: MIT
import type { Advice } from '../../contract/preview';
import type { AdviceInput, AdviceRule } from './advice-input';
import { lanIntoVpn } from './lan-into-vpn';
import { otherMeans } from './other-means';

/** What is lost comes before what cannot be switched. */
const rules: readonly AdviceRule[] = [lanIntoVpn, otherMeans];

/** What is worth knowing about how things are, whatever is edited. */
export function advice(input: AdviceInput): readonly Advice[] {
  return rules.flatMap((rule) => rule(input));
}
