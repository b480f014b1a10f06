// SPDX-License-Identifier: MIT

import type { AppError } from '../contract/errors';
import { AppFailure } from '../base/app-failure';

/** A name without an address: Node's word for EAI_NONAME and EAI_NODATA, and libuv's for WSANO_DATA. */
const notFound: ReadonlySet<string> = new Set(['ENOTFOUND', 'ENOENT']);

/** What getaddrinfo says, as Node passes it on; undefined when it was something else that failed. */
function resolverError(cause: unknown): AppError['platform'] {
  if (!(cause instanceof Error)) return undefined;
  const { code, errno, syscall } = cause as NodeJS.ErrnoException;
  if (code === undefined || errno === undefined || syscall !== 'getaddrinfo') return undefined;
  return { domain: 'errno', name: code, number: errno, call: syscall };
}

function errorOf(platform: NonNullable<AppError['platform']>): AppError {
  return notFound.has(platform.name)
    ? { code: 'not-found', message: 'The resolver knows no address of this name.' }
    : { code: 'platform', message: 'The resolver failed.', platform };
}

/**
 * Why a lookup has no answer, for the window. Without a network that alone is the reason, whichever way the resolver
 * puts it. What is no failure of a lookup is given back as it is.
 */
export function lookupFailure(cause: unknown, isOffline: boolean): unknown {
  const platform = resolverError(cause);
  if (!platform && !(cause instanceof AppFailure)) return cause;
  if (isOffline) {
    return new AppFailure({ code: 'offline', message: 'This computer has no network address.' });
  }
  return platform ? new AppFailure(errorOf(platform)) : cause;
}
