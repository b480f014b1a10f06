// SPDX-License-Identifier: MIT
// An intent, as it comes from the window and as the journal has it.

import { z } from 'zod';
import type { Intent } from '../contract/intent';

/** `luid` is how a LUID looks where the intent stands. */
export const intentSchema = (luid: z.ZodType<string>) =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('split-tunnelling'),
      isOn: z.boolean(),
      vpn: luid,
      blocksOthers: z.boolean(),
    }),
    z.strictObject({ kind: z.literal('system-default') }),
  ]) satisfies z.ZodType<Intent>;
