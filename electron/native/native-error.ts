// SPDX-License-Identifier: MIT
import type { AppError } from '../contract/errors';
import { AppFailure } from '../base/app-failure';

/** A failed platform call: whose numbers, the symbol, the number and the call. */
export type NativeError = NonNullable<AppError['platform']>;

function platformOf(cause: unknown): NativeError | undefined {
  return cause instanceof Error ? (cause as { platform?: NativeError }).platform : undefined;
}

/** The AppFailure with the code 'platform' for what a stack rejected with; anything else stays what it is. */
export function toFailure(cause: unknown): unknown {
  const platform = platformOf(cause);
  if (!platform) return cause;
  return new AppFailure({ code: 'platform', message: (cause as Error).message, platform });
}
