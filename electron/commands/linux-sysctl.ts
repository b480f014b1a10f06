// SPDX-License-Identifier: MIT

import { quoteForShell } from './quoting';

/**
 * Sets one value below /proc/sys. `sysctl` takes slashes between the parts, so that dots in a name are its
 * own; a name with an equals sign is more than it can tell apart, and goes to the file itself.
 */
export function sysctlCommand(base: string, name: string, file: string, value: string): string {
  const key = `${base}/${name}/${file}`;
  if (name.includes('=')) return `printf %s ${value} > ${quoteForShell(`/proc/sys/${key}`)}`;
  return `sysctl -w ${quoteForShell(`${key}=${value}`)}`;
}
