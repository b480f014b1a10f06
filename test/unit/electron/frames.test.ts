// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { frameBytes } from '../../../electron/protocol/frame-fields';
import type { FrameDefect } from '../../../electron/protocol/frame-fields';
import { decodeFrame, encodeFrame } from '../../../electron/protocol/frames';
import type { AppMessage, HelperMessage } from '../../../electron/protocol/frames';

interface Vector {
  readonly name: string;
  readonly direction: 'app' | 'helper';
  readonly message: string;
  readonly sequence: number;
  readonly fields: Readonly<Record<string, string | number | null>>;
  readonly hex: string;
}

const vectors = JSON.parse(
  readFileSync(path.join(__dirname, '../../vectors/frames.json'), 'utf8'),
) as { readonly frames: readonly Vector[] };

const wideFields = ['luid', 'expected', 'value', 'live'];

/** The vector's fields as the codec has them: 64-bit numbers as bigints, parts as bytes. */
function messageOf({ message, fields }: Vector): AppMessage & HelperMessage {
  const values = Object.entries(fields).map(([name, value]) => {
    if (name === 'bytes') return [name, Uint8Array.from(Buffer.from(String(value), 'hex'))];
    const wide = wideFields.includes(name) && value !== null;
    return [name, wide ? BigInt(value) : value];
  });
  return { message, ...Object.fromEntries(values) } as AppMessage & HelperMessage;
}

describe('golden vectors', () => {
  it.each(vectors.frames)('$name', (vector) => {
    const { direction, sequence, hex } = vector;
    const bytes = encodeFrame(direction, messageOf(vector), sequence);
    expect(Buffer.from(bytes).toString('hex')).toBe(hex);
    expect(decodeFrame(direction, Buffer.from(hex, 'hex'), sequence)).toEqual(messageOf(vector));
  });

  it('cover every message of both sides', () => {
    const seen = new Set(vectors.frames.map(({ direction, message }) => `${direction} ${message}`));
    expect(seen.size).toBe(8 + 11);
  });
});

describe('defects', () => {
  const outcome = encodeFrame(
    'helper',
    {
      message: 'OUTCOME',
      operation: 1,
      outcome: 2,
      live: null,
      domain: 1,
      code: 22,
      name: 'EINVAL',
    },
    5,
  );
  const altered = (offset: number, value: number) => {
    const bytes = Uint8Array.from(outcome);
    bytes[offset] = value;
    return bytes;
  };
  const defects: readonly [string, Uint8Array, FrameDefect][] = [
    ['no bytes', new Uint8Array(), 'length'],
    ['one byte short', outcome.subarray(1), 'length'],
    ['one byte too many', new Uint8Array(frameBytes + 1), 'length'],
    ['another magic', altered(0, 0x4a), 'magic'],
    ['another version', altered(2, 2), 'version'],
    ['a sequence number out of turn', altered(4, 6), 'sequence'],
    ['a type of the other side', altered(3, 1), 'type'],
    ['a type that does not exist', altered(3, 0x8c), 'type'],
    ['an outcome that does not exist', altered(10, 7), 'number'],
    ['an unknown flag', altered(11, 6), 'number'],
    ['a live value without its flag', altered(16, 1), 'spare-byte'],
    ['a name that is not ASCII', altered(24, 0x80), 'text'],
    ['a name with a control character', altered(24, 0x1f), 'text'],
    ['a name with the last control character', altered(24, 0x7f), 'text'],
    ['a name that goes on after its end', altered(40, 0x41), 'text'],
  ];

  it.each(defects)('%s', (_name, bytes, defect) => {
    expect(() => decodeFrame('helper', bytes, 5)).toThrow(expect.objectContaining({ defect }));
  });

  it.each<[string, readonly number[]]>([
    ['is not UTF-8', [0xc3]],
    ['holds a control character', [0x41, 0x1b]],
    ['holds the last control character', [0x41, 0x7f]],
    ['goes on after its end', [0x41, 0, 0x41]],
  ])('an account that %s', (_name, account) => {
    const plan = {
      message: 'PLAN',
      operations: 1,
      lastingChanges: 0,
      deadlineSeconds: 60,
    } as const;
    const bytes = encodeFrame('app', { ...plan, account: '' }, 1);
    bytes.set(account, 16);
    expect(() => decodeFrame('app', bytes, 1)).toThrow(expect.objectContaining({ defect: 'text' }));
  });

  it('a lasting change with a value but without its flag', () => {
    const change = { index: 0, field: 34, family: 2, luid: 0n, id: '00'.repeat(16) };
    const bytes = encodeFrame(
      'app',
      { message: 'LASTING', ...change, expected: 1n, value: null },
      1,
    );
    bytes[11] = 0;
    expect(() => decodeFrame('app', bytes, 1)).toThrow(
      expect.objectContaining({ defect: 'spare-byte' }),
    );
    bytes[11] = 4;
    expect(() => decodeFrame('app', bytes, 1)).toThrow(
      expect.objectContaining({ defect: 'number' }),
    );
  });

  it('a spare byte that is not zero, wherever it is', () => {
    const prepared = encodeFrame('helper', { message: 'PREPARED', operations: 3 }, 0);
    for (let offset = 10; offset < frameBytes; offset += 1) {
      const bytes = Uint8Array.from(prepared);
      bytes[offset] = 1;
      expect(() => decodeFrame('helper', bytes, 0)).toThrow(
        expect.objectContaining({ defect: 'spare-byte' }),
      );
    }
  });

  it('a footprint part of no bytes or of too many', () => {
    const footprint = encodeFrame(
      'helper',
      {
        message: 'FOOTPRINT',
        operation: 0,
        which: 0,
        offset: 0,
        total: 1,
        bytes: Uint8Array.of(1),
      },
      0,
    );
    for (const length of [0, 49, 255]) {
      const bytes = Uint8Array.from(footprint);
      bytes[11] = length;
      expect(() => decodeFrame('helper', bytes, 0)).toThrow(
        expect.objectContaining({ defect: 'number' }),
      );
    }
  });

  it('reads a frame that lies inside a larger buffer', () => {
    const buffer = new Uint8Array(3 * frameBytes);
    buffer.set(outcome, frameBytes);
    const bytes = buffer.subarray(frameBytes, 2 * frameBytes);
    expect(decodeFrame('helper', bytes, 5)).toMatchObject({ message: 'OUTCOME', code: 22 });
  });
});
