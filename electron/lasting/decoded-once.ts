// SPDX-License-Identifier: MIT

/**
 * As `decode`, but bytes like those of the last time are not decoded again: store and status are read with each reading
 * of the stack and seldom change, and a thousand settings take ten milliseconds.
 */
export function decodedOnce<Decoded>(
  decode: (bytes: Uint8Array) => Decoded,
): (bytes: Uint8Array) => Decoded {
  let last: { readonly bytes: Uint8Array; readonly decoded: Decoded } | null = null;
  return (bytes) => {
    if (!last || Buffer.compare(last.bytes, bytes) !== 0) last = { bytes, decoded: decode(bytes) };
    return last.decoded;
  };
}
