import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protobufParts, readProtobuf, type ProtobufSchema } from './read-protobuf.ts';

const INNER: ProtobufSchema = { 1: { name: 'n', type: 'int' }, 2: { name: 'f', type: 'float' } };
const SCHEMA: ProtobufSchema = {
  1: { name: 'text', type: 'text' },
  2: { name: 'many', type: INNER, repeated: true },
  3: { name: 'kind', type: 'int', names: { 2: 'TWO' } },
  4: { name: 'flag', type: 'bool' },
  5: { name: 'd', type: 'double' },
};

/** text "宁", many [{n:150,f:1.5},{n:-1}], kind 2, flag true, unknown field 9, double 0.5 */
const WHOLE = new Uint8Array([
  0x0a, 3, 0xe5, 0xae, 0x81,
  0x12, 8, 0x08, 0x96, 0x01, 0x15, 0, 0, 0xc0, 0x3f,
  0x12, 11, 0x08, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01,
  0x18, 2, 0x20, 1, 0x4a, 2, 1, 2, 0x29, 0, 0, 0, 0, 0, 0, 0xe0, 0x3f,
]); // prettier-ignore
const read = (bytes: Uint8Array) => readProtobuf(bytes, { start: 0, end: bytes.length }, SCHEMA);

describe('Protocol Buffers', () => {
  it('become an object of the fields that are known', () => {
    expect(read(WHOLE)).toEqual({
      value: { text: '宁', many: [{ n: 150, f: 1.5 }, { n: -1 }], kind: 'TWO', flag: true, d: 0.5 },
      fault: null,
    });
  });

  it('cut inside a field are a fault, and between two fields are the fields before', () => {
    const { parts } = protobufParts(WHOLE, { start: 0, end: WHOLE.length });
    const ends = new Set([0, ...parts.map(({ span }) => span.end)]);
    for (let cut = 0; cut < WHOLE.length; cut += 1) {
      const { value, fault } = read(WHOLE.subarray(0, cut));
      expect(value === null, `cut at ${cut}`).toBe(!ends.has(cut));
      if (!ends.has(cut)) expect(fault?.code).toBe('TRUNCATED');
    }
  });

  it.each([
    ['field number 0', [0x00, 1]],
    ['a group', [0x0b, 0x0c]],
    ['a varint without end', [0x18, ...Array.from({ length: 12 }, () => 0xff)]],
    ['a number where text belongs', [0x08, 1]],
  ])('refuse %s', (_what, bytes) => {
    expect(read(new Uint8Array(bytes))).toMatchObject({ value: null, fault: { code: 'BAD_SYNTAX' } });
  });

  it('refuse nesting that has no end', () => {
    const self: Record<number, { name: string; type: ProtobufSchema }> = {};
    self[1] = { name: 'in', type: self };
    let bytes = [0x0a, 0];
    for (let depth = 0; depth < 40; depth += 1) bytes = [0x0a, bytes.length, ...bytes];
    const { fault } = readProtobuf(new Uint8Array(bytes), { start: 0, end: bytes.length }, self);
    expect(fault?.code).toBe('BAD_SYNTAX');
  });

  it('of any bytes never throw, and parts lie inside', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        read(bytes);
        const { parts } = protobufParts(bytes, { start: 0, end: bytes.length });
        for (const { span } of parts) {
          expect(span.start).toBeLessThanOrEqual(span.end);
          expect(span.end).toBeLessThanOrEqual(bytes.length);
        }
      }),
    );
  });
});
