// SPDX-License-Identifier: MIT
// An intent, as it comes from the window, and as the journal and a saved set have it.

import { z } from 'zod';
import type { Intent } from '../contract/intent';

/** `vpn` is how the VPN is told where the intent stands. */
export const intentSchema = <Vpn>(vpn: z.ZodType<Vpn>) =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('split-tunnelling'),
      isOn: z.boolean(),
      vpn,
      blocksOthers: z.boolean(),
    }),
    z.strictObject({ kind: z.literal('system-default') }),
  ]) satisfies z.ZodType<Intent<Vpn>>;
