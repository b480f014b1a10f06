// SPDX-License-Identifier: MIT
// The frames of docs/helper-protocol.md, twin of native/transaction/frame.cpp; test/vectors/frames.json
// holds both to the same bytes.

import {
  FrameError,
  FrameReader,
  ascii,
  flag,
  frameBytes,
  hex,
  i32,
  i64,
  optional,
  part,
  u16,
  u32,
  u64,
  u8,
  utf8,
} from './frame-fields';
import type { FrameField } from './frame-fields';

const magic = 0x5049;
const protocolVersion = 1;

/** The most bytes of a footprint that fit in one frame. */
export const footprintPartBytes = 48;

/** Stands for the plan as a whole where an operation is named. */
export const wholePlan = 0xffff;

const hello = { buildId: ascii(8, 32) };
const footprint = {
  operation: u16(8),
  which: u8(10, 0, 1),
  offset: u16(12),
  total: u16(14),
  bytes: part(11, 16, footprintPartBytes),
};
const platformName = ascii(24, 40);
const allLastingFlags = 3;
const allOutcomeFlags = 3;

/** What the app sends. */
const appLayouts = {
  HELLO: hello,
  PLAN: {
    operations: u16(8),
    lastingChanges: u16(10),
    deadlineSeconds: u32(12),
    account: utf8(16, 48),
  },
  OPERATION: {
    index: u16(8),
    kind: u8(10),
    field: u8(11),
    family: u16(12),
    luid: u64(16),
    expected: i64(24),
    value: i64(32),
    beforeBytes: u32(40),
    afterBytes: u32(44),
  },
  FOOTPRINT: footprint,
  COMMIT: {},
  CONFIRM: {},
  REVERT: {},
  LASTING: {
    index: u16(8),
    field: u8(10),
    expected: optional(flag(11, 1, allLastingFlags), i64(24)),
    value: optional(flag(11, 2, allLastingFlags), i64(32)),
    family: u16(12),
    luid: u64(16),
    id: hex(40, 16),
  },
} as const;

/** What the helper sends. */
const helperLayouts = {
  HELLO: hello,
  REFUSED: {
    operation: u16(8),
    refusal: u16(10),
    code: i32(12),
    domain: u8(16, 0, 1),
    name: platformName,
  },
  STALE: { operation: u16(8), live: i64(16) },
  FOOTPRINT: footprint,
  PREPARED: { operations: u16(8) },
  APPLIED: { operations: u16(8), millisecondsLeft: u32(12) },
  OUTCOME: {
    operation: u16(8),
    outcome: u8(10, 0, 6),
    live: optional(flag(11, 1, allOutcomeFlags), i64(16)),
    domain: flag(11, 2, allOutcomeFlags),
    code: i32(12),
    name: platformName,
  },
  ROLLED_BACK: {},
  CONFIRMED: { unwritten: u8(8, 0, 1), domain: u8(9, 0, 1), code: i32(12), name: platformName },
  REVERTED: { cause: u8(8, 1, 4) },
  DONE: { exitCode: u8(8) },
} as const;

type Layout = Readonly<Record<string, FrameField<unknown>>>;
type Values<L> = { readonly [K in keyof L]: L[K] extends FrameField<infer V> ? V : never };
type MessageOf<Layouts> = {
  [N in keyof Layouts]: { readonly message: N } & Values<Layouts[N]>;
}[keyof Layouts];

/** A frame of the app as a value: its name in the protocol and its fields. 64-bit numbers are bigints. */
export type AppMessage = MessageOf<typeof appLayouts>;

/** A frame of the helper as a value. */
export type HelperMessage = MessageOf<typeof helperLayouts>;

interface Side {
  readonly layouts: Readonly<Record<string, Layout>>;
  readonly firstType: number;
}

/** Both sides by name; the type number is the position in the table, with the top bit for the helper. */
const sides = {
  app: { layouts: appLayouts, firstType: 0x01 },
  helper: { layouts: helperLayouts, firstType: 0x81 },
} as const satisfies Readonly<Record<string, Side>>;

/** What each side sends. */
interface Messages {
  readonly app: AppMessage;
  readonly helper: HelperMessage;
}

/** The 64 bytes of a message that a side sends. */
export function encodeFrame<Name extends keyof Messages>(
  side: Name,
  message: Messages[Name],
  sequence: number,
): Uint8Array {
  const { layouts, firstType }: Side = sides[side];
  const bytes = new Uint8Array(frameBytes);
  const frame = new DataView(bytes.buffer);
  frame.setUint16(0, magic, true);
  frame.setUint8(2, protocolVersion);
  frame.setUint8(3, firstType + Object.keys(layouts).indexOf(message.message));
  frame.setUint32(4, sequence, true);
  const values: Readonly<Record<string, unknown>> = message;
  for (const [name, field] of Object.entries(layouts[message.message] ?? {})) {
    field.write(frame, values[name]);
  }
  return bytes;
}

function readHeader(reader: FrameReader, sequence: number): number {
  const header = reader.name(0, 8);
  if (header.getUint16(0, true) !== magic) throw new FrameError('magic');
  if (header.getUint8(2) !== protocolVersion) throw new FrameError('version');
  if (header.getUint32(4, true) !== sequence) throw new FrameError('sequence');
  return header.getUint8(3);
}

/**
 * The message in a frame that a side sent, and that must carry this sequence number.
 * @throws {FrameError} with its first defect.
 */
export function decodeFrame<Name extends keyof Messages>(
  side: Name,
  bytes: Uint8Array,
  sequence: number,
): Messages[Name] {
  const { layouts, firstType }: Side = sides[side];
  const reader = new FrameReader(bytes);
  const type = readHeader(reader, sequence);
  const [name, layout] = Object.entries(layouts)[type - firstType] ?? [];
  if (!layout) throw new FrameError('type');
  const values = Object.entries(layout).map(([key, field]) => [key, field.read(reader)] as const);
  reader.assertSpareBytesZero();
  return { message: name, ...Object.fromEntries(values) } as unknown as Messages[Name];
}
