import type { Interpretation } from 'graph-schema/domain/message';
import { Repeats } from '../../claims/repeats.ts';
import { wholeCharacters } from '../../syntax/csv-head.ts';
import { decodeText } from '../../syntax/decoded-text.ts';
import { collectFindings, type Findings } from '../../syntax/findings.ts';
import { numberOf, type JsonObject } from '../../syntax/json-fields.ts';
import type { JsonSpan } from '../../syntax/json-spans.ts';
import { protobufTextParts, readProtobufText } from '../../syntax/protobuf/read-protobuf-text.ts';
import {
  protobufParts,
  readProtobuf,
  type ProtobufPart,
  type ProtobufSchema,
} from '../../syntax/protobuf/read-protobuf.ts';
import { interpretUnits, NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import type { ReadContext } from '../message-format.ts';
import { entityReader } from './read-entity.ts';
import { ENTITY, FEED, HEADER } from './schema.ts';

const HEADER_FIELD = 1;
const ENTITY_FIELD = 2;

/** A feed cut into its parts, whose values are read one at a time. */
interface Feed {
  readonly parts: readonly ProtobufPart[];
  readonly read: (span: JsonSpan, schema: ProtobufSchema) => JsonObject | null;
  /** The bytes of a part, as evidence. */
  readonly bytesOf: (span: JsonSpan) => JsonSpan;
}

/** Protocol Buffers on the wire. */
export function readBinary(bytes: Uint8Array, context: ReadContext): Interpretation {
  const findings = collectFindings();
  const { parts, fault } = protobufParts(bytes, { start: 0, end: bytes.length });
  if (fault) findings.add(fault.code, 'ERROR', 'FeedMessage', null, { start: fault.at, end: bytes.length });
  const read: Feed['read'] = (span, schema) => readProtobuf(bytes, span, schema).value;
  return interpretFeed({ parts, read, bytesOf: (span) => span }, context, findings);
}

/** Their text form. */
export function readText(received: Uint8Array, context: ReadContext): Interpretation {
  const findings = collectFindings();
  const bytes = wholeCharacters(received);
  const { text, offsetOf, charsetIssue } = decodeText(bytes, 'utf-8', context.source.defaultCharset);
  findings.include(charsetIssue);
  const bytesOf: Feed['bytesOf'] = ({ start, end }) => ({ start: offsetOf(start), end: offsetOf(end) });
  const { parts, fault } = protobufTextParts(text, FEED);
  if (fault) {
    const line = text.slice(0, fault.at).split('\n').length;
    const span = { start: offsetOf(fault.at), end: received.length };
    findings.add(fault.code, 'ERROR', `FeedMessage line ${line}`, null, span);
  }
  const read: Feed['read'] = (span, schema) => readProtobufText(text, span, schema).value;
  return interpretFeed({ parts, read, bytesOf }, context, findings);
}

/** A cut feed gives the entities before the cut; a bad entity does not touch the others. */
function interpretFeed(feed: Feed, context: ReadContext, findings: Findings): Interpretation {
  const readEntity = entityReader({ ...context, findings });
  const header = feed.parts.find(({ number }) => number === HEADER_FIELD);
  const timestamp = header ? numberOf(feed.read(header.span, HEADER), 'timestamp') : null;
  const repeats = new Repeats(findings);
  const outcomes: UnitOutcome[] = [];
  for (const { number, span } of feed.parts) {
    if (number !== ENTITY_FIELD) continue;
    const where = { at: `entity[${outcomes.length}]`, span: feed.bytesOf(span) };
    const entity = feed.read(span, ENTITY);
    if (!entity) findings.add('BAD_SYNTAX', 'ERROR', where.at, null, where.span);
    const outcome = entity ? readEntity(entity, timestamp, where) : NOTHING;
    repeats.note(outcome.message?.attested.map(({ event }) => event) ?? [], where);
    if (!outcome.message) repeats.notePositions(outcome.positions ?? [], where);
    outcomes.push(outcome);
  }
  if (outcomes.length === 0 && findings.issues.every(({ severity }) => severity !== 'ERROR'))
    findings.add('EMPTY_MESSAGE', 'INFO', 'FeedMessage', null, null);
  return interpretUnits(outcomes, findings);
}
