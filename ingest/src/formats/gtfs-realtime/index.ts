import type { Interpretation } from 'graph-schema/domain/message';
import { interpretJson } from '../../claims/json/interpret-json.ts';
import { detectionHead } from '../../syntax/charset.ts';
import { asObject, numberOf } from '../../syntax/json-fields.ts';
import type { MessageFormat, ReadContext } from '../message-format.ts';
import { entityReader } from './read-entity.ts';
import { readBinary, readText } from './read-feed.ts';

/**
 * GTFS Realtime 1.0 and 2.0, as Protocol Buffers, in their text form, and in their JSON mapping (camel case, or the names
 * of the proto):
 *
 *     FeedMessage = header{ version, timestamp } entity*{ id, trip_update | vehicle | alert }
 *
 * Detection sees the head after leading blanks, and the first bytes of a feed look like some: the tag of the header is a
 * line feed, and its length may be a carriage return. What is left begins with the version.
 */
const PROTOBUF_START = /^(?:[\x01-\x7f]\x0a)?\x03[12]\.\d(?:[\x10\x12\x18\x22]|$)/; // oxlint-disable-line no-control-regex
const JSON_START = /^[[{]/;
const JSON_VERSION = /"(?:gtfsRealtimeVersion|gtfs_realtime_version)"\s*:/;
const TEXT_START = /^[#A-Za-z]/;
/** Comments, then one of the two fields that a feed has. */
const TEXT_FEED = /^(?:#[^\n]*\n\s*)*(?:header|entity)\s*(?::\s*)?(?:#[^\n]*\n\s*)*[[{<]/;
const TEXT_WORDS =
  /\b(?:gtfs_realtime_version|(?:trip_id|start_date)\s*:|(?:trip_update|stop_time_update|informed_entity)\s*:?\s*[{<[])/;
const RECORDS = { maxDepth: 32, lists: [['entity']] } as const;

export const gtfsRealtime: MessageFormat<'gtfs-realtime'> = {
  id: 'gtfs-realtime',
  name: {
    en: 'GTFS Realtime (Protocol Buffers, their text, JSON)',
    zh: 'GTFS Realtime 列车动态（Protobuf 及其文本、JSON）',
  },
  mediaTypes: ['application/x-protobuf', 'application/protobuf', 'text/plain', 'application/json'],
  detect: (head) =>
    PROTOBUF_START.test(head) ||
    (JSON_START.test(head) && JSON_VERSION.test(head)) ||
    (TEXT_FEED.test(head) && TEXT_WORDS.test(head)),
  read: (bytes, context) => {
    const head = detectionHead(bytes);
    if (PROTOBUF_START.test(head)) return readBinary(bytes, context);
    if (JSON_START.test(head)) return readJson(bytes, context);
    return TEXT_START.test(head) ? readText(bytes, context) : readBinary(bytes, context);
  },
};

function readJson(bytes: Uint8Array, context: ReadContext): Interpretation {
  return interpretJson(bytes, context, RECORDS, (scope) => {
    const read = entityReader(scope);
    return (entity, where, wrapper) =>
      read(entity, numberOf(asObject(wrapper?.['header']), 'timestamp'), where);
  });
}
