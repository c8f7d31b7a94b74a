import type { JsonObject } from '../json-fields.ts';
import type { JsonSpan } from '../json-spans.ts';
import { Fault, faultless, MOST_NESTED, type ProtobufFault } from './fault.ts';

/**
 * The wire format of Protocol Buffers (encoding guide, 2 and 3), read with a table of the fields that are wanted:
 *
 *     message = *( tag value )          tag = varint( field number << 3 | wire type )
 *     0 varint · 1 eight bytes · 2 length and so many bytes (text, message, packed numbers) · 5 four bytes
 *
 * A message becomes an object with the names of the table, as its JSON mapping would have them. Fields that the table
 * does not have are skipped, groups (3, 4; long deprecated) and anything else are a fault. Linear, bounded by the bytes.
 */
export interface ProtobufField {
  readonly name: string;
  readonly type: 'text' | 'int' | 'bool' | 'float' | 'double' | ProtobufSchema;
  readonly repeated?: true;
  /** Names of an enumeration by number, for `int`. */
  readonly names?: Readonly<Record<number, string>>;
}

/** By field number. */
export type ProtobufSchema = Readonly<Record<number, ProtobufField>>;

/** A part of a message: its field number and where its value stands. */
export interface ProtobufPart {
  readonly number: number;
  readonly span: JsonSpan;
}

const decoder = new TextDecoder('utf-8');

/** The parts of a message in order, up to the first fault: so that one bad part leaves the others readable. */
export function protobufParts(
  bytes: Uint8Array,
  span: JsonSpan,
): { parts: ProtobufPart[]; fault: ProtobufFault | null } {
  const parts: ProtobufPart[] = [];
  const { fault } = faultless(() => {
    for (let at = span.start; at < span.end;) {
      const part = readPart(bytes, at, span.end);
      parts.push({ number: part.number, span: { start: part.start, end: part.end } });
      at = part.end;
    }
  });
  return { parts, fault };
}

/** A whole message as an object, or what is wrong with it. */
export function readProtobuf(
  bytes: Uint8Array,
  span: JsonSpan,
  schema: ProtobufSchema,
): { value: JsonObject | null; fault: ProtobufFault | null } {
  return faultless(() => readMessage(bytes, span, schema, 0));
}

function readMessage(
  bytes: Uint8Array,
  { start, end }: JsonSpan,
  schema: ProtobufSchema,
  depth: number,
): JsonObject {
  if (depth > MOST_NESTED) throw new Fault('BAD_SYNTAX', start);
  const read: Record<string, unknown> = {};
  for (let at = start; at < end;) {
    const part = readPart(bytes, at, end);
    at = part.end;
    const field = schema[part.number];
    if (!field) continue;
    const value = valueOf(bytes, part, field, depth);
    if (value === undefined) throw new Fault('BAD_SYNTAX', part.start);
    const known = read[field.name];
    if (!field.repeated) read[field.name] = value;
    else if (Array.isArray(known)) known.push(value);
    else read[field.name] = [value];
  }
  return read;
}

interface Part {
  readonly number: number;
  readonly wire: number;
  readonly start: number;
  readonly end: number;
}

function readPart(bytes: Uint8Array, at: number, end: number): Part {
  const tag = readVarint(bytes, at, end);
  const number = Math.floor(tag.value / 8);
  const wire = tag.value - number * 8;
  if (number <= 0) throw new Fault('BAD_SYNTAX', at);
  if (wire === 0) return { number, wire, start: tag.end, end: readVarint(bytes, tag.end, end).end };
  if (wire === 1 || wire === 5) return fixed(number, wire, tag.end, wire === 1 ? 8 : 4, end);
  if (wire !== 2) throw new Fault('BAD_SYNTAX', at);
  const length = readVarint(bytes, tag.end, end);
  if (length.value < 0) throw new Fault('BAD_SYNTAX', at);
  if (length.value > end - length.end) throw new Fault('TRUNCATED', at);
  return { number, wire, start: length.end, end: length.end + length.value };
}

function fixed(number: number, wire: number, start: number, size: number, end: number): Part {
  if (start + size > end) throw new Fault('TRUNCATED', start);
  return { number, wire, start, end: start + size };
}

/** As a signed number of 64 bits; up to seven bytes, which is nearly all there is, without big integers. */
function readVarint(bytes: Uint8Array, start: number, end: number): { value: number; end: number } {
  let value = 0;
  let scale = 1;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (at - start >= 7) return readLongVarint(bytes, start, end);
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return { value, end: at + 1 };
    scale *= 128;
  }
  throw new Fault('TRUNCATED', start);
}

function readLongVarint(bytes: Uint8Array, start: number, end: number): { value: number; end: number } {
  let value = 0n;
  for (let at = start; at < end; at += 1) {
    if (at - start >= 10) throw new Fault('BAD_SYNTAX', start);
    const byte = bytes[at] ?? 0;
    value |= BigInt(byte & 0x7f) << BigInt(7 * (at - start));
    if (byte < 0x80) return { value: Number(BigInt.asIntN(64, value)), end: at + 1 };
  }
  throw new Fault('TRUNCATED', start);
}

/** `undefined` when the bytes are not of the field's type. */
function valueOf(
  bytes: Uint8Array,
  { wire, start, end }: Part,
  field: ProtobufField,
  depth: number,
): unknown {
  const { type } = field;
  if (typeof type === 'object')
    return wire === 2 ? readMessage(bytes, { start, end }, type, depth + 1) : undefined;
  if (type === 'text') return wire === 2 ? decoder.decode(bytes.subarray(start, end)) : undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, end - start);
  if (type === 'float') return wire === 5 ? view.getFloat32(0, true) : undefined;
  if (type === 'double') return wire === 1 ? view.getFloat64(0, true) : undefined;
  if (wire !== 0) return undefined;
  const number = readVarint(bytes, start, end).value;
  if (type === 'bool') return number !== 0;
  return field.names?.[number] ?? number;
}
