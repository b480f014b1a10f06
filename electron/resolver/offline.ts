// SPDX-License-Identifier: MIT

import { networkInterfaces } from 'node:os';
import type { NetworkInterfaceInfo } from 'node:os';

/** fe80::/10 and 169.254.0.0/16, which lead no further than the link (RFC 4291, 2.5.6; RFC 3927). */
const linkLocal = /^(?:fe[89ab]|169\.254\.)/i;

/** Whether an address reaches others than this computer and the neighbours on its links. */
function reachesFurther({ internal, address }: NetworkInterfaceInfo): boolean {
  return !internal && !linkLocal.test(address);
}

/** Whether this computer, not a simulated one, has no address to ask name servers from. */
export function isOffline(interfaces = networkInterfaces()): boolean {
  return !Object.values(interfaces).some((addresses) => addresses?.some(reachesFurther));
}
