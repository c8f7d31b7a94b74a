import type { JsonObject } from '../json-fields.ts';
import type { JsonSpan } from '../json-spans.ts';
import { Fault, faultless, MOST_NESTED, type ProtobufFault } from './fault.ts';
import type { ProtobufField, ProtobufPart, ProtobufSchema } from './read-protobuf.ts';
import { TextTokens } from './text-tokens.ts';
import { scalarOf, type TextScalar } from './text-values.ts';

/**
 * The text form of Protocol Buffers (Text Format Language Specification), read with the table of the binary form:
 *
 *     message = *( field [";" / ","] )
 *     field   = name ":" ( value / "[" [value *("," value)] "]" )       the colon may be left out before messages
 *     value   = "{" message "}" / "<" message ">" / 1*string / ["-"] word
 *     name    = word / "[" extension or type "]"
 *
 * Names are those of the proto (`stop_time_update`), or field numbers, as printers write fields that are newer than
 * they are. What the table does not have is passed over, whatever it holds; a field twice that may stand once is a fault.
 * The form has no end mark, but brackets balance. Linear: each part is cut once and read once.
 */

/** The parts of the message that the whole text is, each with its value in brackets, up to the first fault. */
export function protobufTextParts(
  text: string,
  schema: ProtobufSchema,
): { parts: ProtobufPart[]; fault: ProtobufFault | null } {
  const parts: ProtobufPart[] = [];
  const { fault } = faultless(() => {
    const tokens = new TextTokens(text, { start: 0, end: text.length });
    readFields(tokens, null, (name, hasColon) => {
      const { start } = tokens;
      readValue(tokens, null, hasColon, 0);
      const number = fieldOf(schema, name)?.number;
      if (number !== undefined) parts.push({ number, span: { start, end: tokens.behind } });
    });
  });
  return { parts, fault };
}

/** The message in brackets that stands at `span` as an object, or what is wrong with it. */
export function readProtobufText(
  text: string,
  span: JsonSpan,
  schema: ProtobufSchema,
): { value: JsonObject | null; fault: ProtobufFault | null } {
  return faultless(() => {
    const tokens = new TextTokens(text, span);
    const value = readValue(tokens, { name: '', type: schema }, true, 0) as JsonObject;
    if (tokens.kind !== 'end') throw unexpected(tokens);
    return value;
  });
}

/** `visit` is called in front of each value, once for each of a list, and has to read it. `close`: null for the whole text. */
function readFields(
  tokens: TextTokens,
  close: string | null,
  visit: (name: string, hasColon: boolean) => void,
): void {
  while (close === null ? tokens.kind !== 'end' : !tokens.take(close)) {
    const name = readName(tokens);
    const hasColon = tokens.take(':');
    if (!tokens.take('[')) visit(name, hasColon);
    else if (!tokens.take(']')) {
      do visit(name, hasColon);
      while (tokens.take(','));
      if (!tokens.take(']')) throw unexpected(tokens);
    }
    if (!tokens.take(';')) tokens.take(',');
  }
}

/** Empty for extensions and types: nothing of theirs is wanted. */
function readName(tokens: TextTokens): string {
  if (tokens.take('[')) {
    while (!tokens.take(']')) {
      if (tokens.kind !== 'word' && !/^[/%~-]$/.test(tokens.written)) throw unexpected(tokens);
      tokens.next();
    }
    return '';
  }
  if (tokens.kind !== 'word') throw unexpected(tokens);
  const name = tokens.written;
  tokens.next();
  return name;
}

/** `field`: null where any value is passed over. */
function readValue(
  tokens: TextTokens,
  field: ProtobufField | null,
  hasColon: boolean,
  depth: number,
): unknown {
  const { start } = tokens;
  const type = field?.type ?? NOTHING_WANTED;
  const close = tokens.take('{') ? '}' : tokens.take('<') ? '>' : null;
  if (close !== null) {
    if (typeof type !== 'object') throw new Fault('BAD_SYNTAX', start);
    return readMessage(tokens, close, type, depth + 1);
  }
  if (!hasColon) throw unexpected(tokens);
  const scalar = readScalar(tokens);
  if (field === null) return null;
  const value = typeof type === 'object' ? undefined : scalarOf(scalar, field);
  if (value === undefined) throw new Fault('BAD_SYNTAX', start);
  return value;
}

const NOTHING_WANTED: ProtobufSchema = {};

function readMessage(tokens: TextTokens, close: string, schema: ProtobufSchema, depth: number): JsonObject {
  if (depth > MOST_NESTED) throw new Fault('BAD_SYNTAX', tokens.start);
  const read: Record<string, unknown> = {};
  readFields(tokens, close, (name, hasColon) => {
    const { start } = tokens;
    const field = fieldOf(schema, name)?.field ?? null;
    const value = readValue(tokens, field, hasColon, depth);
    if (!field) return;
    const known = read[field.name];
    if (!field.repeated) {
      if (known !== undefined) throw new Fault('BAD_SYNTAX', start);
      read[field.name] = value;
    } else if (Array.isArray(known)) known.push(value);
    else read[field.name] = [value];
  });
  return read;
}

function readScalar(tokens: TextTokens): TextScalar {
  if (tokens.kind === 'string') {
    const strings: string[] = [];
    while (tokens.kind === 'string') {
      strings.push(tokens.written.slice(1, -1));
      tokens.next();
    }
    return { strings };
  }
  const isNegative = tokens.take('-');
  if (tokens.kind !== 'word') throw unexpected(tokens);
  const word = tokens.written;
  tokens.next();
  return { word, isNegative };
}

const fieldsByName = new WeakMap<ProtobufSchema, ReadonlyMap<string, NumberedField>>();

/** By the name that the proto has for it, or by its number. */
function fieldOf(schema: ProtobufSchema, written: string): NumberedField | null {
  let fields = fieldsByName.get(schema);
  if (!fields) {
    const all = Object.entries(schema).map(([number, field]) => ({ number: Number(number), field }));
    fields = new Map(
      all.flatMap((one) => [
        [one.field.name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`), one],
        [String(one.number), one],
      ]),
    );
    fieldsByName.set(schema, fields);
  }
  return fields.get(written) ?? null;
}

interface NumberedField {
  readonly number: number;
  readonly field: ProtobufField;
}

function unexpected({ kind, start }: TextTokens): Fault {
  return new Fault(kind === 'end' ? 'TRUNCATED' : 'BAD_SYNTAX', start);
}
