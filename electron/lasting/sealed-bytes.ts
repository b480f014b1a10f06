// SPDX-License-Identifier: MIT
// Bytes with their SHA-256 behind them, read in order; twin of native/lasting/sealed_bytes.h.

import { createHash } from 'node:crypto';

const digestBytes = 32;

/** Thrown where bytes are not what they should be. */
export class Damage extends Error {}

/** Throws {@link Damage} unless it is so. */
export function demand(isSo: boolean): asserts isSo {
  if (!isSo) throw new Damage('Damaged');
}

/** What stands before the SHA-256, read from its beginning. Everything throws {@link Damage} where it cannot be. */
export class SealedBytes {
  readonly #bytes: Buffer;
  #place = 0;

  constructor(sealed: Uint8Array) {
    const all = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    this.#bytes = all.subarray(0, -digestBytes);
    const digest = createHash('sha256').update(this.#bytes).digest();
    demand(digest.equals(all.subarray(-digestBytes)));
  }

  bytes(size: number): Buffer {
    const from = this.#place;
    this.#place += size;
    demand(this.#place <= this.#bytes.length);
    return this.#bytes.subarray(from, this.#place);
  }

  u8(): number {
    return this.bytes(1).readUInt8();
  }

  u16(): number {
    return this.bytes(2).readUInt16LE();
  }

  u32(): number {
    return this.bytes(4).readUInt32LE();
  }

  i32(): number {
    return this.bytes(4).readInt32LE();
  }

  u64(): bigint {
    return this.bytes(8).readBigUInt64LE();
  }

  i64(): bigint {
    return this.bytes(8).readBigInt64LE();
  }

  zeros(size: number): void {
    demand(this.bytes(size).every((byte) => byte === 0));
  }

  /** UTF-8 without NUL. */
  text(size: number): string {
    const bytes = this.bytes(size);
    demand(!bytes.includes(0));
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw new Damage('Not UTF-8');
    }
  }

  /** A moment that a Date takes, in milliseconds since 1970. */
  moment(): number {
    const moment = this.i64();
    demand(moment >= 0n && moment <= 8_640_000_000_000_000n);
    return Number(moment);
  }

  end(): void {
    demand(this.#place === this.#bytes.length);
  }
}
