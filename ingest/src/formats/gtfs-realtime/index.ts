import type { Interpretation } from 'graph-schema/domain/message';
import { interpretJson } from '../../claims/json/interpret-json.ts';
import { collectFindings } from '../../syntax/findings.ts';
import { asObject, numberOf } from '../../syntax/json-fields.ts';
import { protobufParts, readProtobuf } from '../../syntax/protobuf/read-protobuf.ts';
import { interpretUnits, NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import type { MessageFormat, ReadContext } from '../message-format.ts';
import { entityReader } from './read-entity.ts';
import { ENTITY, HEADER } from './schema.ts';

/**
 * GTFS Realtime 1.0 and 2.0, as Protocol Buffers and in their JSON mapping (camel case, or the names of the proto):
 *
 *     FeedMessage = header{ version, timestamp } entity*{ id, trip_update | vehicle | alert }
 *
 * Detection sees the head after leading blanks, and the first bytes of a feed look like some: the tag of the header is a
 * line feed, and its length may be a carriage return. What is left begins with the version.
 */
const PROTOBUF_START = /^(?:[\x01-\x7f]\x0a)?\x03[12]\.\d(?:[\x10\x12\x18\x22]|$)/; // oxlint-disable-line no-control-regex
const JSON_VERSION = /"(?:gtfsRealtimeVersion|gtfs_realtime_version)"\s*:/;
const RECORDS = { maxDepth: 32, lists: [['entity']] } as const;
const HEADER_FIELD = 1;
const ENTITY_FIELD = 2;

export const gtfsRealtime: MessageFormat<'gtfs-realtime'> = {
  id: 'gtfs-realtime',
  name: { en: 'GTFS Realtime (Protocol Buffers, JSON)', zh: 'GTFS Realtime 列车动态（Protobuf、JSON）' },
  mediaTypes: ['application/x-protobuf', 'application/protobuf', 'application/json'],
  detect: (head) => PROTOBUF_START.test(head) || (/^[[{]/.test(head) && JSON_VERSION.test(head)),
  read: (bytes, context) => (isJson(bytes) ? readJson(bytes, context) : readBinary(bytes, context)),
};

function isJson(bytes: Uint8Array): boolean {
  const first = bytes.find(
    (byte) => byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09 && byte < 0x80,
  );
  return first === 0x7b || first === 0x5b;
}

function readJson(bytes: Uint8Array, context: ReadContext): Interpretation {
  return interpretJson(bytes, context, RECORDS, (scope) => {
    const read = entityReader(scope);
    return (entity, where, wrapper) =>
      read(entity, numberOf(asObject(wrapper?.['header']), 'timestamp'), where);
  });
}

/** A cut feed gives the entities before the cut; a bad entity does not touch the others. */
function readBinary(bytes: Uint8Array, context: ReadContext): Interpretation {
  const findings = collectFindings();
  const read = entityReader({ ...context, findings });
  const { parts, fault } = protobufParts(bytes, { start: 0, end: bytes.length });
  const header = parts.find(({ number }) => number === HEADER_FIELD);
  const timestamp = header ? numberOf(readProtobuf(bytes, header.span, HEADER).value, 'timestamp') : null;
  const outcomes: UnitOutcome[] = [];
  for (const { number, span } of parts) {
    if (number !== ENTITY_FIELD) continue;
    const where = { at: `entity[${outcomes.length}]`, span };
    const entity = readProtobuf(bytes, span, ENTITY);
    if (entity.value) outcomes.push(read(entity.value, timestamp, where));
    else {
      findings.add('BAD_SYNTAX', 'ERROR', where.at, null, span);
      outcomes.push(NOTHING);
    }
  }
  if (fault) findings.add(fault.code, 'ERROR', 'FeedMessage', null, { start: fault.at, end: bytes.length });
  else if (outcomes.length === 0) findings.add('EMPTY_MESSAGE', 'INFO', 'FeedMessage', null, null);
  return interpretUnits(outcomes, findings);
}
