// SPDX-License-Identifier: MIT
// The kinds of field a frame is made of, little endian. One description serves writing and reading.

/** Every frame has this many bytes. */
export const frameBytes = 64;

/** Why bytes are not the frame that was due. */
export type FrameDefect =
  'length' | 'magic' | 'version' | 'type' | 'sequence' | 'spare-byte' | 'text' | 'number';

/** Thrown by decoding; it names the first defect. */
export class FrameError extends Error {
  readonly defect: FrameDefect;

  constructor(defect: FrameDefect) {
    super(`Not the frame that was due: ${defect}`);
    this.name = 'FrameError';
    this.defect = defect;
  }
}

/** A frame that is taken apart; it knows which bytes were named, so that the others can be proved zero. */
export class FrameReader {
  readonly #view: DataView;
  readonly #named = new Set<number>();

  constructor(bytes: Uint8Array) {
    if (bytes.byteLength !== frameBytes) throw new FrameError('length');
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, frameBytes);
  }

  /** The frame for reading `size` bytes at `offset`, which count as named. */
  name(offset: number, size: number): DataView {
    for (let byte = offset; byte < offset + size; byte += 1) this.#named.add(byte);
    return this.#view;
  }

  /** Throws when a byte that no field named is not zero. */
  assertSpareBytesZero(): void {
    for (let byte = 0; byte < frameBytes; byte += 1) {
      if (!this.#named.has(byte) && this.#view.getUint8(byte) !== 0) {
        throw new FrameError('spare-byte');
      }
    }
  }
}

/** One field at a fixed place. */
export interface FrameField<Value> {
  write(frame: DataView, value: Value): void;
  read(frame: FrameReader): Value;
}

function inRange(value: number, min: number, max: number): number {
  if (value < min || value > max) throw new FrameError('number');
  return value;
}

/** An unsigned byte, within bounds where the protocol sets some. */
export const u8 = (offset: number, min = 0, max = 0xff): FrameField<number> => ({
  write: (frame, value) => {
    frame.setUint8(offset, value);
  },
  read: (frame) => inRange(frame.name(offset, 1).getUint8(offset), min, max),
});

export const u16 = (offset: number): FrameField<number> => ({
  write: (frame, value) => {
    frame.setUint16(offset, value, true);
  },
  read: (frame) => frame.name(offset, 2).getUint16(offset, true),
});

export const u32 = (offset: number): FrameField<number> => ({
  write: (frame, value) => {
    frame.setUint32(offset, value, true);
  },
  read: (frame) => frame.name(offset, 4).getUint32(offset, true),
});

export const i32 = (offset: number): FrameField<number> => ({
  write: (frame, value) => {
    frame.setInt32(offset, value, true);
  },
  read: (frame) => frame.name(offset, 4).getInt32(offset, true),
});

export const u64 = (offset: number): FrameField<bigint> => ({
  write: (frame, value) => {
    frame.setBigUint64(offset, value, true);
  },
  read: (frame) => frame.name(offset, 8).getBigUint64(offset, true),
});

export const i64 = (offset: number): FrameField<bigint> => ({
  write: (frame, value) => {
    frame.setBigInt64(offset, value, true);
  },
  read: (frame) => frame.name(offset, 8).getBigInt64(offset, true),
});

/** The bytes up to the first zero; throws where another follows. */
function paddedBytes(frame: FrameReader, offset: number, capacity: number): Uint8Array {
  const view = frame.name(offset, capacity);
  const bytes = Uint8Array.from({ length: capacity }, (_, i) => view.getUint8(offset + i));
  const end = bytes.indexOf(0);
  if (end === -1) return bytes;
  if (bytes.subarray(end).some((byte) => byte !== 0)) throw new FrameError('text');
  return bytes.subarray(0, end);
}

const isPrintable = (code: number) => code >= 0x20 && code < 0x7f;

/** Printable ASCII, padded with zeros; a longer text is cut. */
export const ascii = (offset: number, capacity: number): FrameField<string> => ({
  write: (frame, value) => {
    for (let i = 0; i < Math.min(capacity, value.length); i += 1) {
      frame.setUint8(offset + i, value.charCodeAt(i));
    }
  },
  read: (frame) => {
    const text = paddedBytes(frame, offset, capacity);
    if (!text.every(isPrintable)) throw new FrameError('text');
    return String.fromCharCode(...text);
  },
});

const isControl = (byte: number) => byte < 0x20 || byte === 0x7f;

/** UTF-8 without control characters, padded with zeros; a longer text is cut between two characters. */
export const utf8 = (offset: number, capacity: number): FrameField<string> => ({
  write: (frame, value) => {
    const place = new Uint8Array(frame.buffer, frame.byteOffset + offset, capacity);
    new TextEncoder().encodeInto(value, place);
  },
  read: (frame) => {
    const bytes = paddedBytes(frame, offset, capacity);
    if (bytes.some(isControl)) throw new FrameError('text');
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw new FrameError('text');
    }
  },
});

/** `size` bytes as hexadecimal digits. */
export const hex = (offset: number, size: number): FrameField<string> => ({
  write: (frame, value) => {
    Buffer.from(value, 'hex').forEach((byte, i) => {
      frame.setUint8(offset + i, byte);
    });
  },
  read: (frame) => {
    const view = frame.name(offset, size);
    return Buffer.from(view.buffer, view.byteOffset + offset, size).toString('hex');
  },
});

/** 1 to `capacity` bytes whose number stands at `lengthOffset`. */
export const part = (
  lengthOffset: number,
  offset: number,
  capacity: number,
): FrameField<Uint8Array> => ({
  write: (frame, value) => {
    frame.setUint8(lengthOffset, value.length);
    value.forEach((byte, i) => {
      frame.setUint8(offset + i, byte);
    });
  },
  read: (frame) => {
    const length = u8(lengthOffset, 1, capacity).read(frame);
    const view = frame.name(offset, length);
    return Uint8Array.from({ length }, (_, i) => view.getUint8(offset + i));
  },
});

/** One bit of a byte that holds the flags of `allFlags` and no other. */
export const flag = (offset: number, bit: number, allFlags: number): FrameField<0 | 1> => ({
  write: (frame, value) => {
    if (value === 1) frame.setUint8(offset, frame.getUint8(offset) | bit);
  },
  read: (frame) => ((u8(offset, 0, allFlags).read(frame) & bit) === 0 ? 0 : 1),
});

/** A number that is there only when a flag says so. */
export const optional = (
  present: FrameField<0 | 1>,
  field: FrameField<bigint>,
): FrameField<bigint | null> => ({
  write: (frame, value) => {
    present.write(frame, value === null ? 0 : 1);
    if (value !== null) field.write(frame, value);
  },
  read: (frame) => (present.read(frame) === 1 ? field.read(frame) : null),
});
