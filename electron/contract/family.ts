// SPDX-License-Identifier: MIT

/** Address families as they are shown and stored. */
export type Family = 'IPv4' | 'IPv6';

export const families: readonly Family[] = ['IPv4', 'IPv6'];

/** AF_INET and AF_INET6 as Windows numbers them (ws2def.h); the helper's protocol uses them everywhere. */
export const familyNumber: Readonly<Record<Family, 2 | 23>> = { IPv4: 2, IPv6: 23 };

/** What answers the calls: `windows` (iphlpapi), `linux` (the kernel), `simulated` (demo and tests). */
export type StackName = 'windows' | 'linux' | 'simulated';
