// SPDX-License-Identifier: MIT

/** What a number, a boolean or the like counts for, and what each container and key costs on top. */
const atomBytes = 8;

function stringBytes(text: string, limit: number): number {
  // Counting is skipped where the length alone is too much.
  return text.length > limit ? text.length : Buffer.byteLength(text);
}

function partsOf(value: object): Iterable<unknown> {
  if (value instanceof Map) return [...value].flat() as readonly unknown[];
  if (value instanceof Set) return value as ReadonlySet<unknown>;
  return Object.keys(value).flatMap((key) => [key, (value as Record<string, unknown>)[key]]);
}

function ownBytes(value: unknown, limit: number): number {
  if (typeof value === 'string') return atomBytes + stringBytes(value, limit);
  if (typeof value === 'bigint') return atomBytes + value.toString(16).length / 2;
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value))
    return atomBytes + value.byteLength;
  return atomBytes;
}

function isContainer(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    !(value instanceof ArrayBuffer) &&
    !ArrayBuffer.isView(value)
  );
}

/**
 * Whether values that came over IPC take more than `limit` bytes, about as structured cloning would count.
 * Works on anything that can be cloned, cycles and shared parts included, and stops at the limit.
 */
export function isLargerThan(values: readonly unknown[], limit: number): boolean {
  const seen = new Set<object>();
  const pending: unknown[] = [values];
  let bytes = 0;
  while (pending.length > 0) {
    const value = pending.pop();
    bytes += ownBytes(value, limit);
    if (bytes > limit) return true;
    if (!isContainer(value) || seen.has(value)) continue;
    seen.add(value);
    // An array with more elements than bytes are left is refused before its elements are copied.
    if (Array.isArray(value) && bytes + value.length * atomBytes > limit) return true;
    for (const part of partsOf(value)) pending.push(part);
  }
  return false;
}
